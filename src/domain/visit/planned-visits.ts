import { businessDayOnOrAfter, isBusinessDay, type WorkingCalendar } from '../calendar/working-calendar.ts'
import type { Region } from '../region/region.ts'
import { coordinatorsOf } from '../region/roster.ts'

type Visits = NonNullable<Region['visits']>
type Round = Visits['rounds'][number]
export type PlannedVisit = { officeId: string; on: Temporal.PlainDate; visitorId: string }
type Slot = { officeId: string; on: Temporal.PlainDate }
type Facts = Pick<Region, 'visits' | 'offices' | 'members'>

const compare = Temporal.PlainDate.compare

/**
 * The visits of every cycle that touches [from, to], those within it alone: evenly over the business days, one a day
 * where the days suffice, visitors in turn. The same file gives the same days, whatever the day it is asked on.
 */
export const plannedVisits = (
  { visits, offices, members }: Facts,
  calendar: WorkingCalendar,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): PlannedVisit[] => {
  if (!visits) return []
  const visitors = visitorsOf(visits, members)
  const planned: PlannedVisit[] = []
  const used = new Set<string>()
  for (let cycle = 0; compare(cycleStart(visits, cycle), to) <= 0; cycle += 1) {
    const slots = [
      ...visits.rounds.flatMap((round) => roundSlots(visits, round, cycle, offices, calendar)),
      ...(cycle === 0 ? visits.newOffices.flatMap((one) => newOfficeSlots(one, calendar)) : []),
    ].toSorted((a, b) => compare(a.on, b.on) || (a.officeId < b.officeId ? -1 : 1))
    for (const { officeId, on } of slots) {
      const visitorId = visitors[planned.length % visitors.length]
      const day = freeDay(on, used, calendar)
      if (visitorId !== undefined) planned.push({ officeId, on: day, visitorId })
    }
  }
  return planned.filter(({ on }) => compare(on, from) >= 0 && compare(on, to) <= 0)
}

/** Those named who are still there, else the centre's own. */
const visitorsOf = ({ visitors }: Visits, members: Facts['members']): string[] => {
  const named = visitors.filter((id) => members.some((member) => member.id === id))
  if (named.length > 0) return named
  return coordinatorsOf({ members }).map(({ id }) => id)
}

const cycleStart = ({ from, cycleMonths }: Visits, cycle: number): Temporal.PlainDate =>
  from.add({ months: cycle * cycleMonths })

const roundSlots = (
  visits: Visits,
  round: Round,
  cycle: number,
  all: Facts['offices'],
  calendar: WorkingCalendar,
): Slot[] => {
  const start = cycleStart(visits, cycle)
  const first = start.add({ months: round.fromMonth - 1 })
  const last = start.add({ months: round.toMonth ?? visits.cycleMonths })
  const isNew = (id: string) =>
    visits.newOffices.some(
      ({ office, from, months }) =>
        office === id && compare(from, last) < 0 && compare(first, from.add({ months })) < 0,
    )
  const offices = all
    .filter(({ id, kind }) => round.officeKinds.includes(kind) || round.offices.includes(id))
    .filter(({ id }) => !isNew(id))
    .map(({ id }) => id)
  const count = round.visits ?? offices.length * (round.times ?? 1)
  const begin = round.visits === undefined ? 0 : cycle * round.visits
  return spread(first, last, count, calendar).flatMap((on, index) => {
    const officeId = offices[(begin + index) % offices.length]
    return officeId === undefined ? [] : [{ officeId, on }]
  })
}

const newOfficeSlots = (
  { office, from, months, times }: Visits['newOffices'][number],
  calendar: WorkingCalendar,
): Slot[] => spread(from, from.add({ months }), times, calendar).map((on) => ({ officeId: office, on }))

/** The middles of `count` equal parts of the business days in [first, end). */
const spread = (
  first: Temporal.PlainDate,
  end: Temporal.PlainDate,
  count: number,
  calendar: WorkingCalendar,
): Temporal.PlainDate[] => {
  const days: Temporal.PlainDate[] = []
  for (let day = first; compare(day, end) < 0; day = day.add({ days: 1 }))
    if (isBusinessDay(calendar, day)) days.push(day)
  return Array.from(
    { length: count },
    (_, index) => days[Math.floor(((index + 0.5) * days.length) / count)],
  ).filter((day) => day !== undefined)
}

/** Farther than this a visit would leave its part of the period. */
const FARTHEST = 5

const freeDay = (
  wanted: Temporal.PlainDate,
  used: Set<string>,
  calendar: WorkingCalendar,
): Temporal.PlainDate => {
  let day = wanted
  for (let tries = 0; tries < FARTHEST && used.has(day.toString()); tries += 1)
    day = businessDayOnOrAfter(calendar, day.add({ days: 1 })) ?? day
  used.add(day.toString())
  return day
}
