import { RRuleTemporal } from 'rrule-temporal'

/** Two and a half centuries of days: more than any window holds. */
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
