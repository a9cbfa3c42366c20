export const calendarCommands = {
  noun: 'カレンダー',
  link: { verb: 'リンク', description: '会議がいつも最新で入る、自分のカレンダーのアドレスを作ります' },
  revoke: {
    verb: '取消',
    description: 'カレンダーのアドレスを使えなくします',
    none: (name: string) => `${name}のカレンダーのアドレスはありません`,
    noneNext: '作るときは /calendar link を使ってください。',
  },
}

const year = { verb: '年間', description: '1年の会議の予定を、重なりを確かめて決めます' }

export const calendarYearCommands = {
  year,
  confirm: {
    ...year,
    meanwhile: '見ている間に予定が変わりました。もう一度確かめてください',
  },
}

export const calendar = {
  mine: 'あなたの会議',
  link: {
    heading: (name: string) => `${name}のカレンダーのアドレスです`,
    google: 'Googleカレンダー:「他のカレンダー」の＋から「URLで追加」に貼ります',
    outlook: 'Outlook:「予定表の追加」の「Webから定期受信」に貼ります',
    secret:
      'このアドレスを知っている人は、会議の日時と場所を見られます。表示は今だけです。作り直すと前のアドレスは使えなくなり、/calendar revoke でいつでも止められます。',
  },
  revoked: (name: string) => `${name}のカレンダーのアドレスを使えなくしました`,
  revokedNext: '新しいアドレスは /calendar link で作れます。',
  noBody: (typed: string) => `「${typed}」という会議体はありません`,
  onlyCoordinator: '会議体のカレンダーを扱えるのは、基幹職員（調整役）です',
}
