import { dayOfWeek, type Weekday } from '../calendar/weekday.ts'
import { isBusinessDay, type WorkingCalendar } from '../calendar/working-calendar.ts'
import type { SeriesRule } from './series-rule.ts'

/** A meeting moved further would no longer be that meeting. */
export const FARTHEST_MOVE_DAYS = 14

/**
 * Where a meeting goes whose nominal day is closed; undefined where nowhere. `named` are all nominal days around:
 * an open one is taken, and of several closed ones each gets a day of its own, in their order.
 */
export const openDayInstead = (
  { onClosedDay, closedDayWeekdays = [] }: SeriesRule,
  calendar: WorkingCalendar,
  nominal: Temporal.PlainDate,
  named: ReadonlySet<string>,
): Temporal.PlainDate | undefined => {
  switch (onClosedDay) {
    case 'skip':
      return undefined
    case 'next':
      return nearestDay(calendar, nominal, 1, named)
    case 'previous':
      return nearestDay(calendar, nominal, -1, named)
    case 'weekday':
      return otherWeekday(calendar, nominal, closedDayWeekdays, named)
    default:
      return onClosedDay satisfies never
  }
}

/** The week's closed nominal days before this one take the first of the weekdays that are open. */
const otherWeekday = (
  calendar: WorkingCalendar,
  nominal: Temporal.PlainDate,
  weekdays: readonly Weekday[],
  named: ReadonlySet<string>,
): Temporal.PlainDate | undefined => {
  const monday = nominal.subtract({ days: nominal.dayOfWeek - 1 })
  const open = weekdays
    .map((weekday) => monday.add({ days: dayOfWeek(weekday) - 1 }))
    .filter((day) => isBusinessDay(calendar, day) && !named.has(day.toString()))
  const before = Array.from({ length: nominal.dayOfWeek - 1 }, (_, days) => monday.add({ days }))
  const inLine = before.filter((day) => named.has(day.toString()) && !isBusinessDay(calendar, day)).length
  return open[inLine]
}

/**
 * The nearest open day that no other occurrence holds, but not past the next closed day and not over two weeks. The
 * open days that follow a closed stretch are its own, so no other stretch's occurrence can want them: those of this
 * stretch that come before this one in line take the first ones.
 */
const nearestDay = (
  calendar: WorkingCalendar,
  nominal: Temporal.PlainDate,
  step: 1 | -1,
  named: ReadonlySet<string>,
): Temporal.PlainDate | undefined => {
  const near = (day: Temporal.PlainDate, other: Temporal.PlainDate) =>
    Math.abs(day.until(other).days) <= FARTHEST_MOVE_DAYS
  let edge = nominal
  while (!isBusinessDay(calendar, edge)) {
    edge = edge.add({ days: step })
    if (!near(nominal, edge)) return undefined
  }
  let inLine = 0
  for (
    let day = nominal.subtract({ days: step });
    near(day, edge) && !isBusinessDay(calendar, day);
    day = day.subtract({ days: step })
  )
    if (named.has(day.toString())) inLine += 1
  for (let day = edge; near(nominal, day) && isBusinessDay(calendar, day); day = day.add({ days: step })) {
    if (named.has(day.toString())) continue
    if (inLine === 0) return day
    inLine -= 1
  }
  return undefined
}
