import { assign } from './assign.ts'
import { areColleagues, type Participant } from './participant.ts'

/** Who leads a group, and the presenter they lead, where one is known. */
export type Pairing = { facilitatorId: string; presenterId?: string }

/** More than any recency counts: who led least comes first, then who led longest ago. */
const ONE_TURN = 1_000

/**
 * A facilitator for each presenter, none their colleague, and for as many groups without one as are left: those who
 * led least often, then longest ago. `led` names who led before, oldest first, once for each time. Exact: a smallest
 * assignment. Undefined where there is none.
 */
export const pickFacilitators = (
  candidates: readonly Participant[],
  presenters: readonly Participant[],
  groups: number,
  led: readonly string[],
): Pairing[] | undefined => {
  const free = candidates
    .filter(({ id }) => !presenters.some((presenter) => presenter.id === id))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const turns = turnsTaken(free, led)
  const chosen = assign(groups, free.length, (group, at) => {
    const [presenter, one] = [presenters[group], free[at]]
    return one && !(presenter && areColleagues(one, presenter)) ? turns.get(one.id) : undefined
  })
  return chosen?.flatMap((at, group) => {
    const [presenter, one] = [presenters[group], free[at]]
    if (!one) return []
    return [{ facilitatorId: one.id, presenterId: presenter?.id }]
  })
}

const turnsTaken = (candidates: readonly Participant[], led: readonly string[]): Map<string, number> => {
  const lastTurns = candidates.map(({ id }) => led.lastIndexOf(id)).toSorted((a, b) => a - b)
  return new Map(
    candidates.map(({ id }) => {
      const times = led.filter((one) => one === id).length
      return [id, times * ONE_TURN + lastTurns.indexOf(led.lastIndexOf(id))]
    }),
  )
}
