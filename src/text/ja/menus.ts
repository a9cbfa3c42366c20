/** Names in the platforms' menus: at most 24 characters, Slack's limit. */
export const menus = {
  monitoring: { due: '今月のモニタリング' },
  openings: { tell: '空きを知らせる' },
  meeting: { list: '会議の予定' },
  tsunagi: { home: '自分を待っているもの' },
}
