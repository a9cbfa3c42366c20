export const digestCommands = {
  home: {
    verb: 'ホーム',
    description: '自分を待っているものを見ます',
    menu: { global: '自分を待っているもの' },
  },
}

export const digest = {
  termsEnding: {
    title: '任期の終わりが近い会議体',
    line: (body: string, day: string) => `${body}　${day}まで`,
    ofBody: '会議体の終わり。続けるときは、圏域のファイルの until を直します',
  },
  welcome: {
    title: '着任された方へ　きょうから名簿に入った会議体です',
    next: (day: string) => `次の会議は${day}です`,
    agenda: '前の次第を見る',
  },
  heading: (date: string) => `${date}のお知らせ`,
  summary: (count: number) => `今日お伝えしたいことが${count}件あります`,
  overdue: '期限を過ぎたモニタリング',
  thisMonth: '今月のモニタリング',
  monitoring: (code: string, month: string) => `${code}　${month}分`,
  standIn: (name: string) => `${name}さんの代理`,
  assigned: '新しく担当になったケース',
  lapsed: '有効期間が過ぎ、次の計画がないケース',
  renewals: '計画の更新',
  ending: (code: string, date: string) => `${code}　${date}まで`,
  renew: '更新を登録',
  show: '見る',
  decided: '期間変更の決定',
  accepted: (code: string, interval: string, from: string) =>
    `${code}　${from}から${interval}に認められました`,
  declined: (code: string, interval: string, from: string) =>
    `${code}　${from}からの${interval}は、今のままとされました`,
  certificate: '受給者証を記録',
  proposals: '期間変更の提案',
  proposal: (code: string, interval: string) => `${code}　${interval}へ`,
  decide: '決める',
  toAgree: '会議にかける前に、確かめるモニタリング結果',
  read: '読む',
  notMet: '会えなかった方',
  escalated: '担当の方が、期限を過ぎても記録していないもの',
  escalatedMember: (name: string, count: number) => `${name}さん　${count}件`,
  orphaned: '担当の方が事業所を移るなどして、見られなくなったケース',
  reassign: '担当を変える',
  look: '一覧を見る',
  record: '記録する',
  recordDetail: 'モニタリングをしたら、ここから日付と結果を記録できます',
  toSubmit: (meeting: string, date: string) => `${meeting}（${date}）に出すケース概要`,
  closes: (date: string) => `${date}まで`,
  write: '概要を書く',
  lastMonth: '先月の次第',
  carriedShare: (name: string, month: string, wanted: number, waited: number, percent: number) =>
    `${name}　${month}: ${wanted}件のうち、時間が足りず持ち越したもの${waited}件（${percent}%、目安は10%まで）`,
  meetings: '次の営業日までの会議',
  meeting: (when: string, name: string) => `${when}　${name}`,
}
