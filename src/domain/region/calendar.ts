import type { WorkingCalendar } from '../calendar/working-calendar.ts'
import type { Region } from './region.ts'

/** A region's days and hours, as the calendar's rules take them. */
export const calendarOf = ({ timeZone, workingDays, officeHours, closedDays }: Region): WorkingCalendar => ({
  timeZone,
  workingDays,
  officeHours,
  closedDays,
})
