import { type GroupFault, leaderFault, nameFault, type SessionWish } from './group-fault.ts'
import { workableSizes } from './group-sizes.ts'
import type { Participant } from './participant.ts'
import { type Pairing, pickFacilitators } from './pick-facilitators.ts'

/**
 * Who leads the groups of the coming sessions: each time those who led least, then longest ago, and nobody a colleague
 * whose presenter they would lead. So nobody leads twice more than another who could have come. `led`: who led before,
 * oldest first, once for each time. `session` of a fault counts from 0.
 */
export const facilitatorRota = (
  facts: { people: readonly Participant[]; led?: readonly string[] },
  sessions: readonly (SessionWish & { groups: number })[],
): { ok: true; sessions: Pairing[][] } | { ok: false; fault: GroupFault; session: number } => {
  const led = [...(facts.led ?? [])]
  const found: Pairing[][] = []
  for (const [session, wish] of sessions.entries()) {
    const picked = lead(facts.people, wish, led)
    if (!picked.ok) return { ...picked, session }
    led.push(...picked.pairings.map(({ facilitatorId }) => facilitatorId))
    found.push(picked.pairings)
  }
  return { ok: true, sessions: found }
}

const lead = (
  people: readonly Participant[],
  wish: SessionWish & { groups: number },
  led: readonly string[],
): { ok: true; pairings: Pairing[] } | { ok: false; fault: GroupFault } => {
  const named = nameFault(people, wish)
  if (named) return { ok: false, fault: named }
  const { groups } = wish
  const present = people.filter(({ id }) => !wish.absentIds?.includes(id))
  const presenters = present.filter(({ id }) => wish.presenterIds?.includes(id))
  const free = present.filter(({ id, mayFacilitate }) => mayFacilitate && !wish.presenterIds?.includes(id))
  const works = workableSizes(present.length, free.length)
  if (presenters.length > groups)
    return {
      ok: false,
      fault: { reason: 'too-many-presenters', presenters: presenters.length, groups, works },
    }
  if (free.length < groups)
    return { ok: false, fault: { reason: 'too-few-facilitators', groups, facilitators: free.length, works } }
  const pairings = pickFacilitators(free, presenters, groups, led)
  return pairings ? { ok: true, pairings } : { ok: false, fault: leaderFault(present, presenters) }
}
