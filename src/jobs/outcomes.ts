import { setTimeout as pause } from 'node:timers/promises'
import type { JobCall } from './job.ts'

const LOOK_FIRST_MS = 10
const LOOK_LAST_MS = 200

export type Outcomes = {
  /** A worker of this process has ended a job. */
  tell(jobId: string | undefined, failed: boolean): void
  /**
   * Enqueues the calls and waits until each has run: told by this process's workers, or seen by `left`, the number of
   * these jobs that wait or run in any process. Returns the ids of those that failed here.
   */
  finish(
    calls: readonly JobCall[],
    enqueue: (calls: readonly JobCall[]) => Promise<void>,
    left: (jobs: readonly string[]) => Promise<number>,
  ): Promise<string[]>
}

export const jobOutcomes = (): Outcomes => {
  const finished = new Map<string, (failed: boolean) => void>()
  return {
    tell: (jobId, failed) => finished.get(jobId ?? '')?.(failed),
    finish: async (calls, enqueue, left) => {
      const failed: string[] = []
      const ended = calls.map(
        ({ jobId }) =>
          new Promise<void>((resolve) =>
            finished.set(jobId, (hasFailed) => {
              if (hasFailed) failed.push(jobId)
              resolve()
            }),
          ),
      )
      const looking = new AbortController()
      try {
        await enqueue(calls)
        const jobs = [...new Set(calls.map(({ job }) => job))]
        await Promise.race([Promise.all(ended), untilNone(() => left(jobs), looking.signal)])
      } finally {
        looking.abort()
        for (const { jobId } of calls) finished.delete(jobId)
      }
      return failed
    },
  }
}

/** While Redis is away nobody can count: it is asked again. */
const untilNone = async (count: () => Promise<number>, given: AbortSignal): Promise<void> => {
  for (let pauseMs = LOOK_FIRST_MS; ; pauseMs = Math.min(2 * pauseMs, LOOK_LAST_MS)) {
    await pause(pauseMs, undefined, { signal: given }).catch(() => undefined)
    if (given.aborted || (await count().catch(() => 1)) === 0) return
  }
}
