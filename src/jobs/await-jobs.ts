import { setTimeout as pause } from 'node:timers/promises'
import type { JobCall, JobResult } from './job.ts'

const LOOK_FIRST_MS = 10
const LOOK_LAST_MS = 200

type Enqueue = (calls: readonly JobCall[]) => Promise<void>

/** How a job of this process ended. */
export type End = JobResult | { result: 'failed' }

export type JobAwaiter = {
  /** Records that a worker of this process ended a job. */
  tell(jobId: string | undefined, end: End): void
  /** Wraps `enqueue` for the jobs of this process: waiting for a job includes the jobs it queues. */
  following(enqueue: Enqueue): Enqueue
  /**
   * Enqueues the calls and waits until each has run, and what they queued here. Ends come from this process's workers, or
   * are polled for by `left`: how many of these jobs wait or run in any process. Returns the ends that happened here.
   */
  finish(
    calls: readonly JobCall[],
    enqueue: Enqueue,
    left: (jobs: readonly string[]) => Promise<number>,
  ): Promise<Map<string, End>>
}

/** The jobs one caller waits for; both collections grow as jobs queue others. */
type Waiting = { ends: Promise<[string, End]>[]; jobs: Set<string> }

export const awaitJobs = (): JobAwaiter => {
  const running = new Map<string, { ended: Promise<[string, End]>; tell(end: End): void }>()
  const everybody = new Set<Waiting>()

  /** Memoizes the promise of a job's end, so that all callers who wait for the job share it. */
  const endOf = (jobId: string): Promise<[string, End]> => {
    const known = running.get(jobId)
    if (known) return known.ended
    const { promise, resolve } = Promise.withResolvers<[string, End]>()
    const tell = (end: End) => {
      running.delete(jobId)
      resolve([jobId, end])
    }
    running.set(jobId, { ended: promise, tell })
    return promise
  }
  const add = ({ ends, jobs }: Waiting, calls: readonly JobCall[]): void => {
    for (const { job, jobId } of calls) {
      jobs.add(job)
      ends.push(endOf(jobId))
    }
  }

  return {
    tell: (jobId, end) => running.get(jobId ?? '')?.tell(end),
    following: (enqueue) => (calls) => {
      for (const waiting of everybody) add(waiting, calls)
      return enqueue(calls)
    },
    finish: async (calls, enqueue, left) => {
      const waiting: Waiting = { ends: [], jobs: new Set() }
      const ended = new Map<string, End>()
      const allEnded = async () => {
        for (const end of waiting.ends) ended.set(...(await end))
      }
      add(waiting, calls)
      everybody.add(waiting)
      const looking = new AbortController()
      try {
        await enqueue(calls)
        await Promise.race([allEnded(), untilNone(() => left([...waiting.jobs]), looking.signal)])
      } finally {
        looking.abort()
        everybody.delete(waiting)
        // Drop promises without a waiting caller: a job that ran in another process never resolves its own.
        if (everybody.size === 0) running.clear()
      }
      return ended
    },
  }
}

/** Polls until no job is left, with retries: the count fails while Redis is away. */
const untilNone = async (count: () => Promise<number>, given: AbortSignal): Promise<void> => {
  for (let pauseMs = LOOK_FIRST_MS; ; pauseMs = Math.min(2 * pauseMs, LOOK_LAST_MS)) {
    await pause(pauseMs, undefined, { signal: given }).catch(() => undefined)
    if (given.aborted || (await count().catch(() => 1)) === 0) return
  }
}
