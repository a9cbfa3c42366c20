import type { Catalogue } from '../catalogue.ts'

const fields = {
  from: { label: 'From', hint: 'E.g. 2026-08-10' },
  to: { label: 'To', hint: 'This day included' },
  deputy: { label: 'Deputy' },
}

export const absenceCommands: Catalogue['commands']['absence'] = {
  noun: 'absence',
  take: {
    verb: 'take',
    description: 'Say who stands in while you are away',
    form: { title: 'Absence and deputy', submit: 'Register', fields },
    intro: (name) => `While ${name} is away, reminders go to the deputy.`,
    endBeforeStart: 'The last day is before the first',
    past: 'That is over. Please give days from today on',
    otherOffice:
      'A deputy is a specialist of the same office, or of the core centre; somebody of another office is registered by the core centre',
    deputyAway: 'That person is away too. Please choose somebody else',
  },
  end: {
    verb: 'end',
    description: 'Take an absence back',
    none: (name) => `No absence of ${name} is registered`,
  },
}

export const absences: Catalogue['absences'] = {
  fields,
  onlyOwn: 'Only the core centre can register the absence of somebody else',
  done: (name) => `The absence of ${name} is registered`,
  doneNext: (deputy) => `${deputy} gets the reminders and can record the monitoring.`,
  ended: (name) => `The absence of ${name} is over`,
}
