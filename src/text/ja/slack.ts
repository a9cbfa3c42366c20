export const slack = {
  loading: '開いています…',
  saving: '保存しています…',
  working: 'つなぎ',
  close: '閉じる',
  appName: 'つなぎ',
  appDescription: '障害者相談支援の連携を支えるボット',
  stale: 'このボタンはもう使えません。コマンドでもう一度開いてください。',
}
