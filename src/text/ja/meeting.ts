const whichMeeting = { name: '会議', description: '日付か会議の名前（例: 6月17日。書かなければ近いもの）' }
const whichMember = { name: '名前', description: 'どなたか（書かなければ自分）' }

const what = (number: number) => ({ label: `宿題${number}　何を` })
const who = (number: number) => ({ label: `宿題${number}　だれが` })
const by = (number: number) => ({ label: `宿題${number}　いつまでに`, hint: '例: R8.8.10' })

/** What is recorded of an item, while it is recorded and where it is corrected. */
export const recordFields = {
  decision: { label: '決まったこと', hint: '人の名前は書かず、事業所の名前やケース番号で' },
  what1: what(1),
  who1: who(1),
  by1: by(1),
  what2: what(2),
  who2: who(2),
  by2: by(2),
  what3: what(3),
  who3: who(3),
  by3: by(3),
}

export const meetingCommands = {
  noun: '会議',
  list: {
    verb: '一覧',
    description: 'これからの会議の日時と場所を見ます',
    menu: { global: '会議の予定' },
  },
  attend: {
    verb: '出欠',
    description: '会議に出るか、オンラインか、欠席かを知らせます',
    arguments: { meeting: whichMeeting, member: whichMember },
    form: {
      title: '会議の出欠',
      submit: '知らせる',
      fields: {
        answer: { label: '出欠' },
        deputy: { label: '代理の方', hint: '同じ事業所か会議体の方から。いなければ選びません' },
        deputyName: { label: '代理の方の名前', hint: '一覧にない職員の方のとき' },
        reason: {
          label: '欠席の理由',
          hint: '例: ケース対応、研修、休暇。記録に残ります。ケースの名前や病名は書きません',
        },
      },
    },
    intro: (meeting: string, member: string) => `${meeting}　${member}さんの出欠`,
    reasonNeeded: '欠席のときは、理由を短く書いてください',
    onlyAbsent: '代理の方は、欠席のときだけ選びます',
    isDeputyFor: (other: string) =>
      `${other}さんの代理になっています。${other}さんの出欠を直してから、ご自分の出欠を知らせてください`,
  },
  attendance: {
    verb: '出欠表',
    description: '会議の出欠と定足数を見て、実際の出欠を直します',
    arguments: { meeting: whichMeeting },
  },
  start: {
    verb: '開始',
    description: '会議を始め、次第の項目を1つずつ進めます',
    arguments: { meeting: whichMeeting },
  },
  recorder: {
    verb: '記録係',
    description: '会議の記録を受け持つ方を決めます',
    arguments: { member: whichMember, meeting: whichMeeting },
    set: (meeting: string, name: string) => `${meeting}の記録は${name}さんです`,
    onlyThese: '記録係を決められるのは、座長と基幹相談支援センターの担当の方です',
    onlyTheseNext: '記録を受け持てるときは、どちらかにお伝えください。',
  },
  record: {
    verb: '記録',
    description: '項目ごとに、決まったことと宿題を記録します',
    arguments: { meeting: whichMeeting },
    form: {
      title: '項目の記録',
      submit: '記録する',
      fields: recordFields,
    },
  },
  export: {
    verb: '書き出し',
    description: '1か月の会議の記録と出欠をExcelにします',
    arguments: { office: { name: '事業所', description: '1つの事業所の記録だけにします（事業所の名前）' } },
  },
  came: {
    verb: '実際の出欠',
    description: '実際の出欠を直します',
    form: {
      title: '実際の出欠',
      submit: '記録する',
      fields: {
        was: { label: '実際には' },
        deputy: { label: '代理の方' },
        deputyName: { label: '代理の方の名前', hint: '一覧にない職員の方のとき' },
        reason: { label: '欠席の理由' },
      },
    },
    intro: (name: string) => `${name}さん`,
    deputyNeeded: '代理の方を選ぶか、名前を書いてください',
  },
  step: {
    verb: '進行',
    description: '会議を次に進めます',
    arguments: {
      do: { name: '進め方', description: '次へ、延長、持ち越し、終了' },
      at: { name: '項目', description: 'どの項目か' },
    },
  },
  rest: {
    verb: '残り',
    description: '返事のない方の出欠を記録します',
    arguments: { was: { name: '実際', description: '実際の出欠' } },
  },
  move: {
    verb: '変更',
    description: '会議の日時を変えます（1回、または決まりごと）',
    form: {
      title: '会議の日時を変える',
      submit: '変える',
      fields: {
        date: { label: '新しい日' },
        time: { label: '始まる時刻', placeholder: '14:00' },
        reach: { label: 'どの回を変えるか' },
        keep: { label: '休みの日や、予定の重なりがあっても' },
      },
    },
    intro: (name: string, when: string) => `${name}　いまは${when}`,
    past: '過ぎた日時です。これからの日時にしてください',
    same: 'いまと同じ日時です',
    closed: (reason: string) =>
      `休みの日です（${reason}）。別の日にするか、この日に開くなら「そのまま動かす」を選んでください`,
    closedSeries: (reason: string) =>
      `休みの日です（${reason}）。決まりを変えるときは、開いている日を選んでください。この回だけなら休みの日にも動かせます`,
    reasons: { weekend: '土日など', holiday: '祝日', closed: '休業日' },
    clash: (clashes: string) => `${clashes}。このままでよければ「そのまま動かす」を選んでください`,
    tooFar: (days: number) =>
      `決まりの日から${days}日より離すことはできません。この回だけ動かすか、地域のファイルの規則を変えてください`,
    extra: '規則のない、その回だけの会議です。「この回だけ」を選んでください',
    never: (why: string) => `この日にすると、会議を開ける日がなくなります。${why}`,
  },
  cancel: {
    verb: '中止',
    description: '会議を1回中止し、出席者に知らせます',
    form: {
      title: '会議を中止する',
      submit: '中止する',
      fields: {
        reason: { label: '中止の理由', hint: '出席者に伝わります。個人の名前や事情は書かないでください' },
      },
    },
  },
  restore: {
    verb: '復活',
    description: '中止や日時の変更を元に戻します',
    nothing: 'この会議は、決まりのとおりです。戻すものがありません',
    nowhere: '決まりでは、この回は開かれません',
    nowhereNext: '開くときは /meeting move で日時を決めてください。',
  },
  file: { verb: 'ファイル', description: '会議をカレンダーのファイルにします' },
}

