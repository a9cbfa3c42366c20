import { memoize } from '../calendar/memoize.ts'
import {
  addBusinessDays,
  firstBusinessDayOf,
  firstBusinessDayOfWeek,
  isBusinessDay,
  type WorkingCalendar,
} from '../calendar/working-calendar.ts'
import type { RenewalSettings } from '../monitoring/renewal.ts'

/** This morning and the one of the last digest: what fell in between is told now, so that an outage loses nothing. */
export type Morning = {
  today: Temporal.PlainDate
  since: Temporal.PlainDate
  calendar: WorkingCalendar
  settings: RenewalSettings & { overdueGraceBusinessDays: number }
  /** The person looks by themselves: all that is open is named, whatever morning it is. */
  asked?: boolean
}

const compareDays = Temporal.PlainDate.compare

/** Before the next business day is over: what is said the business day before. */
export const isNext = (date: Temporal.PlainDate, { today, calendar }: Morning): boolean => {
  const tomorrow = addBusinessDays(calendar, today, 1)
  return compareDays(date, today) > 0 && (tomorrow === undefined || compareDays(date, tomorrow) <= 0)
}

const mornings = memoize<Morning, boolean>()

/**
 * Open work is named on the first business day of the week and of the month, for a person hears little (DESIGN truth
 * 7): where that is today, or went by since the last morning; or where somebody asks.
 */
export const tellsOpenWork = (morning: Morning): boolean =>
  mornings(morning, 'tells open work', () => {
    const { today, calendar, asked = false } = morning
    if (asked) return true
    if (!isBusinessDay(calendar, today)) return false
    return monthBegan(morning) || cameSince(firstBusinessDayOfWeek(calendar, today), morning)
  })

/** On a morning that names open work, all of it. */
export const weekly = <Item>(items: readonly Item[], morning: Morning): readonly Item[] =>
  tellsOpenWork(morning) ? items : []

/** What is new at once, the rest weekly. */
export const newOrWeekly = <Item extends { isNew: boolean }>(
  items: readonly Item[],
  morning: Morning,
): readonly Item[] => items.filter(({ isNew }) => isNew || tellsOpenWork(morning))

/** Whether the first business day of the month is today, or went by since the last morning. */
export const monthBegan = (morning: Morning): boolean =>
  mornings(morning, 'month began', () =>
    cameSince(firstBusinessDayOf(morning.calendar, morning.today.toPlainYearMonth()), morning),
  )

const cameSince = (day: Temporal.PlainDate | undefined, { since, today }: Morning): boolean =>
  day !== undefined && compareDays(day, since) > 0 && compareDays(day, today) <= 0
