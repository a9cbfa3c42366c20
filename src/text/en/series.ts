import type { Catalogue } from '../catalogue.ts'

export const seriesCommands: Pick<Catalogue['commands']['meeting'], 'series'> = {
  series: { verb: 'series', description: 'The meeting series, their rules and next days' },
}

export const seriesDays: Catalogue['regionFile']['days'] = {
  malformed: (detail) => `This is not an RRULE (${detail}). For example: FREQ=MONTHLY;BYDAY=3WE`,
  tooFrequent: 'Meetings are daily at the most: FREQ is DAILY, WEEKLY, MONTHLY or YEARLY',
  ownTime: 'The time and the first day belong in time and from, not in the rule',
  never: (works) =>
    works === undefined
      ? 'No day fits this rule. For example: FREQ=MONTHLY;BYDAY=3WE (each third Wednesday)'
      : `No day fits this rule. ${works} has days`,
  noSuchMonth: 'The days of the rule are in none of the months: change one of the two',
  tooManyAYear: (most) =>
    most === 0
      ? 'No day of these months is such a weekday: name less in nth or months'
      : `At most ${most} a year with this weekday: fewer, or leave out nth or months`,
  noSuchBusinessDay: (most) =>
    `No month has this business day: 1 to ${most} (from its start) or -1 to -${most} (from its end) come every month`,
  neverOpen:
    'Each of its days is closed, and there is none to move to: set onClosedDay to next or previous, or take another weekday',
  neverFree:
    'It gives way each time, and there is no day to move to: take another weekday, or set moveTo to next or previous',
  onePattern: 'Write one of rule, timesAYear and businessDay',
  weekdayMissing: 'timesAYear needs a weekday. For example: timesAYear: 6, weekday: TH, nth: [2]',
  weekdayStray: 'weekday and nth go with timesAYear. In a rule write them in BYDAY (such as BYDAY=2TH)',
  closedWeekdays:
    'closedDayWeekdays says where to move with onClosedDay: weekday, and only then. For example: closedDayWeekdays: [TH, TU]',
  givesWayCircle: 'These give way to each other in a circle: take one out of givesWayTo',
}

export const series: Catalogue['series'] = {
  year: {
    heading: (year) => `Meetings of ${year}`,
    count: (name, meetings) => `${name}: ${meetings}`,
    moved: (nominal) => `moved from ${nominal}`,
    cancelled: (name, nominal) => `${name}: not held on ${nominal}`,
    gaveWay: (name, nominal) => `${name}: not held on ${nominal}, another meeting goes before it`,
    noClash: 'Nothing clashes',
  },
  clash: {
    person: (people, first, second) => `${people} in two meetings at once: ${first} and ${second}`,
    room: (place, first, second) => `${place} taken by two meetings at once: ${first} and ${second}`,
    body: (body, first, second) => `${body} meets twice at once: ${first} and ${second}`,
    week: (people, monday, meetings) =>
      `${people} with three or more meetings in the week of ${monday}: ${meetings}`,
    works: 'Move one to another day, or change its time or place. If it is right as it is, it can be kept so',
    andOthers: (named, more) => `${named} and ${more} more`,
    between: ', ',
  },
}
