/** Said above every form about a case. */
const NO_PERSONAL_DATA = '名前・住所・生年月日・電話は書かないでください。'

const offerFields = {
  pattern: { label: '進め方' },
  case: { label: 'ケース', hint: '決まっていなければ、あとでかまいません' },
}

export const gsvCommands = {
  noun: 'gsv',
  offer: {
    verb: '申し出',
    description: 'GSVや事例検討会に事例を出します',
    form: {
      title: 'GSVに事例を出す',
      submit: '申し出る',
      fields: { meeting: { label: 'どの回' }, ...offerFields },
    },
    intro: NO_PERSONAL_DATA,
  },
  answer: {
    verb: '返事',
    description: '事例のお願いに答えます',
    form: {
      title: '事例のお願い',
      submit: '答える',
      fields: {
        answer: { label: 'お返事' },
        ...offerFields,
        reason: { label: '出せない理由', hint: '出せないとき。調整役が読みます' },
      },
    },
    intro: (name: string) => `${name}の事例を、輪番でお願いしています。${NO_PERSONAL_DATA}`,
    answers: { accept: '出します', decline: '今回は出せません' },
    reasonMissing: '理由を一言書いてください',
    declined: 'わかりました。次の方にお願いします',
  },
  groups: {
    verb: 'グループ',
    description: '次の回のグループを組み、決めます',
    meanwhile: 'ほかの方が先に変えました',
    meanwhileNext: '今のグループを見て、もう一度お願いします。',
    done: (name: string) => `${name}のグループを決めました`,
    doneNext: '会議体のチャンネルに出し、朝のお知らせでそれぞれにお伝えします。',
    impossible: 'グループを組めません',
  },
  prepared: {
    verb: '打合せ済み',
    description: 'GSVの事前打合せが済んだことを記録します',
    done: (name: string, day: string) => `${name}さんとの事前打合せを、${day}に済みと記録しました`,
    doneNext: '日を間違えたときは「日を変える」で直せます。',
    already: (name: string, day: string) => `${name}さんとの事前打合せは、${day}に済んだと記録してあります`,
    tooEarly: (day: string) => `事前打合せの日は${day}です`,
    tooEarlyNext: '早く済んだときは、その日に変えてから「済み」にしてください。',
  },
  postpone: {
    verb: '打合せの日',
    description: 'GSVの事前打合せの日を変えます',
    form: {
      title: '事前打合せの日を変える',
      submit: '変える',
      fields: { on: { label: '新しい日' } },
    },
    intro: (name: string, day: string) => `${name}さんとの事前打合せ。いまは${day}です。`,
    notThen: (first: string, last: string) =>
      `グループを組んだ${first}から、GSVのある${last}までの日を書いてください`,
    done: (name: string, day: string) => `${name}さんとの事前打合せを、${day}にしました`,
    doneNext: '相手の方には、次の営業日の朝のお知らせで伝わります。',
  },
  next: { verb: '次回', description: '次の回の事例提供者、ファシリテーター、自分のグループを見ます' },
  outcome: {
    verb: '結果',
    description: '使ってみるアイデアと次にすることを記録します',
    form: {
      title: 'GSVで決めたこと',
      submit: '記録する',
      fields: {
        ideas: { label: '使ってみるアイデア' },
        next: { label: '次にすること' },
        by: { label: 'いつまでに', hint: '例: R8.8.10' },
      },
    },
    intro: (name: string) => `${name}の事例について。${NO_PERSONAL_DATA}`,
    past: '今日からあとの日付を書いてください',
    done: '記録しました',
    doneNext: (date: string) => `${date}までの宿題にしました。4週間後に、その後をうかがいます。`,
    changed: '宿題の日を変えるときは、宿題のほうで直してください。',
    change: '直す',
  },
  result: {
    verb: 'その後',
    description: '決めたことのその後を記録します',
    form: {
      title: 'その後どうなったか',
      submit: '記録する',
      fields: { result: { label: 'その後', hint: '試してどうだったか。次の回のはじめに共有します' } },
    },
    before: '決めたこと',
    done: '記録しました。次の回のはじめに共有します',
  },
}

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
  digest: {
    heading: 'GSV',
    ask: (series: string, date: string) => `${date}の${series}で、事例を出していただけますか`,
    answer: '答える',
    form: (series: string, date: string) => `${date}の${series}のグループを決めてください`,
    changed: (series: string, date: string) => `${date}の${series}で、来られる方が変わりました`,
    look: 'グループを見る',
    group: (series: string, date: string, number: number) => `${date}の${series}　グループ${number}`,
    groupDetail: (facilitator: string, presenter: string) =>
      `ファシリテーター ${facilitator}さん、事例提供者 ${presenter}さん`,
    noPresenter: (facilitator: string) => `ファシリテーター ${facilitator}さん`,
    prepare: (series: string, date: string, on: string) => `${date}の${series}の事前打合せ　${on}`,
    preparePresenter: (name: string) => `事例提供者の${name}さんと。時刻をご相談ください`,
    prepareFacilitator: (name: string) => `ファシリテーターの${name}さんと。時刻をご相談ください`,
    prepared: (series: string, date: string, name: string) =>
      `${date}の${series}の事前打合せ（${name}さんと）は済みましたか`,
    preparedOn: (day: string) => `予定の日 ${day}`,
    held: '済み',
    notYet: (name: string) => `${name}さんと別の日にするとき`,
    outcome: (series: string, date: string) =>
      `${date}の${series}で出た事例の、使ってみるアイデアと次にすること`,
    result: (series: string, date: string) => `${date}の${series}で決めたことの、その後`,
    write: '書く',
  },
  preMeeting: {
    otherDay: '日を変える',
    movePreMeeting: '事前打合せの日を変える',
    gone: 'その事前打合せはなくなりました',
    goneNext: 'グループが組み直されたか、GSVが中止になりました。',
    notYours: '事前打合せを記録できるのは、そのグループのファシリテーターと調整役です',
  },
  noSeries: 'グループで行うGSVや事例検討会の名簿に入っていません',
  noSeriesNext: '圏域のファイルの定例会議に groups を書くと使えます。調整役にお確かめください。',
  noMeeting: 'これからのGSVの予定がありません',
  noMeetingNext: '定例会議の予定を、調整役にお確かめください。',
  gone: 'その回はなくなったか、もう終わりました',
  goneNext: '/gsv next（/gsv 次回）で、次の回を見られます。',
  offer: {
    full: (date: string) => `${date}の回は、もう事例がそろっています`,
    fullNext: 'ほかの回を選んでください。',
    closed: (date: string) => `${date}の回は、グループがもう決まっています`,
    closedNext: 'ほかの回を選ぶか、調整役にご相談ください。',
    notThere: (date: string) => `${date}は不在の登録があります。不在をやめるか、ほかの回を選んでください`,
    done: (name: string) => `${name}で事例を出していただきます`,
    doneNext: (on: string, days: number) =>
      `事前打合せは会議の${days}営業日前（${on}ごろ）です。グループが決まったら、朝のお知らせでお伝えします。`,
  },
  groups: {
    heading: (name: string, ordinal: string) => `${name}${ordinal}`,
    draft: '（案）',
    confirmed: '',
    group: (number: number, count: number) => `グループ${number}（${count}人）`,
    facilitator: 'ファシリテーター',
    presenter: '事例提供者',
    members: 'メンバー',
    nobodyYet: 'まだいません',
    preMeeting: (on: string) => `事前打合せは${on}です。`,
    away: (names: string) => `お休み: ${names}`,
    changed: '来られる方が変わっています。「組み直す」で、動く方を少なくして組み直せます。',
    moved: (count: number) => `${count}人がほかのグループに移りました。`,
    waiting: (names: string) => `事例のお返事待ち: ${names}`,
    lacking: (count: number) => `事例があと${count}つ足りません。`,
    declined: (name: string, reason: string) => `${name}さんは今回は出せません: ${reason}`,
    again: '組み直す',
    confirm: '決める',
    confirmedBy: (name: string) => `${name}さんが決めました。`,
    opening: 'はじめに: これまでの事例のその後',
    openingOf: (name: string) => `${name}さんの事例`,
    openingSpoken: 'その後は、会で話していただきます。',
  },
  next: {
    heading: (name: string) => `次は ${name}`,
    presenters: '事例提供者',
    facilitators: 'ファシリテーター',
    mine: 'あなたのグループ',
    notYet: 'まだ決まっていません',
    preMeeting: '事前打合せ',
    steps: '進め方',
    rules: '約束',
    minutes: (minutes: number) => `${minutes}分`,
    offer: '事例を出す',
    columns: ['すること', '話す方', '時間'],
  },
  outcome: {
    none: '記録する事例がありません',
    noneNext: '事例を出した回のあとで使えます。',
    notYours: 'この事例を記録できるのは、事例提供者とそのグループのファシリテーターだけです',
  },
}
