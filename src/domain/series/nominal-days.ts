import { type FiscalYear, firstDayOf, fiscalYearOf, lastDayOf } from '../calendar/fiscal-year.ts'
import { nthBusinessDay, type WorkingCalendar } from '../calendar/working-calendar.ts'
import { rruleDays } from './rrule.ts'
import type { DayPattern, SeriesRule, YearPattern } from './series-rule.ts'
import { spreadOver } from './times-a-year.ts'

type Pattern = DayPattern & { months?: readonly number[] }
type Window = { from: Temporal.PlainDate; to: Temporal.PlainDate }

/** The days within [from, to] that a series names by its patterns alone, in order, none before its first date. */
export const nominalDays = (
  rule: SeriesRule,
  calendar: WorkingCalendar,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): Temporal.PlainDate[] => {
  const { inYears = [], firstDate } = rule
  const begin = later(from, firstDate)
  if (inYears.length === 0) return daysOf(rule, firstDate, calendar, { from: begin, to })
  return yearsOf({ from: begin, to }).flatMap((year) =>
    daysOf(patternOf(year, inYears) ?? rule, firstDate, calendar, {
      from: later(begin, firstDayOf(year)),
      to: earlier(to, lastDayOf(year)),
    }),
  )
}

/** Which pattern a fiscal year has of its own, if any: the first that names it. */
const patternOf = (year: FiscalYear, inYears: readonly YearPattern[]): Pattern | undefined =>
  inYears.find(
    (one) =>
      year === one.year ||
      (one.every !== undefined && year > one.year && (year - one.year) % one.every === 0),
  )?.pattern

const daysOf = (
  pattern: Pattern,
  firstDate: Temporal.PlainDate,
  calendar: WorkingCalendar,
  window: Window,
): Temporal.PlainDate[] => {
  const { from, to } = window
  const { months } = pattern
  if ('rrule' in pattern)
    return rruleDays(pattern.rrule, firstDate, from, to).filter(
      ({ month }) => months?.includes(month) ?? true,
    )
  const days =
    'timesAYear' in pattern
      ? yearsOf(window).flatMap((year) => spreadOver(pattern, year, months))
      : monthsOf(window)
          .filter(({ month }) => months?.includes(month) ?? true)
          .flatMap((month) => nthBusinessDay(calendar, month, pattern.businessDay) ?? [])
  const compare = Temporal.PlainDate.compare
  return days.filter((day) => compare(day, from) >= 0 && compare(day, to) <= 0)
}

const yearsOf = ({ from, to }: Window): FiscalYear[] => {
  const first = fiscalYearOf(from)
  return Array.from({ length: Math.max(0, fiscalYearOf(to) - first + 1) }, (_, years) => first + years)
}

const monthsOf = ({ from, to }: Window): Temporal.PlainYearMonth[] => {
  const first = from.toPlainYearMonth()
  const months = first.until(to.toPlainYearMonth(), { largestUnit: 'months' }).months
  return Array.from({ length: Math.max(0, months + 1) }, (_, at) => first.add({ months: at }))
}

const later = (a: Temporal.PlainDate, b: Temporal.PlainDate) => (Temporal.PlainDate.compare(a, b) > 0 ? a : b)
const earlier = (a: Temporal.PlainDate, b: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(a, b) < 0 ? a : b
