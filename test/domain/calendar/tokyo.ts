import type { WorkingCalendar } from '../../../src/domain/calendar/working-calendar.ts'

/** Monday to Friday, 8:30 to 17:15, closed from 29 December to 3 January. */
export const tokyo = (changes: Partial<WorkingCalendar> = {}): WorkingCalendar => ({
  timeZone: 'Asia/Tokyo',
  workingDays: [1, 2, 3, 4, 5],
  officeHours: { from: Temporal.PlainTime.from('08:30'), to: Temporal.PlainTime.from('17:15') },
  closedDays: [{ yearlyFrom: '12-29', yearlyTo: '01-03' }],
  ...changes,
})

export const at = (text: string, zone = 'Asia/Tokyo'): Temporal.Instant =>
  Temporal.PlainDateTime.from(text).toZonedDateTime(zone).toInstant()
