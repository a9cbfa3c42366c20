/** How an interaction was answered: done, turned down with a reason, or not at all because of a bug. */
export type Answered = 'answered' | 'refused' | 'failed'

/** One attempt at a message: how it ended, and when it was to be said. */
export type Attempt = {
  platform: string
  state: 'sent' | 'skipped' | 'waiting' | 'sending'
  /** One of a fixed set of words. */
  reason: string | undefined
  /** From when it was planned to the platform's call; undefined where it waited on purpose for the office's hours. */
  delaySeconds: number | undefined
}

/** What a process tells of its work while it does it: names, ids and counts. */
export type Watch = {
  /** `command`: its id, or `unknown`. */
  answered(command: string, answered: Answered, seconds: number): void
  tried(attempt: Attempt): void
  ran(job: string, failed: boolean, seconds: number): void
}

/** Nobody looks. */
export const unwatched: Watch = { answered: () => {}, tried: () => {}, ran: () => {} }
