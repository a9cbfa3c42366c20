import { lessEq, type Model, solve } from 'yalps'
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
  const cost = costs(free, led)
  const slots = Array.from({ length: groups }, (_, at) => ({
    name: `group ${at}`,
    presenter: presenters[at],
  }))
  const choices = slots.flatMap(({ name, presenter }, slot) =>
    free
      .filter((one) => presenter === undefined || !areColleagues(one, presenter))
      .map((one) => ({
        slot,
        id: one.id,
        row: { cost: cost.get(one.id) ?? 0, [name]: 1, [`person ${one.id}`]: 1 },
      })),
  )
  const model: Model = {
    direction: 'minimize',
    objective: 'cost',
    constraints: [
      ...slots.map(({ name }) => [name, { equal: 1 }] as const),
      ...free.map(({ id }) => [`person ${id}`, lessEq(1)] as const),
    ],
    variables: choices.map(({ row }, at) => [String(at), row] as const),
    binaries: true,
  }
  const solution = solve(model)
  if (solution.status !== 'optimal') return undefined
  const chosen = solution.variables.flatMap(([at, taken]) => (taken > 0.5 ? [choices[Number(at)]] : []))
  return slots.flatMap(({ presenter }, slot) => {
    const one = chosen.find((choice) => choice?.slot === slot)
    if (!one) return []
    return [{ facilitatorId: one.id, ...(presenter ? { presenterId: presenter.id } : {}) }]
  })
}

const costs = (candidates: readonly Participant[], led: readonly string[]): Map<string, number> => {
  const lastTurns = candidates.map(({ id }) => led.lastIndexOf(id)).toSorted((a, b) => a - b)
  return new Map(
    candidates.map(({ id }) => {
      const times = led.filter((one) => one === id).length
      return [id, times * ONE_TURN + lastTurns.indexOf(led.lastIndexOf(id))]
    }),
  )
}
