import { setTimeout as pause } from 'node:timers/promises'
import { type JobsOptions, Queue, type Job as QueuedJob, Worker } from 'bullmq'
import type { Logger } from 'pino'
import type { Clock } from '../domain/calendar/clock.ts'
import { carriedTrace, inCarriedTrace, inSpan } from '../observability/span.ts'
import { stopwatch } from '../observability/stopwatch.ts'
import type { Watch } from '../observability/watch.ts'
import { awaitJobs, type End, type JobAwaiter } from './await-jobs.ts'
import type { Job, JobCall, JobContext } from './job.ts'
import { type QueueView, queueView } from './queue-view.ts'
import { connectRedis, type RedisConnection, type RedisPatience } from './redis-connection.ts'
import { JOBS } from './registry.ts'
import { throttle } from './throttle.ts'
import { type Offer, startTicker } from './ticker.ts'

export type QueueOptions = {
  /** As `readRedisAddress` takes it. */
  redisUrl: string
  /** A key prefix in braces, a hash tag: a cluster keeps all keys on one slot. Tests and simulations use their own. */
  prefix: string
  log: Logger
}

export type Queues = QueueView & {
  enqueue(calls: readonly JobCall[]): Promise<void>
  /**
   * Queues the calls and waits until each has run, here or in another process, and what they queued here. Returns the
   * ends of those that ran here, by job id; for the others ask the store.
   */
  finish(calls: readonly JobCall[]): Promise<Map<string, End>>
  /** Wakes the sweep, throttled: calls within the interval share one run at its end. */
  wake(): Promise<void>
  /**
   * Starts the workers. `ticks`: with the ticker. `beforeJob` runs before each job, e.g. to follow a clock that another
   * process set.
   */
  work(context: Omit<JobContext, 'enqueue'>, ticks: boolean, beforeJob?: BeforeJob): Promise<void>
  /** Drains: takes no new jobs and waits for the running ones, then closes within a timeout whatever Redis does. */
  close(): Promise<void>
}

export type BeforeJob = () => Promise<void>

/** Timeout of adding a job: a Redis that hangs must not hold up the caller. */
const ADD_WITHIN_MS = 2_000
/** Timeout of recording the jobs' ends at shutdown, and again of closing the connections. */
const CLOSE_WITHIN_MS = 2_000
/** Horizon of delayed sweeps: what is due later is left to the regular tick. */
const SOON_MS = 10_000
/** Granularity of delayed sweeps: those due within it share one. */
const TICKS_APART_MS = 50
/** Throttle interval of `wake`, however many commands a process takes. */
const WAKES_APART_MS = 100
/** Lease of a job: when its worker dies, the job runs again after this. */
const LOCK = { lockDuration: 10_000, stalledInterval: 5_000 }
/** Keep no finished job in Redis: the store is the record, and a kept id would deduplicate its successor away. */
const KEEP = { removeOnComplete: true, removeOnFail: true }

