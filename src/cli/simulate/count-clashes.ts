import { isBusinessDay } from '../../domain/calendar/working-calendar.ts'
import { calendarOf } from '../../domain/region/calendar.ts'
import type { Region } from '../../domain/region/region.ts'
import { rosterOf } from '../../domain/region/roster.ts'
import type { Meeting } from '../../store/meeting/meetings.ts'

type Held = Pick<Meeting, 'seriesId' | 'startsAt' | 'durationMinutes'>

export type Clashes = { onClosedDays: number; twiceAtOnce: number }

/** Counts meetings on closed days, and how often a member would have to be in two at once. */
export const countClashes = (region: Region, meetings: readonly Held[]): Clashes => {
  const calendar = calendarOf(region)
  const closed = meetings.filter(
    ({ startsAt }) => !isBusinessDay(calendar, startsAt.toZonedDateTimeISO(region.timeZone).toPlainDate()),
  )
  const inOrder = meetings.toSorted((a, b) => Temporal.Instant.compare(a.startsAt, b.startsAt))
  const held = inOrder.map(({ seriesId, startsAt, durationMinutes }) => ({
    startsAt,
    endsAt: startsAt.add({ minutes: durationMinutes }),
    people: rosterOf(
      region,
      region.series.find(({ id }) => id === seriesId)?.body ?? '',
      startsAt.toZonedDateTimeISO(region.timeZone).toPlainDate(),
    ),
  }))
  const twice = held.flatMap(({ endsAt, people }, index) =>
    held
      .slice(index + 1)
      .filter((other) => Temporal.Instant.compare(other.startsAt, endsAt) < 0)
      .flatMap((other) => people.filter((person) => other.people.includes(person))),
  )
  return { onClosedDays: closed.length, twiceAtOnce: twice.length }
}
