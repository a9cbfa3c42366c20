import { isBusinessDay, type WorkingCalendar } from '../calendar/working-calendar.ts'
import { FARTHEST_MOVE_DAYS, openDayInstead } from './closed-day.ts'
import { dayGivenInstead, FARTHEST_GIVING_WAY_DAYS, inTheWay, type Others } from './give-way.ts'
import { nominalDays } from './nominal-days.ts'
import { FARTHEST_SHIFT_DAYS, type SeriesRule, shifted } from './series-rule.ts'

/** `nominal` is the day the rule names, and the occurrence's identity wherever it is held. */
export type Occurrence =
  | { nominal: Temporal.PlainDate; date: Temporal.PlainDate; moved: boolean }
  | { nominal: Temporal.PlainDate; cancelled: 'closed-day' | 'gave-way' }

/**
 * The occurrences whose nominal day lies within [from, to], in order, whatever day they move to: an occurrence belongs
 * to the window of its nominal day, and is the same in every window. One on a closed day moves as the series says to a
 * day that no other occurrence holds; then one on a day of a series that goes before it moves again. Where there is no
 * such day it is cancelled. Bounded: one a day at most.
 */
export const occurrences = (
  rule: SeriesRule,
  calendar: WorkingCalendar,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): Occurrence[] => {
  const gives = rule.givesWayTo !== undefined && rule.givesWayTo.length > 0
  const all = gives ? givingWay(rule, calendar, from, to) : onOpenDays(rule, calendar, from, to)
  const compare = Temporal.PlainDate.compare
  return all.filter(({ nominal }) => compare(nominal, from) >= 0 && compare(nominal, to) <= 0)
}

/** The days within [from, to] on which the series really meets. */
const meetingDays = (
  rule: SeriesRule,
  calendar: WorkingCalendar,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): Temporal.PlainDate[] => {
  const around = { days: FARTHEST_MOVE_DAYS + FARTHEST_GIVING_WAY_DAYS + shiftReach(rule) }
  const compare = Temporal.PlainDate.compare
  return occurrences(rule, calendar, from.subtract(around), to.add(around))
    .flatMap((one) => ('date' in one ? [one.date] : []))
    .filter((date) => compare(date, from) >= 0 && compare(date, to) <= 0)
}

const shiftReach = ({ shifts = [] }: SeriesRule): number => (shifts.length > 0 ? 2 * FARTHEST_SHIFT_DAYS : 0)

const onOpenDays = (
  rule: SeriesRule,
  calendar: WorkingCalendar,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): Occurrence[] => {
  const around = { days: 2 * FARTHEST_MOVE_DAYS + shiftReach(rule) }
  const nominals = nominalDays(rule, calendar, from.subtract(around), to.add(around))
  const wanted = nominals.map((nominal) => ({ nominal, day: shifted(rule, nominal) }))
  const named = new Set(wanted.map(({ day }) => day.toString()))
  return wanted.map(({ nominal, day }): Occurrence => {
    if (isBusinessDay(calendar, day)) return { nominal, date: day, moved: false }
    const date = openDayInstead(rule, calendar, day, named)
    return date ? { nominal, date, moved: true } : { nominal, cancelled: 'closed-day' }
  })
}

/** Margin around the window: two that want one day can have nominal days so far apart (closed day, then give way). */
const FARTHEST_RIVALS_DAYS = 2 * (FARTHEST_MOVE_DAYS + FARTHEST_GIVING_WAY_DAYS)

/** Of two that would move to one day the earlier goes there, and the other is not held. */
const givingWay = (
  rule: SeriesRule,
  calendar: WorkingCalendar,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): Occurrence[] => {
  const wide = [
    from.subtract({ days: FARTHEST_RIVALS_DAYS + shiftReach(rule) }),
    to.add({ days: FARTHEST_RIVALS_DAYS + shiftReach(rule) }),
  ] as const
  const others = othersOf(rule, calendar, ...wide)
  const own = onOpenDays(rule, calendar, ...wide)
  const held = new Set(own.flatMap((one) => ('date' in one ? [one.date.toString()] : [])))
  const given = new Set<string>()
  return own.map((one): Occurrence => {
    if (!('date' in one) || !inTheWay(others, one.date)) return one
    const date = dayGivenInstead(others, calendar, one.date, held)
    if (!date || given.has(date.toString())) return { nominal: one.nominal, cancelled: 'gave-way' }
    given.add(date.toString())
    return { nominal: one.nominal, date, moved: true }
  })
}

const othersOf = (
  { givesWayTo = [] }: SeriesRule,
  calendar: WorkingCalendar,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): Others => {
  const around = { days: FARTHEST_GIVING_WAY_DAYS + 2 * FARTHEST_MOVE_DAYS }
  return givesWayTo.map(({ to: other, within, moveTo }) => ({
    days: new Set(meetingDays(other, calendar, from.subtract(around), to.add(around)).map(String)),
    within,
    moveTo,
  }))
}