/** Opens the queues of the declared jobs, with their workers and the ticker when asked. */
export const openQueues = ({ redisUrl, prefix, log }: QueueOptions): Queues => {
  const connections: RedisConnection[] = []
  const connect = (patience: RedisPatience): RedisConnection => {
    const connection = connectRedis(redisUrl, patience, log)
    connections.push(connection)
    return connection
  }
  /** Fails fast while Redis is away: the store keeps what is due, and the sweep queues it again. */
  const adding = connect({
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    commandTimeout: ADD_WITHIN_MS,
  })
  const connected = new Promise<void>((resolve) => adding.once('ready', () => resolve()))
  const { queueOf, enqueue, left, closeAll } = everyQueue(adding, prefix, log)
  const looked = queueView(
    JOBS.map(({ id }) => id),
    queueOf,
    adding,
    prefix,
    log,
  )
  const workers: Worker[] = []
  const awaiter = awaitJobs()
  const inFlight = new Set<Promise<unknown>>()
  let stopTicker: (() => void) | undefined

  const lookNow = async (): Promise<void> => {
    const deduplication = { id: 'wake', keepLastIfActive: true }
    const queue = await queueOf('find-due')
    await queue.add('find-due', {}, { ...KEEP, ...carried(), deduplication })
  }
  const away = (error: unknown) => log.debug({ error }, 'the tick waits for Redis')
  const wakes = throttle(lookNow, WAKES_APART_MS, away)
  const offer: Offer = async (id, oncePerMs) => {
    const deduplication = { id: 'clockwork', ttl: oncePerMs }
    const queue = await queueOf(id)
    await queue.add(id, {}, { ...KEEP, deduplication })
  }
  const begin = (): void => {
    const look = () => void wakes.ask().catch(away)
    stopTicker = startTicker(offer, away)
    look()
    // Sweep after a reconnect: Redis may have lost its data.
    adding.on('ready', look)
  }
  return {
    enqueue,
    finish: (calls) => awaiter.finish(calls, enqueue, left),
    wake: wakes.ask,
    work: async (context, ticks, beforeJob) => {
      await connected
      for (const declared of JOBS) {
        const connection = connect({ enableOfflineQueue: true, maxRetriesPerRequest: null })
        // Without a ticker, the owner of the clock runs the sweeps.
        const again = ticks ? tickAt(() => queueOf('find-due')) : undefined
        const settings = { connection, prefix, beforeJob, awaiter, ticked: looked.ticked, again, inFlight }
        workers.push(workerOf(declared, { ...context, enqueue: awaiter.following(enqueue) }, settings))
      }
      await Promise.all(workers.map((worker) => worker.waitUntilReady()))
      if (ticks) begin()
    },
    ...looked.view,
    close: async () => {
      stopTicker?.()
      wakes.stop()
      const jobsEnded = Promise.allSettled(inFlight)
      const closed = closeAll(workers).catch((error: unknown) => log.debug({ error }, 'closing the queues'))
      // No timeout for running jobs; one for a Redis that is away or hangs.
      await Promise.race([closed, jobsEnded])
      await settlesWithin(closed, CLOSE_WITHIN_MS)
      for (const connection of connections) connection.disconnect()
      await settlesWithin(closed, CLOSE_WITHIN_MS)
    },
  }
}

/** Opens a queue for each declared job, and replaces one whose first connection failed. */
const everyQueue = (connection: RedisConnection, prefix: string, log: Logger) => {
  const open = (id: string) => openQueue(id, connection, prefix, log)
  const queues = new Map(JOBS.map(({ id }) => [id, open(id)]))
  const ready = new WeakSet<Queue>()
  const queueOf: QueueOf = async (id) => {
    const queue = queues.get(id)
    if (!queue) throw new Error(`no job ${id}: declare it in jobs/registry.ts`)
    if (ready.has(queue)) return queue
    try {
      await inTime(queue.waitUntilReady())
      ready.add(queue)
      return queue
    } catch (error) {
      // BullMQ caches its first check of the server: when that failed, every later use fails, so open another queue.
      if (queues.get(id) === queue) queues.set(id, open(id))
      await queue.close().catch(() => undefined)
      throw error
    }
  }
  return {
    queueOf,
    enqueue: async (calls: readonly JobCall[]): Promise<void> => {
      for (const [id, group] of Map.groupBy(calls, ({ job }) => job)) {
        const queue = await queueOf(id)
        await queue.addBulk(group.map(queued))
      }
    },
    /** Counts how many of these jobs still wait or run, in any process. */
    left: async (ids: readonly string[]): Promise<number> => {
      const counts = ids.map(async (id) => {
        const queue = await queueOf(id)
        return queue.getJobCountByTypes('wait', 'active', 'prioritized')
      })
      return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0)
    },
    closeAll: async (workers: readonly Worker[]): Promise<void> => {
      await Promise.all(workers.map((worker) => worker.close()))
      await Promise.all([...queues.values()].map((queue) => queue.close()))
    },
  }
}

const settlesWithin = async (work: Promise<unknown>, ms: number): Promise<void> => {
  const timer = new AbortController()
  await Promise.race([work, pause(ms, undefined, { signal: timer.signal }).catch(() => undefined)])
  timer.abort()
}