export const meetings = {
  list: {
    heading: 'これからの会議',
    none: 'これから3か月の会議は決まっていません',
    item: (when: string, name: string) => `${when}　${name}`,
    detail: (minutes: number, place: string | undefined) =>
      place ? `${minutes}分　${place}` : `${minutes}分`,
    moved: '休みと重なるため日を移しました',
    movedByHand: '日時を変えました',
    agenda: '次第を見る',
    file: 'カレンダーに入れる (.ics)',
  },
  file: {
    heading: (name: string, when: string) => `${name}（${when}）のカレンダーのファイルです`,
    next: 'ファイルを開くと、GoogleカレンダーやOutlookに入ります。いつも最新にしておくには /calendar link を使ってください。',
    alt: (name: string) => `${name}のカレンダーのファイル`,
  },
  series: {
    heading: '定例会議',
    none: '定例会議はありません',
    item: (name: string, rule: string) => `${name}　${rule}`,
    next: (dates: string) => `次は ${dates}`,
    noNext: 'これからの予定はありません',
    changed: (from: string, when: string) => `${from}の回から ${when} に変えています`,
  },
  which: {
    heading: 'どの会議ですか',
    label: '会議を選ぶ',
    none: '当てはまる、これからの会議がありません',
    noneNext: '会議の日付を確かめてください。一覧は /meeting list で見られます。',
    date: '日付は 4/17 や R8.4.17 のように書いてください',
    gone: 'この会議は見つかりません',
    past: 'もう始まった会議は変えられません',
    cancelled: 'この会議は中止になっています',
    cancelledNext: '開くことにするときは /meeting restore で戻してから変えてください。',
  },
  move: {
    reach: { one: 'この回だけ', after: 'この回から後の全部', all: 'これからの全部（この会議の決まり）' },
    keep: { no: '動かさずに知らせる', yes: 'そのまま動かす' },
    done: (name: string) => `${name}の日時を変えました`,
    was: '変更前',
    is: '変更後',
    reachLabel: '変えた回',
    toldNow: '会議体のチャンネルに、いま知らせます。',
    toldMorning: '出席者には、次の営業日の朝のお知らせで伝わります。',
    keeps: '次第、提出された概要、お知らせは、新しい日時についていきます。',
    handsStay: '手で日時を変えていた回は、そのままです。',
    undo: '元に戻す',
  },
  cancel: {
    done: (name: string) => `${name}を中止にしました`,
    carried: (count: number, next: string) => `提出されていた概要${count}件は、${next}に移しました。`,
    noNext: '次の回がまだないため、提出されていた概要はこの回に残っています。',
  },
  restore: {
    done: (name: string, when: string) => `${name}を${when}に開くことに戻しました`,
    carried: '次の回に移した概要は、そのまま次の回にあります。必要なものは出し直してください。',
  },
  event: (body: string, when: string, minutes: number) => `${body}\n${when}から${minutes}分`,
  changed: {
    moved: (name: string) => `${name}の日時が変わりました`,
    movedSeries: (name: string) => `${name}の日時が、これから変わります`,
    cancelled: (name: string) => `${name}は中止になりました`,
    restored: (name: string) => `${name}は開かれます`,
    fromTo: (was: string, is: string) => `${was} → ${is}`,
    reason: (reason: string) => `理由: ${reason}`,
    digest: '会議の変更',
  },
  year: {
    heading: (year: string) => `${year}の会議の予定`,
    intro: (count: number) =>
      `定例会議は全部で${count}回です。直すところは、会議ごとに日時を変えてください。`,
    item: (name: string, count: number) => `${name}　${count}回`,
    notHeld: (dates: string) => `開かない回: ${dates}`,
    clashes: (count: number) => `確かめたいところ（${count}件）`,
    moreClashes: (count: number) => `ほかに${count}件あります。上から直すと、続きが出ます。`,
    move: '日時を変える',
    confirm: '確定して知らせる',
    question: (count: number) =>
      count === 0
        ? 'この予定で確定し、会議体ごとのチャンネルに知らせますか'
        : `${count}件の重なりをこのまま残して確定し、会議体ごとのチャンネルに知らせますか`,
    yes: '確定する',
    no: 'まだ直す',
    confirmed: (year: string) => `${year}の会議の予定を確定しました`,
    confirmedNext: '会議体ごとのチャンネルに知らせます。この後の変更は、会議ごとに伝わります。',
    already: (year: string, date: string) => `${year}の予定は、${date}に確定しています`,
    alreadyNext: '変えるときは /meeting move を使ってください。出席者に伝わります。',
    wrongYear: (first: string, second: string) => `予定を作れるのは、${first}と${second}です`,
    announced: (year: string, body: string) => `${body}の${year}の会議の予定が決まりました`,
    none: '定例会議がありません',
  },
  rule: {
    daily: '毎日',
    everyDays: (n: number) => `${n}日ごと`,
    weekly: (days: string) => `毎週${days}`,
    fortnightly: (days: string) => `隔週${days}`,
    everyWeeks: (n: number, days: string) => `${n}週ごとの${days}`,
    monthly: (day: string) => `毎月${day}`,
    everyMonths: (n: number, day: string) => `${n}か月ごとの${day}`,
    odd: (day: string) => `奇数月の${day}`,
    even: (day: string) => `偶数月の${day}`,
    inMonths: (months: string, day: string) => `${months}の${day}`,
    month: (month: number) => `${month}月`,
    timesAYear: (n: number, day: string) => `年${n}回（${day}）`,
    nth: (n: number, day: string) => (n < 0 ? `最終${day}` : `第${n}${day}`),
    monthDay: (n: number) => (n < 0 ? '末日' : `${n}日`),
    businessDay: (n: number) => (n > 0 ? `第${n}営業日` : `最終から${-n}番目の営業日`),
    weekdays: { MO: '月曜', TU: '火曜', WE: '水曜', TH: '木曜', FR: '金曜', SA: '土曜', SU: '日曜' },
    between: '・',
    at: (rule: string, time: string) => `${rule} ${time}`,
    inSomeYears: '年によって違います',
  },
}
