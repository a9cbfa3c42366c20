import { recordFields } from './meeting.ts'

const whichMeeting = { name: '会議', description: '日付か会議の名前（例: 6月17日。書かなければ近いもの）' }

export const minutesCommands = {
  noun: '会議録',
  show: {
    verb: '表示',
    description: '会議録と、これまでの版を見ます',
    arguments: { meeting: whichMeeting },
  },
  finish: {
    verb: '仕上げ',
    description: '記録を会議録にまとめ、承認をお願いします',
    arguments: { meeting: whichMeeting },
    finished: (meeting: string) => `${meeting}の会議録を仕上げました`,
    finishedNext: (name: string) => `${name}に、次の朝のお知らせで承認をお願いします。`,
    already: (meeting: string) => `${meeting}の会議録は、もう仕上がっています`,
    notOver: '会議が終わってから仕上げてください',
  },
  approve: {
    verb: '承認',
    description: '会議録を承認します',
    arguments: { meeting: whichMeeting },
    approvedNow: (meeting: string, version: string) => `${meeting}の会議録（${version}）を承認しました`,
    changedMeanwhile: 'その後、新しい版ができました。確かめてから承認してください',
  },
  export: {
    verb: '書き出し',
    description: '会議録をWord、PDF、テキストのファイルにします',
    arguments: { meeting: whichMeeting },
  },
  correct: {
    verb: '訂正',
    description: '承認された会議録を訂正します',
    form: {
      title: '項目の記録',
      submit: '訂正する',
      fields: {
        change: { label: '訂正の内容', hint: '何を、なぜ直したか。会議録に残ります' },
        ...recordFields,
      },
    },
    corrected: (version: string) => `訂正して${version}にしました。もう一度承認が必要です`,
  },
}

/** 会議録: shown, approved, corrected, kept. */
export const minutes = {
  draft: (title: string) => `【記録中】${title}`,
  waiting: (title: string) => `【承認待ち】${title}`,
  title: (fiscalYear: string, ordinal: number, series: string) =>
    `${fiscalYear} 第${ordinal}回 ${series} 会議録`,
  when: '日時',
  whenValue: (start: string, end: string) => `${start}～${end}`,
  place: '場所',
  chair: '司会',
  recorder: '記録',
  attended: '出席',
  absent: '欠席',
  people: (count: number, names: string) => (names === '' ? `${count}人` : `${count}人　${names}`),
  absentee: (name: string, about: string) => (about === '' ? name : `${name}（${about}）`),
  deputy: (name: string) => `代理 ${name}`,
  unconfirmed: '未確認',
  unconfirmedCount: (count: number) => `出欠が未確認の方が${count}人います`,
  item: (number: string, topic: string) => `${number}　${topic}`,
  decision: (text: string) => `決定: ${text}`,
  noDecision: '決定: なし',
  followUp: (what: string, who: string, by: string) => `宿題: ${what}（${who}、${by}まで）`,
  carriedOver: '次回に持ち越し',
  status: '版',
  version: (version: number) => `第${version}版`,
  approvedBy: (version: string, on: string, by: string) => `${version}　${on} ${by}さんが承認`,
  notApproved: (version: string) => `${version}　承認待ち`,
  notFinished: '記録中です。仕上げると、座長に承認をお願いします',
  versions: 'これまでの版',
  versionLine: (version: string, on: string, by: string, change: string) =>
    `${version}　${on}　${by}　${change}`,
  first: '記録を仕上げた',
  edited: (number: string) => `${number}の記録を直した`,
  presenceEdited: '出欠を直した',
  buttons: {
    approve: '承認する',
    finish: '会議録を仕上げる',
    correct: '訂正する',
    record: '記録する',
    export: 'ファイルにする',
    show: '見る',
  },
  finishQuestion: '記録を会議録にまとめ、承認をお願いします。承認されるまでは直せます。',
  finishYes: '仕上げる',
  finishNo: 'やめる',
  named: (name: string) => `${name}さん`,
  theCentre: '基幹相談支援センターの担当の方',
  approvedAlready: (by: string) => `この版は、もう${by}さんが承認しています`,
  onlyChair: (name: string) => `会議録を承認できるのは${name}です`,
  none: '会議録がありません',
  noneNext: '会議録ができた会議は、日付か名前を書くと見られます（例: /minutes show 6月17日）。',
  notYours: 'その会議録は、まだ承認されていないか、会議体の名簿の方だけが見られます',
  exported: {
    heading: (series: string, date: string) => `${series}（${date}）の会議録をファイルにしました`,
    note: '取り扱いにご注意ください。承認前のものには「未承認」と入っています。',
    files: { docx: '会議録（Word）', pdf: '会議録（PDF）', text: '会議録（テキスト）' },
  },
  digest: {
    toApprove: '承認をお待ちしている会議録',
    unwritten: '会議録がまだの会議',
    line: (date: string, name: string) => `${date}　${name}`,
    read: '読む',
    write: '記録する',
  },
}
