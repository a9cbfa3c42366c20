import type { Catalogue } from '../catalogue.ts'

export const calendarCommands: Catalogue['commands']['calendar'] = {
  noun: 'calendar',
  link: { verb: 'link', description: 'An address for your own calendar that stays up to date' },
  revoke: {
    verb: 'revoke',
    description: 'Make a calendar address useless',
    none: (name) => `There is no calendar address of ${name}`,
    noneNext: '/calendar link makes one.',
  },
}

const year = { verb: 'year', description: "A year's meetings: look at clashes, confirm, announce" }

export const calendarYearCommands: Pick<Catalogue['commands']['meeting'], 'year' | 'confirm'> = {
  year,
  confirm: {
    ...year,
    meanwhile: 'The calendar changed while you looked at it: look again',
  },
}

export const calendar: Catalogue['calendar'] = {
  mine: 'your meetings',
  link: {
    heading: (name) => `Calendar address of ${name}`,
    google: 'Google Calendar: + beside "Other calendars", then "From URL"',
    outlook: 'Outlook: "Add calendar", then "Subscribe from web"',
    secret:
      'Who knows this address sees when and where the meetings are. It is shown this once. A new one makes it useless, and /calendar revoke stops it at any time.',
  },
  revoked: (name) => `The calendar address of ${name} is useless now`,
  revokedNext: '/calendar link makes a new one.',
  noBody: (typed) => `There is no body "${typed}"`,
  onlyCoordinator: "A body's calendar is a coordinator's to give",
}
