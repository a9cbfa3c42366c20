/** What the Slack adapter itself says. */
export const slack = {
  start: {
    badToken:
      'SLACK_BOT_TOKEN が正しくありません。Slackのアプリ設定の「OAuth & Permissions」でトークン（xoxb-）を確かめ、.env に書いてください',
    badAppToken:
      'SLACK_APP_TOKEN が正しくありません。Slackのアプリ設定の「Basic Information」→「App-Level Tokens」で connections:write のトークン（xapp-）を作り、.env に書いてください。「Socket Mode」も有効にしてください',
    unreachable: (detail: string) => `Slackにつながりません（${detail}）。ネットワークを確かめてください`,
  },
  install: {
    title: 'つなぎをSlackに入れる',
    lead: '下のボタンからSlackのページに移ります。入れるワークスペースを確かめて、「許可する」を押してください。',
    add: 'Slackに追加',
    installed:
      'つなぎがワークスペースに入りました。圏域とつながっていれば、Slackで /tsunagi help と打つとすぐに使えます。まだのときは、圏域の基幹相談支援センターにお知らせください。',
    cancelled: '追加をとりやめました。入れるときは、もう一度はじめから進めてください。',
    expired:
      'この手続きは続けられません。時間がたったか、すでに終わったか、別のブラウザーではじめたものです。もう一度はじめから進めてください。',
    unsupported:
      '組織全体（Enterprise）への追加には対応していません。使うワークスペースを選んで、もう一度お試しください。',
    failed: 'Slackとのやりとりがうまくいきませんでした。少し待って、もう一度はじめから進めてください。',
    again: 'はじめから進める',
  },
  loading: '開いています…',
  saving: '保存しています…',
  notPosted:
    'チャンネルに出せなかったため、あなただけにお見せします。チャンネルで「/invite」を使ってつなぎを招待してください。',
  tooLate: '時間がたったため、フォームを開けませんでした。もう一度お試しください。',
  notShown: '答えを表示できませんでした。もう一度お試しください。',
  filesFailed: 'ファイルを送れませんでした。少し待って、もう一度お試しください。',
  working: 'つなぎ',
  close: '閉じる',
  appName: 'つなぎ',
  appDescription: '障害者相談支援の連携を支えるボット',
  noChoices: '（選べるものがありません）',
}
