import type { Region } from '../region/region.ts'
import type { Participant } from './participant.ts'
import { type GroupSeries, groupsFor, mayPresent, participantsOf } from './participants.ts'
import { presenterRota } from './presenter-rota.ts'

/** What is known of the presenters of one coming session. */
export type SessionPresenters = {
  meetingId: string
  date: Temporal.PlainDate
  /** Who said they will present, first come first. */
  accepted: readonly string[]
  /** Who said they cannot. */
  declined: readonly string[]
  absent: ReadonlySet<string>
}

export type AskedOf = { meetingId: string; date: Temporal.PlainDate; memberIds: string[] }

/** Who presented before, and when. */
export type Presented = { memberId: string; date: Temporal.PlainDate }

/**
 * Whom the rota asks for the coming sessions of a series, in order, where too few have offered: as many as there are
 * groups without a presenter. Who leads groups is asked only where leaders enough are left; nobody who is away.
 */
export const askedPresenters = (
  region: Region,
  series: GroupSeries,
  presented: readonly Presented[],
  sessions: readonly SessionPresenters[],
): AskedOf[] => {
  const past = [...presented]
  return sessions.map(({ meetingId, date, accepted, declined, absent }) => {
    const may = mayPresent(region, series, date)
    const people = participantsOf(region, series, date)
    const here = people.filter(({ id }) => !absent.has(id))
    const groups = groupsFor(series.groups, here.length)
    const pool = askable(people, here, may, groups, accepted)
    const away = pool.map(({ id }) => id).filter((id) => absent.has(id) || declined.includes(id))
    const offers = accepted.filter((id) => !absent.has(id))
    const wanted = Math.min(groups, pool.length - away.length)
    const turns = presenterRota({ people: pool, presented: past, offers }, [
      { date, presenters: wanted, absentIds: away.filter((id) => !offers.includes(id)) },
    ])
    const ids = turns.ok ? (turns.sessions[0] ?? []).map(({ memberId }) => memberId) : []
    past.push(...[...new Set([...offers, ...ids])].map((memberId) => ({ memberId, date })))
    return { meetingId, date, memberIds: ids.filter((id) => !accepted.includes(id)) }
  })
}

/** Leaders are kept for leading where there are fewer than two for each group. */
const askable = (
  people: readonly Participant[],
  here: readonly Participant[],
  may: ReadonlySet<string>,
  groups: number,
  accepted: readonly string[],
): Participant[] => {
  const leadersToSpare = here.filter(({ mayFacilitate }) => mayFacilitate).length >= 2 * groups
  return people.filter(
    ({ id, mayFacilitate }) => accepted.includes(id) || (may.has(id) && (leadersToSpare || !mayFacilitate)),
  )
}
