import { firstDayOf, fiscalYearOf } from '../calendar/fiscal-year.ts'
import type { Rota } from '../region/rota.ts'
import type { Period } from './turn.ts'

/**
 * The turns' days from the rota's start, as far as they begin until `to`, in order. Months and fiscal years are those
 * of the calendar, the first from the start on. A rota by meetings has a turn for each of `meetings` from the start on.
 * Where each stays for several turns, they overlap.
 */
export const periodsOf = (
  { turn, from: start, lasts }: Rota,
  to: Temporal.PlainDate,
  meetings: readonly Temporal.PlainDate[],
): Period[] => {
  const compare = Temporal.PlainDate.compare
  if (turn === 'meeting') {
    const days = meetings.filter((day) => compare(start, day) <= 0).toSorted(compare)
    return days
      .map((from, at) => ({ from, to: days[at + lasts - 1] ?? from }))
      .filter(({ from }) => compare(from, to) <= 0)
  }
  const periods: Period[] = []
  for (let from = start; compare(from, to) <= 0; from = nextStart(turn, from)) {
    let end = from
    for (let left = lasts; left > 0; left -= 1) end = nextStart(turn, end)
    periods.push({ from, to: end.subtract({ days: 1 }) })
  }
  return periods
}

const nextStart = (turn: 'day' | 'week' | 'month' | 'year', from: Temporal.PlainDate): Temporal.PlainDate => {
  switch (turn) {
    case 'day':
      return from.add({ days: 1 })
    case 'week':
      return from.add({ weeks: 1 })
    case 'month':
      return from.with({ day: 1 }).add({ months: 1 })
    case 'year':
      return firstDayOf(fiscalYearOf(from) + 1)
    default:
      return turn satisfies never
  }
}
