import { memoize } from './memoize.ts'
import type { AdvanceView, ClockView, Leap } from './protocol.ts'

/** The practice workspace's virtual clock. */
export type PracticeTime = {
  now(): Temporal.Instant
  /** IANA, the region's. */
  timeZone: string
  /** When the next reminder is due, if one is. */
  next(): Promise<Temporal.Instant | undefined>
  /** Lives through the time until then with the real jobs; `delivered` counts the messages sent on the way. */
  advance(to: Leap): Promise<{ now: Temporal.Instant; delivered: number }>
}

const REMEMBERED_LEAPS = 50

/** The virtual clock as pages see it: one leap at a time, idempotent by the press's event. */
export type PracticeClock = {
  now: () => Temporal.Instant
  view: () => Promise<ClockView>
  /** Undefined: another leap is under way. */
  advance: (event: string, to: Leap) => Promise<AdvanceView | undefined>
}

/** `moved`: pages are to be told that the clock started or ended a leap. */
export const practiceClock = (time: PracticeTime, moved: () => void): PracticeClock => {
  const once = memoize<AdvanceView>(REMEMBERED_LEAPS)
  let leaping: string | undefined

  const view = async (): Promise<ClockView> => {
    const next = await time.next()
    return {
      now: time.now().toString(),
      timeZone: time.timeZone,
      next: next?.toString(),
      advancing: leaping !== undefined,
    }
  }

  const leap = async (event: string, to: Leap): Promise<AdvanceView> => {
    leaping = event
    moved()
    try {
      const { delivered } = await time.advance(to)
      leaping = undefined
      return { clock: await view(), delivered }
    } finally {
      leaping = undefined
      moved()
    }
  }

  return {
    now: () => time.now(),
    view,
    advance: async (event, to) => {
      if (leaping !== undefined && leaping !== event) return undefined
      return once(event, () => leap(event, to))
    },
  }
}
