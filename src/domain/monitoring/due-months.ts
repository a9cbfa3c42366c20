/** モニタリング月. Sources: 施行規則 第6条の16 and the ministry's Q&A of 2012-03-06 and 2017-03-31 (相談支援関係Q&A). */

export const INTERVALS = [1, 2, 3, 4, 6, 12] as const
export type Interval = (typeof INTERVALS)[number]

/** One line of the certificate (受給者証): `n月ごと(first~last)`, or months written out. */
export type MonitoringLine =
  | { everyMonths: Interval; first: Temporal.PlainYearMonth; last: Temporal.PlainYearMonth }
  | { months: Temporal.PlainYearMonth[] }

export type Validity = { start: Temporal.PlainDate; end: Temporal.PlainDate }
export const PLAN_KINDS = ['new', 'change', 'renewal'] as const
export type PlanKind = (typeof PLAN_KINDS)[number]

/** `proposed`: computed, and so a proposal until a person has confirmed it. */
export type DueMonths = {
  months: Temporal.PlainYearMonth[]
  basis: 'certificate' | 'end-month'
  proposed: boolean
}

const compare = Temporal.PlainYearMonth.compare

/** Encodes a month as an index, years times twelve: stepping is ten times as fast as with Temporal. */
const indexOf = ({ year, month }: { year: number; month: number }): number => year * 12 + month - 1

const made = new Map<number, Temporal.PlainYearMonth>()

/** Decodes an index; cached, as months are immutable. */
const monthAt = (index: number): Temporal.PlainYearMonth => {
  const known = made.get(index)
  if (known) return known
  const month = new Temporal.PlainYearMonth(Math.floor(index / 12), (index % 12) + 1)
  made.set(index, month)
  return month
}

/**
 * The due months of a plan (R0 before R2): what the certificate prints wins over anything computed, for the
 * municipality fixes each person's interval and the law gives standard ones only (施行規則 第6条の16). Undefined
 * with neither a line nor an interval.
 */
export const dueMonths = (plan: {
  lines: readonly MonitoringLine[]
  validity: Validity
  kind: PlanKind
  interval?: Interval
  newPlanStart?: 'decision' | 'next'
}): DueMonths | undefined => {
  const { lines, interval } = plan
  if (lines.length > 0) return dueMonthsOfLines(lines)
  return interval && proposeDueMonths({ ...plan, interval }, plan.newPlanStart)
}

/**
 * R0: step from the first month printed to the last. Lines add up, as when the interval is changed midway. Gives
 * every published example: 相談支援関係Q&A of 2012-03-06 and 2017-03-31, examples 1 and 2.
 */
export const dueMonthsOfLines = (lines: readonly MonitoringLine[]): DueMonths => ({
  months: monthsOf(lines.flatMap(indexesOf)),
  basis: 'certificate',
  proposed: false,
})

const indexesOf = (line: MonitoringLine): number[] =>
  'months' in line
    ? line.months.map(indexOf)
    : steps(indexOf(line.first), indexOf(line.last), line.everyMonths)

const steps = (first: number, last: number, by: number): number[] => {
  const months: number[] = []
  for (let month = first; month <= last && months.length < MOST_MONTHS; month += by) months.push(month)
  return months
}

/** Bounds the loop at a hundred years, monthly: a mistyped year cannot run on. */
const MOST_MONTHS = 1200

/**
 * R2: without a printed line, back from the end month by the interval while inside the validity, because monitoring
 * in the end month is mandatory and carries the renewal (相談支援関係Q&A 2012-03-06, 支給期間の終期月).
 *
 * A new plan (新規) is monitored monthly for three months before that. With a decision in mid-month the municipality
 * says which of two months is the first (Q&A 2017-03-31): `decision`, the month the validity begins in, or `next`.
 */
export const proposeDueMonths = (
  plan: { validity: Validity; kind: PlanKind; interval: Interval },
  newPlanStart: 'decision' | 'next' = 'decision',
): DueMonths => {
  const start = indexOf(plan.validity.start)
  const end = indexOf(plan.validity.end)
  const back = stepsBack(end, start, plan.interval)
  const months = plan.kind === 'new' ? withFirstThree(back, start, end, newPlanStart) : back
  return { months: monthsOf(months), basis: 'end-month', proposed: true }
}

const stepsBack = (end: number, start: number, by: number): number[] => {
  const months: number[] = []
  for (let month = end; month >= start && months.length < MOST_MONTHS; month -= by) months.push(month)
  return months
}

const withFirstThree = (
  back: readonly number[],
  start: number,
  end: number,
  newPlanStart: 'decision' | 'next',
): number[] => {
  const first = newPlanStart === 'decision' ? start : start + 1
  const third = first + 2
  return [...steps(first, Math.min(third, end), 1), ...back.filter((month) => month > third || month === end)]
}

/** Each once, in order. */
const monthsOf = (indexes: readonly number[]): Temporal.PlainYearMonth[] =>
  [...new Set(indexes)].sort((a, b) => a - b).map(monthAt)

export type LineFault =
  | { reason: 'last-before-first' }
  /** `would`: the last month that the step reaches before it. */
  | { reason: 'last-not-reached'; would: Temporal.PlainYearMonth }
  | { reason: 'outside-validity'; month: Temporal.PlainYearMonth }

/** What does not fit in a line, if anything. */
export const lineFault = (line: MonitoringLine, validity: Validity): LineFault | undefined => {
  const indexes = indexesOf(line)
  if (!('months' in line)) {
    if (compare(line.last, line.first) < 0) return { reason: 'last-before-first' }
    const would = monthAt(indexes.at(-1) ?? indexOf(line.first))
    if (!would.equals(line.last)) return { reason: 'last-not-reached', would }
  }
  const start = indexOf(validity.start)
  const end = indexOf(validity.end)
  const outside = indexes.find((month) => month < start || month > end)
  return outside === undefined ? undefined : { reason: 'outside-validity', month: monthAt(outside) }
}
