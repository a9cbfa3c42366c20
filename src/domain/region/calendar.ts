import type { WorkingCalendar } from '../calendar/working-calendar.ts'
import type { Region } from './region.ts'

/** Caches one calendar per region object: what the rules memoize about its days lives with it. */
const CALENDARS = new WeakMap<Region, WorkingCalendar>()

/** A region's days and hours, as the calendar's rules take them. */
export const calendarOf = (region: Region): WorkingCalendar => {
  const { timeZone, workingDays, officeHours, closedDays } = region
  const calendar = CALENDARS.get(region) ?? { timeZone, workingDays, officeHours, closedDays }
  CALENDARS.set(region, calendar)
  return calendar
}
