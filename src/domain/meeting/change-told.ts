import { addBusinessDays } from '../calendar/working-calendar.ts'
import { calendarOf } from '../region/calendar.ts'
import type { Region } from '../region/region.ts'

const AT_ONCE_WITHIN_BUSINESS_DAYS = 2

/** Whether members hear of a change at once: where the meeting was, or is now, is too near for the next morning. */
export const isToldAtOnce = (
  region: Region,
  days: readonly Temporal.Instant[],
  now: Temporal.Instant,
): boolean => {
  const dayOf = (instant: Temporal.Instant) => instant.toZonedDateTimeISO(region.timeZone).toPlainDate()
  const today = dayOf(now)
  const last = addBusinessDays(calendarOf(region), today, AT_ONCE_WITHIN_BUSINESS_DAYS) ?? today
  const compare = Temporal.PlainDate.compare
  return days.map(dayOf).some((day) => compare(day, today) >= 0 && compare(day, last) <= 0)
}
