const sizes = (works: readonly number[]) =>
  works.length === 0 ? '' : `${works.map((size) => `${size}人`).join('・')}ずつなら分けられます。`

export const gsv = {
  pattern: {
    strengths: 'ストレングスモデル',
    supporter: '支援者支援',
  },
  step: {
    open: 'はじめに（これまでのアイデアでうまくいったこと）',
    'hand-out': 'ストレングスアセスメントを配る',
    'ask-for-help': '何を手伝ってほしいかを伝える',
    question: 'アセスメントについての質問',
    brainstorm: 'アイデアを出す',
    choose: '使ってみるアイデアと、次にすることを決める',
    prepare: 'はじめに（進め方の確認と前回のその後）',
    present: '困っていることを話す',
    clarify: '質問して確かめる',
    affirm: 'よいところを伝える',
    reflect: '順番にアイデアを話す',
    close: '感想と、次にすること',
    break: '休憩',
  },
  speaker: {
    facilitator: 'ファシリテーター',
    presenter: '事例提供者',
    members: '参加者',
    everybody: '全員',
  },
  rule: {
    'no-advice-yet': '質問の間は助言をしません',
    'no-conclusions': '結論を出しません',
    'odd-ideas-welcome': '変わったアイデアも歓迎します',
    'many-ideas': '質より量。20から40を目安に出します',
    'build-on-others': '人のアイデアに重ねてよいです',
    'everybody-supervises': '事例提供者のほかの全員がスーパーバイザーです',
    'presenter-listens': 'アイデアの間、事例提供者は聞いて書きとめます',
    'in-turn': '順番に、全員が話します',
    'affirm-first': '助言の前に、よいところを伝えます',
    'not-for-crises': '急ぎのことはGSVを待たず、すぐスーパーバイザーに相談してください',
  },
  groupFault: {
    listedTwice: (name: string) => `${name}さんが2回入っています。1回にしてください。`,
    notAmongParticipants: (name: string) =>
      `${name}さんは参加者の中にいません。参加者に加えてから、もう一度お願いします。`,
    presenterAbsent: (name: string) =>
      `${name}さんはお休みです。事例提供者を別の方にするか、お休みを取り消してください。`,
    tooFewPeople: (people: number, least: number) =>
      `${people}人では分けられません。${least}人以上で開いてください。`,
    sizeOutOfRange: (least: number, most: number, works: readonly number[]) =>
      `1グループは${least}人から${most}人です。${sizes(works)}`,
    sizeDoesNotFit: (people: number, size: number, works: readonly number[]) =>
      `${people}人を${size}人ずつに分けると、人数がそろいません。${sizes(works)}`,
    tooFewFacilitators: (groups: number, facilitators: number, works: readonly number[]) =>
      `${groups}グループに、ファシリテーターになれる方が${facilitators}人しかいません。${sizes(works) || '主任相談支援専門員など、進行できる方を加えてください。'}`,
    tooManyPresenters: (presenters: number, groups: number, works: readonly number[]) =>
      `事例提供者が${presenters}人ですが、グループは${groups}つです。事例提供者を${groups}人までにしてください。${sizes(works)}`,
    onlyColleaguesToLead: (names: readonly string[]) =>
      `${names.join('さん、')}さんと別の事業所のファシリテーターが足りません。ほかの事業所の方を加えるか、事例提供者を変えてください。`,
  },
  presenterFault: {
    tooFewPeople: (date: string, wanted: number, there: number) =>
      `${date}は${wanted}人に事例を出していただきたいのですが、出席の方が${there}人です。グループを減らしてください。`,
  },
  turn: {
    offered: '申し出',
    turn: '輪番',
  },
}
