/**
 * Why a message was given up that somebody was to hear: something can be done about it, and then it can be tried again.
 * What else ends without being sent had become needless.
 */
const NOT_ARRIVED = [
  'withheld',
  'no-place',
  'no-permission',
  'closed-to-bots',
  'malformed',
  'never-open',
  'workspace-left',
] as const

/** Given up since its time was over, with nothing left to try. */
const TOO_LATE = ['day-is-over', 'answer-lost'] as const

export const NOT_HEARD: readonly string[] = [...NOT_ARRIVED, ...TOO_LATE]

export const mayBeTriedAgain = (reason: string): boolean => NOT_ARRIVED.some((one) => one === reason)

/** Past this, what was promised counts as late. */
export const LATE_AFTER = Temporal.Duration.from({ minutes: 5 })
