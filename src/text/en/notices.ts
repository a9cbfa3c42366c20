/**
 * What the product says by itself, by kind: the name that the ledger, the late report and the operations page have for
 * it, and beside it what a notice says that says little.
 */
export const notices = {
  digest: { name: 'Morning message' },
  'agenda-draft': { name: 'Draft agenda' },
  agenda: { name: 'Agenda' },
  'agenda-item': { name: 'Agenda item' },
  'agenda-update': { name: 'Changed agenda' },
  'agenda-withheld': { name: 'Notice that an agenda could not go out' },
  'meeting-changed': { name: 'Change of a meeting' },
  recorder: {
    name: 'To a recorder',
    heading: (meeting: string) => `Please write the record of ${meeting}`,
    next: 'Until the minutes are approved you can run the meeting and record it.',
    open: 'Open the record',
  },
  'stand-in': {
    name: 'To a deputy',
    heading: (name: string, from: string, to: string) =>
      `Please stand in for ${name}, from ${from} until ${to}`,
    next: 'In these days you see their cases and can record monitoring for them.',
  },
  'meeting-event': { name: 'Event on the server' },
  'year-calendar': { name: 'Year’s calendar' },
  'gsv-groups': { name: 'GSV groups' },
  'rota-turn': { name: 'Rota notice' },
  poll: { name: 'Poll for a day' },
  'poll-proposal': { name: 'Deadline of a poll' },
  'poll-result': { name: 'Result of a poll' },
  'account-request': { name: 'Question about somebody not on the roster' },
  'pledge-missing': {
    name: 'Council members who have not confirmed secrecy',
    heading: (body: string) => `Some council members have not confirmed the duty of secrecy for ${body} yet`,
    next: 'They confirm it themselves, with /tsunagi pledge.',
  },
  'workspace-left': { name: 'Notice that the bot was removed' },
  unreachable: { name: 'Notice that somebody cannot be reached' },
  'late-report': { name: 'List of what was late' },
}
