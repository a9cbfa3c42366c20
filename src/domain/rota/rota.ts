import type { Rota, RotaParty } from '../region/rota.ts'
import { periodsOf } from './periods.ts'
import { type AgreedSwap, applySwaps } from './swap.ts'
import { isThere, type Period, partyOf, type Turn } from './turn.ts'

/** What a rota's turns follow from beside its definition. */
export type RotaFacts = {
  /** Every meeting of the rota's series since its start, cancelled ones left out; for rotas by meetings. */
  meetings?: readonly Temporal.PlainDate[]
  /** Agreed swaps, oldest first. */
  swaps?: readonly AgreedSwap[]
}

/**
 * The turns that touch [from, to], in order, the same in every window. Each goes to the next in the rota's order who
 * is there for all of it: who left drops out and their turn is the next one's. So nobody has two turns more than
 * another who was there as long. A turn nobody is there for is left out.
 */
export const turns = (
  rota: Rota,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
  { meetings = [], swaps = [] }: RotaFacts = {},
): Turn[] => {
  const compare = Temporal.PlainDate.compare
  const farthest = [to, ...swaps.flatMap(({ one, other }) => [one, other])].toSorted(compare).at(-1) ?? to
  const taken = takeTurns(rota, periodsOf(rota, farthest, meetings))
  return applySwaps(rota, taken, swaps).filter(
    (turn) => compare(turn.from, to) <= 0 && compare(from, turn.to) <= 0,
  )
}

const takeTurns = ({ order }: Rota, periods: readonly Period[]): Turn[] => {
  let next = 0
  return periods.flatMap((period): Turn[] => {
    const step = order.findIndex((_, ahead) => isThere(partyAt(order, next + ahead), period))
    if (step < 0) return []
    const party = partyOf(partyAt(order, next + step))
    next += step + 1
    return [{ ...period, party }]
  })
}

const partyAt = (order: readonly RotaParty[], at: number): RotaParty => {
  const party = order[at % order.length]
  if (!party) throw new Error('a rota has an order')
  return party
}
