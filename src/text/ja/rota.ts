export const rotaCommands = {
  noun: '輪番',
  now: { verb: '今', description: '今の当番を見ます' },
  list: { verb: '一覧', description: 'これからの順番を見ます' },
  swap: {
    verb: '交代',
    description: 'ほかの方に番の交代をお願いします',
    form: {
      title: '番の交代',
      submit: 'お願いする',
      fields: { mine: { label: '代わってほしい番' }, theirs: { label: '代わりに引き受ける番' } },
    },
    intro: (name: string) => `${name}。相手の方が「交代する」を押すと決まります。`,
    noTurn: 'これからの自分の番がありません',
    noTurnNext: '交代をお願いできるのは、番がこれからの方だけです。',
    said: (party: string) => `${party}に交代をお願いしました`,
    next: '朝のお知らせで届きます。お返事も朝のお知らせでお伝えします。',
  },
  answer: {
    verb: '返事',
    description: '交代のお願いに答えます',
    agreed: '交代しました',
    refused: '交代しないと伝えます',
  },
}

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
  digest: {
    heading: '輪番',
    turn: (rota: string, party: string, days: string) => `${rota}　${days}は${party}の番です`,
    asked: (rota: string, party: string) => `${party}から、${rota}の交代のお願いです`,
    days: (mine: string, theirs: string) => `${mine}からの番を引き受け、${theirs}からの番と交代する`,
    answer: '答える',
    agreed: (rota: string, party: string) => `${rota}　${party}が交代してくれます`,
    refused: (rota: string, party: string) => `${rota}　${party}は交代できません`,
    changedDays: (mine: string, theirs: string) => `${mine}からの番と、${theirs}からの番`,
  },
  days: (from: string, to: string) => (from === to ? from : `${from}から${to}まで`),
  now: { heading: '今の番', none: 'いまはいません', until: (to: string) => `${to}まで`, list: '順番を見る' },
  list: {
    heading: (name: string) => `${name}の順番`,
    mine: '（自分の番）',
    swap: '交代をお願いする',
    none: 'これからの番はありません',
  },
  noRota: '見られる輪番がありません',
  noRotaNext: '輪番は圏域のファイルに書きます。調整役にお確かめください。',
  swap: {
    asked: (party: string) => `${party}からの交代のお願い`,
    gives: '引き受ける番',
    takes: '代わってもらう番',
    yes: '交代する',
    no: '交代しない',
    gone: 'そのお願いは見つかりません',
    meanwhile: 'このお願いには、もう返事がありました',
  },
  turnCard: {
    heading: (name: string, party: string) => `${name}は${party}です`,
    next: (party: string, from: string) => `次は${from}から${party}です。`,
  },
}
