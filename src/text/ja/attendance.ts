/** 出欠: announcing, the organiser's table, and who was there. */
export const attendance = {
  attend: {
    answers: { coming: '出席します', online: 'オンラインで出席します', absent: '欠席します' },
    oneDeputy: '代理の方は、一覧か名前のどちらか1つにしてください',
    deputyThere: (name: string) => `${name}さんはご自分で出席します。ほかの方を選んでください`,
    deputyTaken: (name: string, other: string) =>
      `${name}さんは、もう${other}さんの代理です。ほかの方を選んでください`,
    deputySelf: 'ご自分は代理になれません',
    done: (meeting: string, answer: string) => `${meeting}　${answer}`,
    deputyIs: (name: string) => `代理: ${name}さん`,
    change: '変えるとき',
  },
  button: '出欠を知らせる',
  noMeeting: '出欠を知らせる会議がありません',
  noMeetingNext: '会議の予定は /meeting list（/会議 一覧）で見られます。',
  notFound: (typed: string) => `「${typed}」にあたる会議がありません`,
  notFoundNext: '日付（例: 6月17日）か、会議の名前で書いてください。',
  notOnRoster: (name: string, body: string) => `${name}さんは、${body}の名簿にありません`,
  notOnRosterNext: '名簿に足すのは、基幹相談支援センターの担当の方です。',
  cancelled: 'その会議は中止になりました',
  past: 'その会議は終わりました',
  pastNext: '出欠を直せるのは、基幹相談支援センターの担当の方と、記録の方です。',
  onlyOwn: 'ほかの方の出欠を知らせられるのは、基幹相談支援センターの担当の方だけです',
  noMember: (typed: string) => `「${typed}」という方は、名簿にありません`,
  notRunning: 'この会議の出欠の表を見られるのは、基幹相談支援センターの担当の方、座長、記録の方です',
  card: {
    heading: (meeting: string) => `${meeting}の出欠`,
    counts: (coming: number, online: number, deputies: number, absent: number, silent: number) =>
      `出席${coming}人　オンライン${online}人　代理${deputies}人　欠席${absent}人　返事なし${silent}人`,
    quorumMet: (needed: number, there: number) => `定足数${needed}人　いま${there}人で、足りています`,
    quorumMissing: (needed: number, there: number) =>
      `定足数${needed}人　いま${there}人で、あと${needed - there}人足りません`,
    columns: { name: '名前', office: '所属', answer: '出欠', about: '代理・理由' },
    silent: '返事なし',
    presences: { present: '出席', online: 'オンライン', deputy: '代理', absent: '欠席' },
    line: (name: string, office: string) => (office === '' ? name : `${name}（${office}）`),
    detail: (presence: string, about: string) => (about === '' ? presence : `${presence}　${about}`),
    correct: '直す',
    rest: '返事のない方',
    restPresent: '残りは出席',
    restAbsent: '残りは欠席',
    taken: '実際の出欠です。違うところは「直す」で直してください。',
  },
  came: {
    gone: 'その出欠の記録がありません',
  },
}
