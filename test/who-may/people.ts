/** The kinds of people by whom everything is tried, each by the user who plays it. */
export const PEOPLE = {
  /** In charge of `own`; away this week. */
  'in charge': 'sakura',
  /** Of the same office. */
  colleague: 'haruto',
  /** Stands in for who is in charge, from another office. */
  deputy: 'minato',
  /** Was of the office when they took on their case, which stayed there. */
  moved: 'aoi',
  /** Of the office to which that one moved; asks a poll. */
  'new colleague': 'himari',
  'other office': 'riku',
  /** Is sent handover sheets; brought a case to a GSV. */
  receiver: 'koharu',
  /** Has had a case since it was given away under a sheet that was on its way. */
  successor: 'yui',
  /** Of the liaison meeting. */
  chair: 'sumire',
  /** Of the liaison meetings, past and to come; facilitates nothing, visits nobody. */
  recorder: 'ichika',
  coordinator: 'midori',
  /** Of the municipality that decides the plans of the office. */
  'officer here': 'yukari',
  'officer elsewhere': 'makoto',
  'council member': 'iin-01',
  /** Sits on the body of a GSV, and has no office. */
  adviser: 'jogen',
  /** Left: the roles ended, the name stays beside what they did. */
  former: 'sota',
  /** An account that nobody knows. */
  unknown: 'nobody-knows',
  /** Coordinates another region, and names things of this one. */
  'of another region': 'hoka',
} as const

export type Person = keyof typeof PEOPLE
export const EVERY_PERSON = Object.keys(PEOPLE) as Person[]
