import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator'
import { deltaOf, exchange, FIXED, MEETING, type SeatedSession, type Seating } from './seating.ts'

/** Tuned on 25 people of 12 offices, 5 groups, 6 sessions: docs/decisions/0011-groups.md. */
const WARM = 0.36 * MEETING
const COLD = 0.28 * MEETING
/** From WARM to COLD in so many steps; then it is warmed again. */
const STEPS = 500
const MOST_LOOKS_A_RUN = 10_000
/** What is worse by so much is never taken: at WARM it would be once in three hundred million. */
const HOPELESS = 7 * MEETING
const RANDOM_BITS = 0x7fff_ffff

type Move = { session: SeatedSession; one: number; other: number }

/**
 * Simulated annealing: exchanges two people of a session at random, always when that is no worse, the less often the
 * worse it is and the later; at the end only what is better. A long search is several such runs, of which the best
 * stays. Looks at `evaluations` exchanges and, in each last descent, at each until none helps. The same seating and
 * seed end the same; never worse than where it began.
 */
export const anneal = (seating: Seating, seed: number, evaluations: number): void => {
  const moves = possibleMoves(seating)
  if (moves.length === 0) return
  const random = xoroshiro128plus(seed)
  const runs = Math.max(1, Math.round(evaluations / (moves.length * MOST_LOOKS_A_RUN)))
  let best = seatsOf(seating)
  let saved = 0
  let most = 0
  for (let run = 0; run < runs; run += 1) {
    saved -= coolDown(seating, moves, random, evaluations / runs) + descend(seating, moves)
    if (saved <= most) continue
    most = saved
    best = seatsOf(seating)
  }
  for (const [at, { seats }] of seating.sessions.entries()) seats.set(best[at] ?? seats)
}

const seatsOf = ({ sessions }: Seating): Int32Array[] => sessions.map(({ seats }) => seats.slice())

const coolDown = (
  seating: Seating,
  moves: readonly Move[],
  random: RandomGenerator,
  evaluations: number,
): number => {
  const each = Math.ceil(evaluations / STEPS)
  let sum = 0
  for (let step = 0; step < STEPS; step += 1) {
    const chances = chancesAt(WARM * (COLD / WARM) ** (step / STEPS))
    for (let left = each; left > 0; left -= 1) {
      const { session, one, other } = moves[(random.next() & RANDOM_BITS) % moves.length] as Move
      const delta = deltaOf(seating, session, one, other)
      if (delta >= HOPELESS) continue
      if (delta > 0 && (random.next() & RANDOM_BITS) >= (chances[delta] as number)) continue
      exchange(seating, session, one, other)
      sum += delta
    }
  }
  return sum
}

const descend = (seating: Seating, moves: readonly Move[]): number => {
  let sum = 0
  for (let helped = true; helped; ) {
    helped = false
    for (const { session, one, other } of moves) {
      const delta = deltaOf(seating, session, one, other)
      if (delta >= 0) continue
      exchange(seating, session, one, other)
      sum += delta
      helped = true
    }
  }
  return sum
}

/** How likely what is worse by so much is taken, in parts of RANDOM_BITS. */
const chancesAt = (temperature: number): Int32Array =>
  Int32Array.from({ length: HOPELESS }, (_, worse) => Math.exp(-worse / temperature) * RANDOM_BITS)

const possibleMoves = ({ width, sessions }: Seating): Move[] =>
  sessions.flatMap((session) =>
    [...session.kinds].flatMap((kind, one): Move[] => {
      if (kind === FIXED) return []
      const next = (Math.floor(one / width) + 1) * width
      const others = [...session.kinds.keys()].filter(
        (other) => other >= next && session.kinds[other] === kind,
      )
      return others.map((other) => ({ session, one, other }))
    }),
  )
