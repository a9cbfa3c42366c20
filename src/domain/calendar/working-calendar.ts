import holidayJp from '@holiday-jp/holiday_jp'
import { memoize } from './memoize.ts'
import { dayOfWeek, isNthOfMonth, type Weekday } from './weekday.ts'

/** One day; every year from one day to another (`MM-DD`), across the year's end too; each month's n-th such weekday. */
type ClosedDay =
  | { date: Temporal.PlainDate }
  | { yearlyFrom: string; yearlyTo: string }
  | { weekday: Weekday; nth: number }

/**
 * When a region works: days of the week (ISO, 1 Monday), hours, closed days beside the national holidays, and days
 * it works in spite of all these. The rules below hold for the years 0 to 9999, which is all that is ever read.
 */
export type WorkingCalendar = {
  timeZone: string
  workingDays: readonly number[]
  officeHours: { from: Temporal.PlainTime; to: Temporal.PlainTime }
  closedDays: readonly ClosedDay[]
  openDays?: readonly Temporal.PlainDate[]
}

/** The name of the national holiday on this day (国民の祝日に関する法律); the data reach from 1970 to 2050. */
export const holidayName = (date: Temporal.PlainDate): string | undefined => HOLIDAYS[date.toString()]?.name

/** Look holidays up by the ISO day: the library's functions on `Date` follow the machine's time zone. */
const HOLIDAYS: Readonly<Record<string, { name: string }>> = holidayJp.holidays

export type ClosedReason = 'weekend' | 'holiday' | 'closed'

/** Why nobody works on this day; undefined when they do. `holidayName` has a holiday's name. */
export const closedReason = (
  calendar: WorkingCalendar,
  date: Temporal.PlainDate,
): ClosedReason | undefined => {
  if (calendar.openDays?.some((open) => open.equals(date))) return undefined
  if (!calendar.workingDays.includes(date.dayOfWeek)) return 'weekend'
  if (holidayName(date) !== undefined) return 'holiday'
  return calendar.closedDays.some((closed) => covers(closed, date)) ? 'closed' : undefined
}

const covers = (closed: ClosedDay, date: Temporal.PlainDate): boolean => {
  if ('date' in closed) return closed.date.equals(date)
  if ('weekday' in closed)
    return date.dayOfWeek === dayOfWeek(closed.weekday) && isNthOfMonth(date, closed.nth)
  const day = date.toString().slice(-5)
  const { yearlyFrom, yearlyTo } = closed
  return yearlyFrom <= yearlyTo ? day >= yearlyFrom && day <= yearlyTo : day >= yearlyFrom || day <= yearlyTo
}

const businessDays = memoize<WorkingCalendar, boolean>()

export const isBusinessDay = (calendar: WorkingCalendar, date: Temporal.PlainDate): boolean =>
  businessDays(calendar, date.toString(), () => closedReason(calendar, date) === undefined)

/** Bound of the search for a business day: a calendar without one within it has none. */
const FARTHEST_DAYS = 366

const searches = memoize<WorkingCalendar, Temporal.PlainDate | undefined>()

const search = (
  calendar: WorkingCalendar,
  from: Temporal.PlainDate,
  step: 1 | -1,
): Temporal.PlainDate | undefined =>
  searches(calendar, `${from} ${step}`, () => firstBusinessDay(calendar, from, step))

const firstBusinessDay = (
  calendar: WorkingCalendar,
  from: Temporal.PlainDate,
  step: 1 | -1,
): Temporal.PlainDate | undefined => {
  for (let days = 0; days <= FARTHEST_DAYS; days += 1) {
    const date = from.add({ days: days * step })
    if (isBusinessDay(calendar, date)) return date
  }
  return undefined
}

/** Undefined where the calendar has no business day within a year. */
export const businessDayOnOrAfter = (
  calendar: WorkingCalendar,
  date: Temporal.PlainDate,
): Temporal.PlainDate | undefined => search(calendar, date, 1)

