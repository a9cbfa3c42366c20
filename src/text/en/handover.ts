import type { Catalogue } from '../catalogue.ts'

const fields = {
  why: { label: 'Why it is referred', hint: 'No names or addresses' },
  expected: { label: 'What is expected of the receiver' },
  consent: { label: "The person's consent", hint: 'How it was given (e.g. signed after a talk)' },
  question: { label: 'Question' },
}

export const handoverCommands: Catalogue['commands']['handover'] = {
  noun: 'handover',
  send: {
    verb: 'send',
    description: 'Send a sheet: why a case is referred, and what is expected',
    form: {
      title: 'Handover sheet',
      submit: 'Send',
      fields: {
        to: { label: 'Receiver' },
        why: fields.why,
        expected: fields.expected,
        consent: fields.consent,
        consentOn: { label: 'Day of consent', hint: 'E.g. 2026-08-10' },
        assigns: { label: 'Does the case move with it?' },
      },
    },
    intro: (code) => `Why ${code} is referred, and what is expected of the receiver.`,
    said: (code, name) => `The handover sheet of ${code} goes to ${name}`,
    next: "It is in the next morning's digest. You hear if nobody acknowledges it in five business days.",
  },
  list: { verb: 'list', description: 'See the handover sheets' },
  show: { verb: 'show', description: 'See one handover sheet' },
  acknowledge: {
    verb: 'acknowledge',
    description: 'Acknowledge a handover sheet',
    said: (code) => `The handover sheet of ${code} is acknowledged`,
    assigned: 'The case is yours now.',
  },
  back: {
    verb: 'back',
    description: 'Send a handover sheet back with a question',
    form: { title: 'Send back with a question', submit: 'Send back', fields: { question: fields.question } },
    said: (code) => `${code} was sent back`,
  },
}

export const handovers: Catalogue['handovers'] = {
  /** What the card of a sheet reads. */
  fields,
  assigns: { no: 'No', yes: 'Yes' },
  toOneself: 'That is you. Please choose somebody else',
  notCarrying: 'To move the case with it, please choose a consultation support specialist',
  noReceiver: 'That person is not on the roster of an office. Please choose from the list',
  consentAhead: 'Consent comes first. Please give a day until today',
  gone: 'That handover sheet is not found',
  goneNext: '/handover list shows the present ones.',
  answered: {
    acknowledged: 'This sheet is acknowledged already',
    returned: 'This sheet was sent back with a question',
    expired: 'This sheet can no longer be used: things have changed',
  },
  expiredNext: 'If it is still needed, please speak to the core centre.',
  answeredNext: 'If there is more to say, please send a new sheet.',
  notReceiver: 'Only the receiver and their deputy can answer it',
  list: {
    heading: (count) => `${count} handover sheet${count === 1 ? '' : 's'}`,
    none: 'There is no handover sheet',
    sides: (from, to) => `From ${from} to ${to}`,
    item: (code, from, to) => `${code}: from ${from} to ${to}`,
    open: 'Open',
    states: {
      sent: 'Waiting',
      acknowledged: 'Acknowledged',
      returned: 'Question',
      expired: 'No longer usable',
    },
  },
  show: {
    heading: (code) => `Handover sheet of ${code}`,
    consent: (how, date) => `${how} (${date})`,
    acknowledge: 'Acknowledge',
    send: 'Send back with a question',
  },
  digest: {
    heading: 'Handover sheets',
    received: (code, name) => `${code}: from ${name}`,
    late: (code, name) => `${code}: ${name} has not acknowledged it`,
    acknowledged: (code, name) => `${code}: ${name} acknowledged it`,
    returned: (code, name) => `${code}: ${name} has a question`,
    expired: {
      receiver: (name) => `The sheet from ${name} can no longer be used: things have changed`,
      sender: (name) => `The sheet to ${name} can no longer be used: things have changed`,
    },
  },
}
