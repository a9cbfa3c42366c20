import { isBusinessDay, type WorkingCalendar } from '../calendar/working-calendar.ts'
import type { GivesWay } from './series-rule.ts'

/** The days on which each of the others meets, and what to do then. */
export type Others = readonly {
  days: ReadonlySet<string>
  within: GivesWay['within']
  moveTo: GivesWay['moveTo']
}[]

/** A meeting that gives way is held within so many days of its own, or not at all. */
export const FARTHEST_GIVING_WAY_DAYS = 20
const MOST_WEEKS = 2
const MOST_DAYS = 14

/** Finds the series that takes precedence on this day or in this week; undefined where the day is free. */
export const inTheWay = (others: Others, day: Temporal.PlainDate): Others[number] | undefined =>
  others.find(({ days, within }) =>
    (within === 'day' ? [day] : weekOf(day)).some((one) => days.has(one.toString())),
  )

/**
 * Chooses the day a meeting moves to when it gives way: the nearest open and free day before or after; where the whole
 * week is another's, a day of the nearest free week within two, preferably the same weekday. `own`: the series' other
 * days.
 */
export const dayGivenInstead = (
  others: Others,
  calendar: WorkingCalendar,
  day: Temporal.PlainDate,
  own: ReadonlySet<string>,
): Temporal.PlainDate | undefined => {
  const blocker = inTheWay(others, day)
  if (!blocker || blocker.moveTo === 'skip') return undefined
  const step = blocker.moveTo === 'next' ? 1 : -1
  const candidates =
    blocker.within === 'day'
      ? Array.from({ length: MOST_DAYS }, (_, at) => day.add({ days: step * (at + 1) }))
      : Array.from({ length: MOST_WEEKS }, (_, at) => day.add({ days: step * 7 * (at + 1) })).flatMap(
          nearestFirst,
        )
  return candidates.find(
    (one) => isBusinessDay(calendar, one) && !own.has(one.toString()) && !inTheWay(others, one),
  )
}

const weekOf = (day: Temporal.PlainDate): Temporal.PlainDate[] => {
  const monday = day.subtract({ days: day.dayOfWeek - 1 })
  return Array.from({ length: 7 }, (_, days) => monday.add({ days }))
}

const nearestFirst = (day: Temporal.PlainDate): Temporal.PlainDate[] =>
  weekOf(day).toSorted((a, b) => Math.abs(day.until(a).days) - Math.abs(day.until(b).days))
