/** How an interaction was answered: done, turned down with a reason, or not at all because of a bug. */
export type Answered = 'answered' | 'refused' | 'failed'

/** One attempt at a message: how it ended, and when it was to be said. */
export type Attempt = {
  platform: string
  state: 'sent' | 'skipped' | 'waiting' | 'sending'
  /** One of a fixed set, fit for a label. */
  reason: string | undefined
  /** From the planned time to the platform's call; undefined for one put off to office hours on purpose. */
  delaySeconds: number | undefined
}

/** Receives what a process measures of its work: names, ids and counts. */
export type Watch = {
  /** `command`: its id, or `unknown`. */
  answered(command: string, answered: Answered, seconds: number): void
  tried(attempt: Attempt): void
  ran(job: string, failed: boolean, seconds: number): void
}

/** Measures nothing. */
export const unwatched: Watch = { answered: () => {}, tried: () => {}, ran: () => {} }
