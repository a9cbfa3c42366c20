import type { Logger } from 'pino'
import type { z } from 'zod'
import type { Platform } from '../bot/port.ts'
import type { Clock } from '../domain/calendar/clock.ts'
import type { PlatformName } from '../domain/workspace/platforms.ts'
import type { Watch } from '../observability/watch.ts'
import type { Database } from '../store/engine/database.ts'

/** What a job is given to work with. */
export type JobContext = {
  clock: Clock
  database: Database
  /** The platforms that run in this installation. */
  platforms: ReadonlyMap<PlatformName, Platform>
  log: Logger
  watch: Watch
  /** Queues jobs, deduplicated by `jobId` against those that wait or run. */
  enqueue(calls: readonly JobCall[]): Promise<void>
}

/** A job to run: its declared id, its payload (ids only), its deduplication id. `urgent`: ahead of the queue. */
export type JobCall = { job: string; jobId: string; payload: Record<string, string>; urgent?: boolean }

/** An exception means a bug or broken infrastructure; everything expected is one of these. */
export type JobResult =
  | { result: 'done' }
  | { result: 'skipped'; reason: string }
  /** Run the sweep again at that instant: more is due then. */
  | { result: 'again'; at: Temporal.Instant }

/** Idempotent: a job checks the store before it acts, so running it twice changes nothing. */
export type Job = {
  /** Stable across versions: a job queued before an upgrade is run by it afterwards. */
  id: string
  payload: z.ZodType
  /** Concurrency within one worker. */
  atOnce: number
  run(payload: never, context: JobContext): Promise<JobResult>
}

/** Declares a job once; queues and workers are made from it. */
export const job = <Payload>(declaration: {
  id: string
  payload: z.ZodType<Payload>
  atOnce: number
  run(payload: Payload, context: JobContext): Promise<JobResult>
}): Job => declaration
