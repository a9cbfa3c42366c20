import { RRuleTemporal } from 'rrule-temporal'

/**
 * Which parts of an RFC 5545 rule (section 3.3.10) a meeting series may have. The library drops a part or a value that
 * it does not know, and so would make a monthly meeting of `BYMONTH=13`: each is looked at before.
 */

export type RuleFault =
  /** `detail`: the part that is wrong, as it was written. */
  | { reason: 'malformed'; detail: string }
  /** Meetings are daily at the most. */
  | { reason: 'too-frequent' }
  /** A meeting's time and dates are the series' own. */
  | { reason: 'own-time' }

const WEEKDAY = '(?:MO|TU|WE|TH|FR|SA|SU)'
const within = (most: number) => (value: string) => /^\d{1,4}$/.test(value) && inside(Number(value), most)
const withinEitherWay = (most: number) => (value: string) =>
  /^[+-]?\d{1,3}$/.test(value) && inside(Math.abs(Number(value)), most)
const inside = (value: number, most: number): boolean => value >= 1 && value <= most
const listOf = (test: (value: string) => boolean) => (values: string) => values.split(',').every(test)

const isDay = (value: string): boolean => {
  if (!/^\d{8}$/.test(value)) return false
  try {
    return Temporal.PlainDate.from(value) !== undefined
  } catch {
    return false
  }
}

/** Bound of COUNT: a meeting each day for more than ten years. A larger one is a mistake, and costly to expand. */
const MOST_MEETINGS = 4000

const PARTS: Readonly<Record<string, (value: string) => boolean>> = {
  FREQ: (value) => /^(?:YEARLY|MONTHLY|WEEKLY|DAILY)$/.test(value),
  INTERVAL: within(366),
  COUNT: within(MOST_MEETINGS),
  UNTIL: isDay,
  BYDAY: listOf((value) => {
    const [, ordinal] = new RegExp(`^([+-]?\\d{1,2})?${WEEKDAY}$`).exec(value) ?? [undefined, 'none']
    return ordinal === undefined || withinEitherWay(53)(ordinal)
  }),
  BYMONTH: listOf(within(12)),
  BYMONTHDAY: listOf(withinEitherWay(31)),
  BYYEARDAY: listOf(withinEitherWay(366)),
  BYWEEKNO: listOf(withinEitherWay(53)),
  BYSETPOS: listOf(withinEitherWay(366)),
  WKST: (value) => new RegExp(`^${WEEKDAY}$`).test(value),
}

const LONGEST = 200

/** What is wrong with a rule's text, if anything. How its parts go together is the library's to say. */
export const syntaxFault = (rrule: string): RuleFault | undefined => {
  if (rrule.length > LONGEST) return { reason: 'malformed', detail: `${rrule.slice(0, 40)}…` }
  if (/[\r\n]|DTSTART|TZID|EXDATE|RDATE|BYHOUR|BYMINUTE|BYSECOND|UNTIL=\d{8}T/i.test(rrule))
    return { reason: 'own-time' }
  const parts = rrule.split(';').map((part) => ({ part, ...nameAndValue(part) }))
  const frequency = parts.find(({ name }) => name === 'FREQ')
  if (/^(?:SECONDLY|MINUTELY|HOURLY)$/.test(frequency?.value ?? '')) return { reason: 'too-frequent' }
  const wrong = parts.find(({ name, value }, index) => {
    const twice = parts.findIndex((other) => other.name === name) !== index
    return twice || !Object.hasOwn(PARTS, name) || PARTS[name]?.(value) !== true
  })
  if (wrong) return { reason: 'malformed', detail: wrong.part }
  return frequency ? undefined : { reason: 'malformed', detail: 'FREQ' }
}

const nameAndValue = (part: string): { name: string; value: string } => {
  const [name = '', ...rest] = part.toUpperCase().split('=')
  return { name, value: rest.join('=') }
}

/** Bound of the expansion: two and a half centuries of days, more than any window holds. */
const MOST_STEPS = 100_000

/** The days that an RFC 5545 rule names within [from, to]. In UTC, where every day has a midnight. */
export const rruleDays = (
  rrule: string,
  firstDate: Temporal.PlainDate,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): Temporal.PlainDate[] => {
  const start = firstDate.toString().replaceAll('-', '')
  const timed = rrule.toUpperCase().replace(/(UNTIL=\d{8})(?!T)/, '$1T000000Z')
  const rule = new RRuleTemporal({
    rruleString: `DTSTART;TZID=UTC:${start}T000000\nRRULE:${timed}`,
    strict: true,
    maxIterations: MOST_STEPS,
  })
  const inUtc = (day: Temporal.PlainDate) => day.toZonedDateTime('UTC')
  return rule.between(inUtc(from), inUtc(to), true).map((found) => found.toPlainDate())
}

/** What people mean by a rule that names no day, the likeliest first: an end that is past, a fifth week, a 31st. */
const REPAIRS: readonly ((rrule: string) => string)[] = [
  (rrule) => rrule.replace(/;?UNTIL=\d+/, ''),
  (rrule) => rrule.replace(/BYDAY=[^;]+/, (days) => days.replace(/[+-]?\d+/g, nearestWeek)),
  (rrule) => rrule.replace(/BYMONTHDAY=[^;]+/, 'BYMONTHDAY=-1'),
  (rrule) => rrule.replace(/;?BYSETPOS=[^;]+/, ''),
  (rrule) => rrule.replace(/;?BYMONTH=[^;]+/, ''),
]

/** The week that a month has: a ninth is meant as the last, a ninth from the end as the first. */
const nearestWeek = (nth: string): string => {
  if (Math.abs(Number(nth)) <= MOST_WEEKS) return nth
  return Number(nth) > 0 ? '-1' : '1'
}
const MOST_WEEKS = 5

/** A rule near this one that names days, as `hasDays` tells; undefined where no single change helps. */
export const ruleThatWorks = (rrule: string, hasDays: (rrule: string) => boolean): string | undefined => {
  const written = rrule.toUpperCase()
  return REPAIRS.map((repair) => repair(written)).find((one) => one !== written && hasDays(one))
}
