/** What the Discord adapter itself says. */
export const discord = {
  start: {
    badToken:
      'DISCORD_TOKEN が正しくありません。Discord Developer Portal の「Bot」でトークンを作り直し、.env に書いてください',
    unreachable: (detail: string) => `Discordにつながりません（${detail}）。ネットワークを確かめてください`,
    notReady: (detail: string) => `Discordの準備ができませんでした（${detail}）`,
    waits: 'Discord は、同じ設定のほかのボットが受けています。そのボットが止まると、こちらが受けます。',
  },
  cli: {
    noToken: 'DISCORD_TOKEN がありません。docs/discord.md のとおりトークンを作り、.env に書いてください',
    added: (name: string) => `追加: ${name}`,
    changed: (name: string) => `変更: ${name}`,
    removed: (name: string) => `削除: ${name}`,
    same: '変わったものはありません',
  },
  choicesLeft: (count: number) => `（ほか${count}件は一覧に入りません）`,
  choose: '選んでください',
  date: '例: R8.4.1、2026-04-01',
  step: (step: number, steps: number) => `（${step}/${steps}）`,
  form: {
    ready: (title: string) => `「${title}」の用意ができました。`,
    open: 'フォームを開く',
    next: (step: number, steps: number) => `次へ（${step}/${steps}）`,
    kept: (step: number, steps: number) =>
      `${steps}枚のうち${step - 1}枚目までお預かりしました。まだ出していません。`,
    refused: (title: string) => `「${title}」はまだ出していません。次のところを直してください。`,
    reopen: '直して出し直す',
    keptFor: (minutes: number) => `書いた内容は${minutes}分間お預かりします。`,
    gone: '時間がたったため、フォームの続きを開けません。もう一度コマンドから開いてください。',
    goneTyped: '出されていません。もう一度コマンドから開いて、次の内容を書き写してください。',
  },
  whichServer:
    'どのサーバーのことかわかりませんでした。サーバーのチャンネルで、同じコマンドをもう一度使ってください（答えはあなただけに見えます）。',
}
