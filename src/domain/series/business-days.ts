import { isBusinessDay, type WorkingCalendar } from '../calendar/working-calendar.ts'

/** A month's n-th business day, from its end where n is negative. Undefined where the month has fewer. */
export const nthBusinessDay = (
  calendar: WorkingCalendar,
  month: Temporal.PlainYearMonth,
  n: number,
): Temporal.PlainDate | undefined => businessDaysOf(calendar, month).at(n > 0 ? n - 1 : n)

export const businessDaysOf = (
  calendar: WorkingCalendar,
  month: Temporal.PlainYearMonth,
): Temporal.PlainDate[] =>
  Array.from({ length: month.daysInMonth }, (_, at) => month.toPlainDate({ day: at + 1 })).filter((day) =>
    isBusinessDay(calendar, day),
  )
