export const discord = {
  openForm: 'フォームを開く',
  formReady: 'フォームの用意ができました。',
  correct: '直して出し直す',
  faultsHeading: '直すところがあります。書いたものはそのまま残っています。',
  fault: (label: string, fault: string) => `${label}: ${fault}`,
  expired: 'このフォームは時間が過ぎました。コマンドでもう一度開いてください。',
}
