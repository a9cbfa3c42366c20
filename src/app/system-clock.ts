import type { Clock } from '../domain/calendar/clock.ts'

/** The machine's clock. No other file reads the time of day. */
export const systemClock: Clock = { now: () => Temporal.Now.instant() }
