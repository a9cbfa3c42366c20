export const accountCommands = {
  link: { verb: 'アカウント', description: 'ほかのSlackやDiscordのアカウントを、自分のものとして結びます' },
  notify: { verb: '通知先', description: 'お知らせをどのアカウントで聞くかを選びます' },
  invite: { verb: '招待', description: 'メンバーのアカウントを結ぶコードや、接続コードを作ります' },
  unlink: { verb: '外す', description: '結んだアカウントを外します' },
  known: { verb: 'だれか', description: '名簿と結びついていない方を、名簿の方と結びます' },
  decline: { verb: '結ばない', description: '名簿と結びついていない方を、結ばないことにします' },
}
