/**
 * Source of the current time, injected wherever it is needed: the composition root alone reads the machine's
 * (`app/system-clock.ts`).
 */
export type Clock = { now(): Temporal.Instant }

/** A virtual clock that stands still until it is set: for tests and `simulate`. Monotonic: it never goes backwards. */
export type VirtualClock = Clock & { set(instant: Temporal.Instant): void }

export const virtualClock = (start: Temporal.Instant): VirtualClock => {
  let now = start
  return {
    now: () => now,
    set: (instant) => {
      if (Temporal.Instant.compare(instant, now) < 0)
        throw new Error(`the clock is at ${now}, after ${instant}`)
      now = instant
    },
  }
}

/** A virtual clock at an offset ahead of `base`: the practice workspace's, which can be advanced and stored. */
export type ShiftedClock = VirtualClock & { ahead(): Temporal.Duration }

export const shiftedClock = (base: Clock, ahead: Temporal.Duration): ShiftedClock => {
  let offset = ahead
  const now = () => base.now().add(offset)
  return {
    now,
    ahead: () => offset,
    set: (instant) => {
      if (Temporal.Instant.compare(instant, now()) > 0) offset = base.now().until(instant)
    },
  }
}
