import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { deltaOf, exchange, FIXED, MEETING, type SeatedSession, type Seating } from './seating.ts'

/** Tuned on 25 people of 12 offices, 5 groups, 6 sessions: docs/decisions/0011-groups.md. */
const WARM = 0.4 * MEETING
const COLD = 0.2 * MEETING
/** The temperature falls this many times. */
const STEPS = 500

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
  let temperature = WARM
  for (let step = 0; step < STEPS && evaluations > 0; step += 1) {
    temperature = WARM * (COLD / WARM) ** (step / STEPS)
    for (let left = each; left > 0; left -= 1) {
      const move = moves[(random.next() >>> 0) % moves.length] as Move
      const delta = deltaOf(seating, move.session, move.one, move.other)
      if (delta <= 0 || (random.next() >>> 0) / 2 ** 32 < Math.exp(-delta / temperature))
        exchange(seating, move.session, move.one, move.other)
    }
  }
  descend(seating, moves)
}

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
