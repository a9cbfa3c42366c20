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
  /** Puts jobs on the queue; one that waits or runs already (same `jobId`) is not added again. */
  enqueue(calls: readonly JobCall[]): Promise<void>
}

/** A job to run: its declared id, its payload (ids only), and its name in the queue. `urgent`: it is the next. */
export type JobCall = { job: string; jobId: string; payload: Record<string, string>; urgent?: boolean }

/** An exception means a bug or broken infrastructure; everything expected is one of these. */
export type JobResult =
  | { result: 'done' }
  | { result: 'skipped'; reason: string }
  /** There is more to do then: what is due is looked for at that instant. */
  | { result: 'again'; at: Temporal.Instant }

/** Safe to run twice: it looks at the store before it acts. */
export type Job = {
  /** Stable: a queued job finds its body by it after an upgrade. */
  id: string
  payload: z.ZodType
  /** How many of it one worker runs side by side. */
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
