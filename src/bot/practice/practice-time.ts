export const LEAPS = ['next-reminder', 'next-day', 'next-week'] as const
/** How far a press on the clock goes. */
export type Leap = (typeof LEAPS)[number]

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
