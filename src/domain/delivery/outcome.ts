/**
 * Why a message was given up that somebody was to hear: something can be done about it, and then it can be tried again.
 * What else ends without being sent had become needless.
 */
export const GIVEN_UP = [
  'no-place',
  'no-permission',
  'closed-to-bots',
  'malformed',
  'workspace-left',
  'answer-lost',
  'withheld',
  'never-open',
] as const

/** Those reasons, and that its day is over, where a retry makes no sense. */
export const NOT_HEARD: readonly string[] = [...GIVEN_UP, 'day-is-over']

export const mayBeTriedAgain = (reason: string): boolean => GIVEN_UP.some((one) => one === reason)

/** Grace after which a delivery counts as late. */
export const LATE_AFTER = Temporal.Duration.from({ minutes: 5 })
