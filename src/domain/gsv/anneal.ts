import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { deltaOf, exchange, FIXED, MEETING, type SeatedSession, type Seating } from './seating.ts'

/** Tuned on 25 people of 12 offices, 5 groups, 6 sessions: docs/decisions/0011-groups.md. */
const WARM = 0.38 * MEETING
const COLD = 0.26 * MEETING
/** The temperature falls this many times. */
const STEPS = 500
/** What is worse by so much is never taken: at WARM it would be once in seventy million. */
const HOPELESS = 7 * MEETING
const RANDOM_BITS = 0x7fff_ffff

type Move = { session: SeatedSession; one: number; other: number }

/**
 * Simulated annealing: exchanges two people of a session at random, always when that is no worse, the less often the
 * worse it is and the later; at the end only what is better. Looks at `evaluations` exchanges and, in that last
 * descent, at each until none helps. The same seating and seed end the same.
 */
export const anneal = (seating: Seating, seed: number, evaluations: number): void => {
  const moves = possibleMoves(seating)
  if (moves.length === 0) return
  const random = xoroshiro128plus(seed)
  const each = Math.ceil(evaluations / STEPS)
  for (let step = 0; step < STEPS && evaluations > 0; step += 1) {
    const chances = chancesAt(WARM * (COLD / WARM) ** (step / STEPS))
    for (let left = each; left > 0; left -= 1) {
      const { session, one, other } = moves[(random.next() & RANDOM_BITS) % moves.length] as Move
      const delta = deltaOf(seating, session, one, other)
      if (delta >= HOPELESS) continue
      if (delta <= 0 || (random.next() & RANDOM_BITS) < (chances[delta] as number))
        exchange(seating, session, one, other)
    }
  }
  descend(seating, moves)
}

/** How likely what is worse by so much is taken, in parts of RANDOM_BITS. */
const chancesAt = (temperature: number): Int32Array =>
  Int32Array.from({ length: HOPELESS }, (_, worse) => Math.exp(-worse / temperature) * RANDOM_BITS)

const descend = (seating: Seating, moves: readonly Move[]): void => {
  for (let helped = true; helped; ) {
    helped = false
    for (const { session, one, other } of moves) {
      if (deltaOf(seating, session, one, other) >= 0) continue
      exchange(seating, session, one, other)
      helped = true
    }
  }
}

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
