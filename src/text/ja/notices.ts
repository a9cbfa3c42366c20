/**
 * What the product says by itself, by kind: the name that the ledger, the late report and the operations page have for
 * it, and beside it what a notice says that says little.
 */
export const notices = {
  digest: { name: '朝のお知らせ' },
  'agenda-draft': { name: '次第の案' },
  agenda: { name: '次第' },
  'agenda-item': { name: '次第の項目' },
  'agenda-update': { name: '次第の差し替え' },
  'agenda-withheld': { name: '次第を出せなかったお知らせ' },
  'meeting-changed': { name: '会議の変更' },
  recorder: {
    name: '記録係のお願い',
    heading: (meeting: string) => `${meeting}の記録をお願いします`,
    next: '議事録が承認されるまで、会議の進行と記録ができます。',
    open: '記録を開く',
  },
  'stand-in': {
    name: '代理のお願い',
    heading: (name: string, from: string, to: string) =>
      `${name}さんの代理をお願いします（${from}から${to}まで）`,
    next: 'この間、担当のケースを見て、モニタリングの記録などができます。',
  },
  'meeting-event': { name: 'サーバーのイベント' },
  'year-calendar': { name: '年間の予定' },
  'gsv-groups': { name: 'GSVのグループ' },
  'rota-turn': { name: '輪番のお知らせ' },
  poll: { name: '日程調整' },
  'poll-proposal': { name: '日程調整の締め切り' },
  'poll-result': { name: '日程調整の結果' },
  'account-request': { name: '名簿にいない方の確認' },
  'pledge-missing': {
    name: '守秘義務の確認がまだの委員',
    heading: (body: string) => `「${body}」の守秘義務を、まだ確認していない委員がいます`,
    next: '確認は、ご本人が /tsunagi pledge でします。',
  },
  'workspace-left': { name: 'ボットが外されたお知らせ' },
  unreachable: { name: '届かない方のお知らせ' },
  'late-report': { name: '遅れたお知らせの一覧' },
}
