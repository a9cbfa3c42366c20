import type { Catalogue } from '../catalogue.ts'

export const leaveCommands: Catalogue['commands']['leave'] = {
  noun: 'leave',
  take: { verb: 'take', description: 'Say who stands in while you are away' },
  end: { verb: 'end', description: 'Take a leave back' },
}

export const leaves: Catalogue['leaves'] = {
  title: 'Leave and deputy',
  submit: 'Register',
  intro: (name) => `While ${name} is away, reminders go to the deputy.`,
  fields: {
    from: { label: 'From', hint: 'E.g. 2026-08-10' },
    to: { label: 'To', hint: 'This day included' },
    deputy: { label: 'Deputy' },
  },
  endBeforeStart: 'The last day is before the first',
  past: 'That is over. Please give days from today on',
  deputyAway: 'That person is away too. Please choose somebody else',
  onlyOwn: 'Only the core centre can register the leave of somebody else',
  done: (name) => `The leave of ${name} is registered`,
  doneNext: (deputy) => `${deputy} gets the reminders and can record the monitoring.`,
  ended: (name) => `The leave of ${name} is over`,
  none: (name) => `No leave of ${name} is registered`,
}
