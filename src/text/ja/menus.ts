/** Names in the platforms' menus: at most 24 characters, Slack's limit. */
export const menus = {
  summary: { submit: 'ケース概要を出す' },
  monitoring: { due: '今月のモニタリング' },
  openings: { tell: '空きを知らせる' },
  tsunagi: { home: '自分を待っているもの' },
  onMessage: { issue: '地域課題にする', notice: '次第に入れる' },
}