const inTime = async (ready: Promise<unknown>): Promise<void> => {
  const tooLong = pause(ADD_WITHIN_MS, 'late', { ref: false })
  if ((await Promise.race([ready, tooLong])) === 'late') throw new Error('Redis does not answer')
}

/** Returns the queue of a declared job; rejects while Redis cannot be checked. */
type QueueOf = (id: string) => Promise<Queue>

const queued = ({ job, jobId, payload, urgent = false }: JobCall) => ({
  name: job,
  data: payload,
  opts: { ...KEEP, ...carried(), jobId, lifo: urgent },
})

/** Propagates the trace context to the job. */
const carried = (): Pick<JobsOptions, 'telemetry'> => {
  const metadata = carriedTrace()
  return metadata === undefined ? {} : { telemetry: { metadata } }
}

const openQueue = (id: string, connection: RedisConnection, prefix: string, log: Logger): Queue => {
  const queue = new Queue(id, { connection, prefix })
  queue.on('error', (error) => log.debug({ error, queue: id }, 'queue'))
  return queue
}

type WorkerSettings = {
  connection: RedisConnection
  prefix: string
  beforeJob: BeforeJob | undefined
  awaiter: JobAwaiter
  ticked(clock: Clock): void
  again: TickAt | undefined
  inFlight: Set<Promise<unknown>>
}

/** Schedules a sweep sooner than the next tick; requests for about the same time are coalesced. */
type TickAt = (at: Temporal.Instant, now: Temporal.Instant) => Promise<void>

const tickAt =
  (ticks: () => Promise<Queue>): TickAt =>
  async (at, now) => {
    const ms = Math.ceil(at.epochMilliseconds / TICKS_APART_MS) * TICKS_APART_MS
    const delay = Math.max(0, ms - now.epochMilliseconds)
    if (delay > SOON_MS) return
    const queue = await ticks()
    await queue.add('find-due', {}, { ...KEEP, jobId: `find-due-at-${ms}`, delay })
  }

const workerOf = (declared: Job, context: JobContext, settings: WorkerSettings): Worker => {
  const { connection, prefix, beforeJob, awaiter, ticked, again, inFlight } = settings
  const run = async (queued: QueuedJob) => {
    await beforeJob?.()
    const ended = await tracedRun(declared.id, queued.opts.telemetry?.metadata, context.watch, () =>
      declared.run(declared.payload.parse(queued.data) as never, context),
    )
    if (ended.result === 'again') await again?.(ended.at, context.clock.now())
    return ended
  }
  const worker = new Worker(
    declared.id,
    async (queued) => {
      const running = run(queued)
      inFlight.add(running)
      try {
        return await running
      } finally {
        inFlight.delete(running)
      }
    },
    { connection, prefix, ...LOCK, concurrency: declared.atOnce },
  )
  const { log, clock } = context
  worker.on('completed', ({ id }, end) => awaiter.tell(id, end))
  if (declared.id === 'find-due') worker.on('completed', () => ticked(clock))
  worker.on('error', (error) => log.debug({ error, job: declared.id }, 'worker'))
  worker.on('failed', (queued, error) => {
    awaiter.tell(queued?.id, { result: 'failed' })
    // Only what is a payload of ours: whoever can write to Redis could have anything logged.
    const payload = declared.payload.safeParse(queued?.data).data
    log.error({ error, job: declared.id, payload }, 'a job failed; the tick brings it back')
  })
  return worker
}

/** Runs a job within the trace that queued it, and reports its duration and outcome. */
const tracedRun = async <T>(
  job: string,
  traceparent: string | undefined,
  watch: Watch,
  run: () => Promise<T>,
): Promise<T> => {
  const elapsed = stopwatch()
  let failed = true
  try {
    const result = await inCarriedTrace(traceparent, () => inSpan(`job ${job}`, {}, run))
    failed = false
    return result
  } finally {
    watch.ran(job, failed, elapsed())
  }
}
