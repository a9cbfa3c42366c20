import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { deltaOf, exchange, FIXED, type SeatedSession, type Seating } from './seating.ts'

/** For so many steps, and up to so many more, two who changed places may not change back. Tuned: docs/decisions/0011. */
const TABU_STEPS = 4
const TABU_MORE = 8
const RANDOM_BITS = 0x7fff_ffff

/** Seats of different groups whose people may change places: `one`, `other`, `one`, `other` … */
type Exchanges = { session: SeatedSession; seats: Int32Array; tabuUntil: Int32Array }

/**
 * Tabu search: each step makes the exchange that lowers the sum of costs most or raises it least, by chance among
 * equals, but not one of those just undone, unless it leads to the least sum so far. Ends after looking at
 * `evaluations` exchanges, with the best seating met: never worse than it began. The same seating and seed end the same.
 */
export const searchSeating = (seating: Seating, seed: number, evaluations: number): void => {
  const all = seating.sessions.map((session) => possibleExchanges(seating, session))
  const looks = all.reduce((sum, { seats }) => sum + seats.length / 2, 0)
  if (looks === 0) return
  const random = xoroshiro128plus(seed)
  const steps = Math.ceil(evaluations / looks)
  let best = seatsOf(seating)
  let sum = 0
  let least = 0
  for (let step = 1; step <= steps; step += 1) {
    let chosen: Exchanges | undefined
    let at = 0
    let lowest = Number.MAX_SAFE_INTEGER
    let equals = 0
    for (const exchanges of all) {
      const { session, seats, tabuUntil } = exchanges
      const sitting = session.seats
      for (let pair = 0; pair < seats.length; pair += 2) {
        const one = seats[pair] as number
        const other = seats[pair + 1] as number
        const delta = deltaOf(seating, session, one, other)
        if (delta > lowest) continue
        const key = (sitting[one] as number) * seating.side + (sitting[other] as number)
        if ((tabuUntil[key] as number) >= step && sum + delta >= least) continue
        equals = delta < lowest ? 1 : equals + 1
        if (equals > 1 && (random.next() & RANDOM_BITS) % equals !== 0) continue
        lowest = delta
        chosen = exchanges
        at = pair
      }
    }
    if (!chosen) continue
    make(seating, chosen, at, step + TABU_STEPS + ((random.next() & RANDOM_BITS) % TABU_MORE))
    sum += lowest
    if (sum >= least) continue
    least = sum
    best = seatsOf(seating)
  }
  for (const [at, { seats }] of seating.sessions.entries()) seats.set(best[at] ?? seats)
}

const seatsOf = ({ sessions }: Seating): Int32Array[] => sessions.map(({ seats }) => seats.slice())

const make = (
  seating: Seating,
  { session, seats, tabuUntil }: Exchanges,
  at: number,
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

const possibleExchanges = ({ width, side }: Seating, session: SeatedSession): Exchanges => {
  const seats = [...session.kinds].flatMap((kind, one): number[] => {
    if (kind === FIXED) return []
    const next = (Math.floor(one / width) + 1) * width
    const others = [...session.kinds.keys()].filter((other) => other >= next && session.kinds[other] === kind)
    return others.flatMap((other) => [one, other])
  })
  return { session, seats: Int32Array.from(seats), tabuUntil: new Int32Array(side * side) }
}
