import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator'
import { deltaOf, exchange, FIXED, type SeatedSession, type Seating } from './seating.ts'

/**
 * For so many steps, and up to so many more, two who changed places may not change back. This and PATIENCE were tuned
 * on 25 people of 12 offices, 5 groups, 6 sessions: docs/decisions/0011-groups.md.
 */
const TABU_STEPS = 4
const TABU_MORE = 8
/** After so many steps without a new least sum since, one session is shuffled in the best seating met so far. */
const PATIENCE = 3_000
const RANDOM_BITS = 0x7fff_ffff

/** Seats of different groups whose people may change places: `one`, `other`, `one`, `other` … */
type Exchanges = { session: SeatedSession; seats: Int32Array; tabuUntil: Int32Array }

/**
 * Iterated tabu search: each step makes the exchange that lowers the sum of costs most or raises it least, by chance
 * among equals, but not one of those just undone, unless it leads to the least sum so far. Where that leads no
 * further, the best seating met is taken up again with one session shuffled. Ends after looking at `evaluations`
 * exchanges, with the best seating met: never worse than it began. The same seating and seed end the same.
 */
export const searchSeating = (seating: Seating, seed: number, evaluations: number): void => {
  const all = seating.sessions.map((session) => possibleExchanges(seating, session))
  const looks = all.reduce((sum, { seats }) => sum + seats.length / 2, 0)
  if (looks === 0) return
  const random = xoroshiro128plus(seed)
  let best = { sum: 0, seats: seatsOf(seating) }
  let [sum, least, since] = [0, 0, 0]
  const steps = Math.ceil(evaluations / looks)
  for (let step = 1; step <= steps; step += 1) {
    const found = bestExchange(seating, all, step, best.sum - sum, random)
    if (found) {
      make(seating, found, step + TABU_STEPS + below(random, TABU_MORE))
      sum += found.delta
    }
    if (sum < best.sum) best = { sum, seats: seatsOf(seating) }
    if (sum < least) [least, since] = [sum, step]
    if (step - since < PATIENCE) continue
    takeUp(seating, best.seats)
    sum = best.sum + shuffleOne(seating, all, random)
    for (const { tabuUntil } of all) tabuUntil.fill(0)
    ;[least, since] = [sum, step]
  }
  takeUp(seating, best.seats)
}

type Found = { exchanges: Exchanges; at: number; delta: number }

/** `needed`: what a tabu exchange must lower the sum by to be made all the same. */
const bestExchange = (
  seating: Seating,
  all: readonly Exchanges[],
  step: number,
  needed: number,
  random: RandomGenerator,
): Found | undefined => {
  let chosen: Exchanges | undefined
  let [at, lowest, equals] = [0, Number.MAX_SAFE_INTEGER, 0]
  for (const exchanges of all) {
    const { session, seats, tabuUntil } = exchanges
    const sitting = session.seats
    for (let pair = 0; pair < seats.length; pair += 2) {
      const one = seats[pair] as number
      const other = seats[pair + 1] as number
      const delta = deltaOf(seating, session, one, other)
      if (delta > lowest) continue
      const key = (sitting[one] as number) * seating.side + (sitting[other] as number)
      if ((tabuUntil[key] as number) >= step && delta >= needed) continue
      equals = delta < lowest ? 1 : equals + 1
      if (equals > 1 && below(random, equals) !== 0) continue
      lowest = delta
      chosen = exchanges
      at = pair
    }
  }
  return chosen && { exchanges: chosen, at, delta: lowest }
}

const below = (random: RandomGenerator, bound: number): number => (random.next() & RANDOM_BITS) % bound

const make = (
  seating: Seating,
  { exchanges: { session, seats, tabuUntil }, at }: Found,
  until: number,
): void => {
  const one = seats[at] as number
  const other = seats[at + 1] as number
  const a = session.seats[one] as number
  const b = session.seats[other] as number
  exchange(seating, session, one, other)
  tabuUntil[a * seating.side + b] = until
  tabuUntil[b * seating.side + a] = until
}

const seatsOf = ({ sessions }: Seating): Int32Array[] => sessions.map(({ seats }) => seats.slice())

/** Seats everybody as they sat then, by exchanges, so that every sum stays right. */
const takeUp = (seating: Seating, then: readonly Int32Array[]): void => {
  for (const [at, session] of seating.sessions.entries()) {
    const { seats, groupOf } = session
    for (const [seat, wanted] of (then[at] ?? seats).entries()) {
      const now = seats[seat] as number
      if (now === wanted) continue
      const other = seats.indexOf(wanted)
      if (groupOf[now] !== groupOf[wanted]) exchange(seating, session, seat, other)
      else [seats[seat], seats[other]] = [wanted, now]
    }
  }
}

/** What shuffling one session, chosen by chance, changes the sum of costs by. */
const shuffleOne = (seating: Seating, all: readonly Exchanges[], random: RandomGenerator): number => {
  const chosen = all[below(random, all.length)]
  if (!chosen || chosen.seats.length === 0) return 0
  let sum = 0
  for (let left = 2 * chosen.session.seats.length; left > 0; left -= 1) {
    const at = 2 * below(random, chosen.seats.length / 2)
    const [one, other] = [chosen.seats[at] as number, chosen.seats[at + 1] as number]
    sum += deltaOf(seating, chosen.session, one, other)
    exchange(seating, chosen.session, one, other)
  }
  return sum
}

const possibleExchanges = ({ width, side }: Seating, session: SeatedSession): Exchanges => {
  const seats = [...session.kinds].flatMap((kind, one): number[] => {
    if (kind === FIXED) return []
    const next = (Math.floor(one / width) + 1) * width
    const others = [...session.kinds.keys()].filter((other) => other >= next && session.kinds[other] === kind)
    return others.flatMap((other) => [one, other])
  })
  return { session, seats: Int32Array.from(seats), tabuUntil: new Int32Array(side * side) }
}