/** Undefined where the calendar has no business day within a year. */
export const businessDayOnOrBefore = (
  calendar: WorkingCalendar,
  date: Temporal.PlainDate,
): Temporal.PlainDate | undefined => search(calendar, date, -1)

/** About eight years: nothing is planned by business days farther ahead. */
const MOST_BUSINESS_DAYS = 2000

const counted = memoize<WorkingCalendar, Temporal.PlainDate | undefined>()

/**
 * The n-th business day after (n > 0) or before (n < 0) a day, which itself does not count; n = 0 is the day.
 * Undefined where there is none, and for n beyond 2,000 either way.
 */
export const addBusinessDays = (
  calendar: WorkingCalendar,
  date: Temporal.PlainDate,
  n: number,
): Temporal.PlainDate | undefined => counted(calendar, `${date} ${n}`, () => countFrom(calendar, date, n))

const countFrom = (
  calendar: WorkingCalendar,
  date: Temporal.PlainDate,
  n: number,
): Temporal.PlainDate | undefined => {
  if (!Number.isInteger(n) || Math.abs(n) > MOST_BUSINESS_DAYS) return undefined
  const step = n < 0 ? -1 : 1
  let at: Temporal.PlainDate | undefined = date
  for (let left = Math.abs(n); left > 0 && at; left -= 1) at = search(calendar, at.add({ days: step }), step)
  return at
}

/** Undefined where the month has none. */
export const firstBusinessDayOf = (
  calendar: WorkingCalendar,
  month: Temporal.PlainYearMonth,
): Temporal.PlainDate | undefined => {
  const found = businessDayOnOrAfter(calendar, month.toPlainDate({ day: 1 }))
  return found?.toPlainYearMonth().equals(month) ? found : undefined
}

/** Of the ISO week (Monday to Sunday) that holds the day; undefined where that week has none. */
export const firstBusinessDayOfWeek = (
  calendar: WorkingCalendar,
  date: Temporal.PlainDate,
): Temporal.PlainDate | undefined => {
  const monday = date.subtract({ days: date.dayOfWeek - 1 })
  const found = businessDayOnOrAfter(calendar, monday)
  return found && monday.until(found).days < 7 ? found : undefined
}

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

export const toInstant = (
  calendar: WorkingCalendar,
  date: Temporal.PlainDate,
  time: Temporal.PlainTime,
): Temporal.Instant => date.toZonedDateTime({ timeZone: calendar.timeZone, plainTime: time }).toInstant()

export const dateAt = (calendar: WorkingCalendar, instant: Temporal.Instant): Temporal.PlainDate =>
  instant.toZonedDateTimeISO(calendar.timeZone).toPlainDate()

/** From the opening to just before the closing. */
export const isWithinOfficeHours = (calendar: WorkingCalendar, instant: Temporal.Instant): boolean => {
  const local = instant.toZonedDateTimeISO(calendar.timeZone)
  const time = local.toPlainTime()
  const { from, to } = calendar.officeHours
  const compare = Temporal.PlainTime.compare
  return isBusinessDay(calendar, local.toPlainDate()) && compare(time, from) >= 0 && compare(time, to) < 0
}

/**
 * Bounds the search: today's opening may be past, and the next skipped by a change of summer time; then there is none.
 */
const MOST_OPENINGS = 3

/**
 * The instant itself when the offices are open, else their next opening: always within office hours. Undefined where
 * they never open, as with a closing before the opening.
 */
export const nextOfficeInstant = (
  calendar: WorkingCalendar,
  instant: Temporal.Instant,
): Temporal.Instant | undefined => {
  if (isWithinOfficeHours(calendar, instant)) return instant
  let day = businessDayOnOrAfter(calendar, dateAt(calendar, instant))
  for (let tried = 0; day && tried < MOST_OPENINGS; tried += 1) {
    const opening = toInstant(calendar, day, calendar.officeHours.from)
    if (Temporal.Instant.compare(opening, instant) > 0 && isWithinOfficeHours(calendar, opening))
      return opening
    day = addBusinessDays(calendar, day, 1)
  }
  return undefined
}
