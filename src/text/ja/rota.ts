const dates = (works: readonly string[]) =>
  works.length === 0 ? '' : `交代できるのは ${works.join('、')} です。`

export const rota = {
  kind: {
    chair: '司会',
    recorder: '記録',
    host: '幹事',
    on_call: '当番',
    short_stay: '緊急短期入所の受け入れ',
    secondment: '出向',
    other: '輪番',
  },
  swapState: {
    asked: '返事待ち',
    agreed: '交代しました',
    refused: '交代しません',
  },
  swapFault: {
    noSuchTurn: (date: string, works: readonly string[]) =>
      `${date}から始まる番はありません。${dates(works)}`,
    notYours: (date: string, name: string, works: readonly string[]) =>
      `${date}の番は${name}です。ご自分の番を選んでください。${dates(works)}`,
    withOneself: (works: readonly string[]) =>
      `どちらもご自分の番です。ほかの方の番を選んでください。${dates(works)}`,
    pastTurn: (date: string, works: readonly string[]) =>
      `${date}の番はもう始まったか、終わっています。これからの番を選んでください。${dates(works)}`,
    left: (name: string, works: readonly string[]) =>
      `${name}はその時にはもう輪番にいません。ほかの番を選んでください。${dates(works)}`,
    notAskedOfYou: (name: string) => `この交代に答えられるのは${name}です。`,
    alreadyAgreed: 'この交代は、もう決まっています。',
    alreadyRefused: 'この交代は、もう断られています。別の番でお願いしてください。',
    turnsChanged: 'お願いの後で番が変わりました。今の番を見て、もう一度お願いしてください。',
  },
}
