import type { Catalogue } from '../catalogue.ts'

export const simulate: Catalogue['simulate'] = {
  period: 'Please give the period with --from and --to like 2026-04-01 (from before to)',
  series: (name, meetings, agendas, cases, longest) =>
    `${name}: ${meetings} meetings, ${agendas} agendas, ${cases} cases, longest ${longest} minutes`,
  gsv: (series, sessions, groups, cases, results) =>
    `${series}: ${groups} groups in ${sessions} sessions, ${cases} cases, ${results} results told`,
  followUps: (opened, done, dropped, open) =>
    `Follow-ups: ${opened} (${done} done, ${dropped} dropped, ${open} open)`,
  clashes: (closed, twice) => `Meetings on closed days: ${closed}; people in two at once: ${twice}`,
  reminders: (monitoring, summary, meeting) =>
    `Reminders: monitoring ${monitoring}, summaries ${summary}, meetings ${meeting}`,
  deliveries: (planned, sent, duplicates, lost) =>
    `Messages: planned ${planned}, sent ${sent}, twice ${duplicates}, lost ${lost}`,
}
