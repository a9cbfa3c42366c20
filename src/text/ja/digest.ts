export const digest = {
  heading: (date: string) => `${date}のお知らせ`,
  summary: (count: number) => `今日お伝えしたいことが${count}件あります`,
  overdue: '期限を過ぎたモニタリング',
  thisMonth: '今月のモニタリング',
  monitoring: (code: string, month: string) => `${code}　${month}分`,
  record: '記録する',
  recordDetail: 'モニタリングをしたら、ここから日付と結果を記録できます',
  toSubmit: (meeting: string, date: string) => `${meeting}（${date}）に出すケース概要`,
  closes: (date: string) => `${date}まで`,
  write: '概要を書く',
  meetings: '次の営業日までの会議',
  meeting: (when: string, name: string) => `${when}　${name}`,
}
