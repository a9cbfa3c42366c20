import { type FiscalYear, firstDayOf, lastDayOf } from '../calendar/fiscal-year.ts'
import { dayOfWeek, isNthOfMonth, type Weekday } from '../calendar/weekday.ts'

type TimesAYear = { timesAYear: number; weekday: Weekday; nth?: readonly number[] }

/**
 * The year's eligible days are cut into as many equal stretches as there are meetings, and each stretch has its
 * meeting in the middle: twice a year by months is July and January, three times June, October and February.
 */
export const spreadOver = (
  pattern: TimesAYear,
  year: FiscalYear,
  months: readonly number[] | undefined,
): Temporal.PlainDate[] => {
  const eligible = eligibleDays(pattern, year, months)
  if (eligible.length < pattern.timesAYear) return []
  const stretch = eligible.length / pattern.timesAYear
  const middles = Array.from({ length: pattern.timesAYear }, (_, k) => Math.floor((k + 0.5) * stretch))
  return middles.flatMap((at) => eligible[at] ?? [])
}

/** The days of the fiscal year that could have one of the meetings. */
export const eligibleDays = (
  { weekday, nth }: TimesAYear,
  year: FiscalYear,
  months: readonly number[] | undefined,
): Temporal.PlainDate[] => {
  const april = firstDayOf(year)
  const first = april.add({ days: (dayOfWeek(weekday) - april.dayOfWeek + 7) % 7 })
  const weeks = Math.floor(first.until(lastDayOf(year)).days / 7) + 1
  return Array.from({ length: weeks }, (_, week) => first.add({ days: 7 * week })).filter(
    (day) => (months?.includes(day.month) ?? true) && (nth?.some((n) => isNthOfMonth(day, n)) ?? true),
  )
}
