const fields = {
  from: { label: 'いつから', hint: '例: R8.8.10' },
  to: { label: 'いつまで', hint: 'この日も休みです' },
  deputy: { label: '代理の方' },
}

export const absenceCommands = {
  noun: '不在',
  take: {
    verb: '登録',
    description: '休む間の代理の方を決めます',
    form: { title: '不在と代理', submit: '登録する', fields },
    intro: (name: string) => `${name}さんが休む間、お知らせは代理の方に届きます。`,
    endBeforeStart: '終わりの日が、はじめの日より前になっています',
    past: 'もう過ぎています。今日からの日付を書いてください',
    otherOffice:
      '代理にできるのは、同じ事業所の相談支援専門員の方か、基幹相談支援センターの方です。ほかの事業所の方にお願いするときは、基幹相談支援センターの担当の方が登録します',
    deputyAway: 'その方も、この間は不在です。ほかの方を選んでください',
  },
  end: {
    verb: '終了',
    description: '不在の登録をやめます',
    none: (name: string) => `${name}さんの不在は登録されていません`,
  },
}

export const absences = {
  fields,
  onlyOwn: 'ほかの方の不在を登録できるのは、基幹相談支援センターの担当の方だけです',
  done: (name: string) => `${name}さんの不在を登録しました`,
  doneNext: (deputy: string) => `この間のお知らせは${deputy}さんに届き、モニタリングも記録できます。`,
  ended: (name: string) => `${name}さんの不在を終わりにしました`,
}
