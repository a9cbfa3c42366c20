import type { Rota } from '../region/rota.ts'
import { isThere, type Party, type Period, partyOf, sameParty, type Turn } from './turn.ts'

/** Two turns whose parties have changed places, by their first days. */
export type AgreedSwap = { one: Temporal.PlainDate; other: Temporal.PlainDate }

/** The turns with the parties of two of them exchanged; as they are, where one of the two is not among them. */
export const swap = (turns: readonly Turn[], { one, other }: AgreedSwap): Turn[] => {
  const [a, b] = [turnOn(turns, one), turnOn(turns, other)]
  if (!a || !b) return [...turns]
  return turns.map((turn) => {
    if (turn === a) return { ...turn, party: b.party }
    return turn === b ? { ...turn, party: a.party } : turn
  })
}

/** All of them, oldest first, without those whose party has left before the turn they took over. */
export const applySwaps = (rota: Rota, turns: readonly Turn[], swaps: readonly AgreedSwap[]): Turn[] =>
  swaps.reduce<Turn[]>(
    (so, each) => {
      const [a, b] = [turnOn(so, each.one), turnOn(so, each.other)]
      const holds = a && b && takesPart(rota, a.party, b) && takesPart(rota, b.party, a)
      return holds ? swap(so, each) : so
    },
    [...turns],
  )

export const turnOn = (turns: readonly Turn[], firstDay: Temporal.PlainDate): Turn | undefined =>
  turns.find(({ from }) => from.equals(firstDay))

/** Whether a party of the rota's order is there for all of these days. */
export const takesPart = ({ order }: Rota, party: Party, period: Period): boolean =>
  order.some((one) => sameParty(partyOf(one), party) && isThere(one, period))
