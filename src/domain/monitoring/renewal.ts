import { addBusinessDays, businessDayOnOrBefore, type WorkingCalendar } from '../calendar/working-calendar.ts'

/** When a region wants to hear of a plan that ends. */
export type RenewalSettings = { renewalMonthsBefore: readonly number[]; renewalInEndMonth: boolean }

/**
 * The days on which the end of a plan is told, ascending, each a business day: so many months before it, never later
 * than that for a closed day, and the first business day of its last month. Practice differs (draft by the end of
 * the month before, Toyota 2015; begun one to three months before, elsewhere), so the ladder is the region's.
 */
export const renewalDays = (
  validTo: Temporal.PlainDate,
  settings: RenewalSettings,
  calendar: WorkingCalendar,
): Temporal.PlainDate[] => {
  const before = settings.renewalMonthsBefore.map((months) =>
    businessDayOnOrBefore(calendar, validTo.subtract({ months })),
  )
  const first = settings.renewalInEndMonth
    ? addBusinessDays(calendar, validTo.with({ day: 1 }).subtract({ days: 1 }), 1)
    : undefined
  const days = new Map([...before, first].flatMap((day) => (day ? [[day.toString(), day] as const] : [])))
  return [...days.values()].sort(Temporal.PlainDate.compare)
}

/** The day from which a month that was not kept is the coordinators' to see too. */
export const escalatesOn = (
  dueMonth: Temporal.PlainYearMonth,
  graceBusinessDays: number,
  calendar: WorkingCalendar,
): Temporal.PlainDate | undefined =>
  addBusinessDays(
    calendar,
    dueMonth.toPlainDate({ day: dueMonth.daysInMonth }),
    Math.max(1, graceBusinessDays),
  )
