import type { Catalogue } from '../catalogue.ts'

export const digestCommands: Pick<Catalogue['commands']['tsunagi'], 'home'> = {
  home: {
    verb: 'home',
    description: 'See what waits for you',
    menu: { global: 'What waits for me' },
  },
}

export const digest: Catalogue['digest'] = {
  termsEnding: {
    title: 'Terms that end soon',
    line: (body, day) => `${body}, until ${day}`,
    ofBody: 'The body itself ends. To go on, change its until in the region file',
  },
  welcome: {
    title: 'Welcome: bodies that you sit on from today',
    next: (day) => `It next meets on ${day}`,
    agenda: 'See its last agenda',
  },
  heading: (date) => `For ${date}`,
  summary: (count) => (count === 1 ? 'One thing for you today' : `${count} things for you today`),
  overdue: 'Monitoring overdue',
  thisMonth: 'Monitoring due this month',
  monitoring: (code, month) => `${code}, for ${month}`,
  standIn: (name) => `in place of ${name}`,
  assigned: 'New in your charge',
  lapsed: 'Validity over, no plan after it',
  renewals: 'Plans to renew',
  ending: (code, date) => `${code}, until ${date}`,
  renew: 'Renew',
  show: 'Look',
  decided: 'Decided intervals',
  accepted: (code, interval, from) => `${code}: ${interval} from ${from} is accepted`,
  declined: (code, interval, from) => `${code}: ${interval} from ${from} is declined`,
  certificate: 'Record the certificate',
  proposals: 'Proposed intervals',
  proposal: (code, interval) => `${code}: to ${interval}`,
  decide: 'Decide',
  toAgree: 'Monitoring results to agree before the meeting',
  read: 'Read',
  notMet: 'Could not be met',
  escalated: 'Overdue and not recorded by those in charge',
  escalatedMember: (name, count) => `${name}: ${count}`,
  orphaned: 'Cases whose person in charge moved office or left, and cannot see them any more',
  reassign: 'Hand over',
  look: 'See the list',
  record: 'Record',
  recordDetail: 'Once done, record the date and the outcome here',
  toSubmit: (meeting, date) => `Case summaries for ${meeting} (${date})`,
  closes: (date) => `Until ${date}`,
  write: 'Write it',
  lastMonth: "Last month's agendas",
  carriedShare: (name: string, month: string, wanted: number, waited: number, percent: number) =>
    `${name}, ${month}: ${waited} of ${wanted} items carried over for want of time (${percent}%; aim: up to 10%)`,
  meetings: 'Meetings up to the next business day',
  meeting: (when, name) => `${when}  ${name}`,
}
