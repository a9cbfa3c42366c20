export const simulate = {
  period: '--from と --to に、期間を 2026-04-01 の形で書いてください（from は to より前）',
  series: (name: string, meetings: number, agendas: number, cases: number, longest: number) =>
    `${name}: ${meetings}回、次第${agendas}回、ケース${cases}件、最長${longest}分`,
  gsv: (series: string, sessions: number, groups: number, cases: number, results: number) =>
    `${series}: グループ${groups}（${sessions}回）、事例${cases}件、その後${results}件`,
  followUps: (opened: number, done: number, dropped: number, open: number) =>
    `宿題: ${opened}件（済${done}、取りやめ${dropped}、継続中${open}）`,
  clashes: (closed: number, twice: number) => `休みの日の会議: ${closed}回、同じ時刻に2つの会議: ${twice}人`,
  reminders: (monitoring: number, summary: number, meeting: number) =>
    `お知らせ: モニタリング${monitoring}、概要${summary}、会議${meeting}`,
  deliveries: (planned: number, sent: number, duplicates: number, lost: number) =>
    `メッセージ: 予定${planned}、送信${sent}、重複${duplicates}、不達${lost}`,
}
