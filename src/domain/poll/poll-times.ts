import { addBusinessDays, toInstant, type WorkingCalendar } from '../calendar/working-calendar.ts'

/** Remind who has not answered from so many business days before the deadline. */
const CHASE_BUSINESS_DAYS = 2
/** A poll closes in the evening, its day is told the next morning, and nobody is called together for the same day. */
const NOTICE_BUSINESS_DAYS = 2

/** The deadline's day counts until the offices close. */
export const closesAt = (calendar: WorkingCalendar, deadline: Temporal.PlainDate): Temporal.Instant =>
  toInstant(calendar, deadline, calendar.officeHours.to)

/** The first day that a poll with this deadline may offer. */
export const firstOfferable = (
  calendar: WorkingCalendar,
  deadline: Temporal.PlainDate,
): Temporal.PlainDate | undefined => addBusinessDays(calendar, deadline, NOTICE_BUSINESS_DAYS)

export const chasesOn = (
  day: Temporal.PlainDate,
  deadline: Temporal.PlainDate,
  calendar: WorkingCalendar,
): boolean => {
  const from = addBusinessDays(calendar, deadline, -CHASE_BUSINESS_DAYS)
  const compare = Temporal.PlainDate.compare
  return from !== undefined && compare(day, from) >= 0 && compare(day, deadline) <= 0
}
