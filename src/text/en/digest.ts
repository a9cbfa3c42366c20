import type { Catalogue } from '../catalogue.ts'

export const digest: Catalogue['digest'] = {
  heading: (date) => `For ${date}`,
  summary: (count) => (count === 1 ? 'One thing for you today' : `${count} things for you today`),
  overdue: 'Monitoring overdue',
  thisMonth: 'Monitoring due this month',
  monitoring: (code, month) => `${code}, for ${month}`,
  record: 'Record',
  recordDetail: 'Once done, record the date and the outcome here',
  toSubmit: (meeting, date) => `Case summaries for ${meeting} (${date})`,
  closes: (date) => `Until ${date}`,
  write: 'Write it',
  meetings: 'Meetings up to the next business day',
  meeting: (when, name) => `${when}  ${name}`,
}
