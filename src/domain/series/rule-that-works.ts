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
