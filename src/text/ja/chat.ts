/** What every adapter says for itself. */
export const chat = {
  received: '受けとりました。',
  posted: 'このチャンネルに出しました。',
  files: 'ご希望のファイルです。',
  stale: 'このボタンはもう使えません。コマンドでもう一度開いてください。',
  left: (count: number) => `ほか${count}件は表示しきれません`,
  cut: '長いため、途中まで表示しています',
}
