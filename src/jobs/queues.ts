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
  /** In braces, so that a cluster keeps all keys on one slot. Tests and simulations take their own. */
  prefix: string
  log: Logger
}

export type Queues = QueueView & {
  enqueue(calls: readonly JobCall[]): Promise<void>
  /**
   * Queues the calls and waits until each has run, here or in another process, and what they queued here. Returns how
   * those ended that ended here, by their ids; of the others the store tells.
   */
  finish(calls: readonly JobCall[]): Promise<Map<string, End>>
  /** Has the tick look now, or a moment later for all who ask meanwhile. */
  wake(): Promise<void>
  /**
   * Starts the workers. `ticks`: with the ticker. `beforeJob` runs before each job: a clock that another process set is
   * read there.
   */
  work(context: Omit<JobContext, 'enqueue'>, ticks: boolean, beforeJob?: BeforeJob): Promise<void>
  /** Waits for running jobs and takes no new ones; ends a few seconds after the last of them whatever Redis does. */
  close(): Promise<void>
}

export type BeforeJob = () => Promise<void>

/** A Redis that hangs must not hold up whoever adds. */
const ADD_WITHIN_MS = 2_000
/** How long a Redis may take to be told of the jobs' ends, and once more to let go. */
const CLOSE_WITHIN_MS = 2_000
/** What comes later than this is for the next tick to find. */
const SOON_MS = 10_000
/** So often at most the tick is had to look between its times. */
const TICKS_APART_MS = 50
/** So often at most a process has the tick look, however many commands it takes. */
const WAKES_APART_MS = 100
/** A worker that died is noticed after this, and its job runs again. */
const LOCK = { lockDuration: 10_000, stalledInterval: 5_000 }
/** Nothing stays in Redis once it is done: the store is the record, and a kept id would block its successor. */
const KEEP = { removeOnComplete: true, removeOnFail: true }

/** Turns the declared jobs into queues, one each. */
export const openQueues = ({ redisUrl, prefix, log }: QueueOptions): Queues => {
  const connections: RedisConnection[] = []
  const connect = (patience: RedisPatience): RedisConnection => {
    const connection = connectRedis(redisUrl, patience, log)
    connections.push(connection)
    return connection
  }
  /** Whoever adds must not hang while Redis is away: the store remembers, and the tick comes back to it. */
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
    // A Redis that comes back may come back empty.
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
        // Without a ticker, whoever sets the clock asks what is due.
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
      // A job that runs has the time it takes; a Redis that is away or hangs has not.
      await Promise.race([closed, jobsEnded])
      await settlesWithin(closed, CLOSE_WITHIN_MS)
      for (const connection of connections) connection.disconnect()
      await settlesWithin(closed, CLOSE_WITHIN_MS)
    },
  }
}

/** A queue for each declared job. */
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
      // BullMQ looks at the server once, and where that look failed every use fails for ever: another takes its place.
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
    /** How many of these jobs wait or run, in any process. */
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

/** The queue of a declared job; fails while Redis cannot be looked at. */
type QueueOf = (id: string) => Promise<Queue>

const queued = ({ job, jobId, payload, urgent = false }: JobCall) => ({
  name: job,
  data: payload,
  opts: { ...KEEP, ...carried(), jobId, lifo: urgent },
})

/** The trace goes on in the job. */
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

/** Has the tick look at an instant that is sooner than it would; at one for all who ask about the same time. */
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
    log.error({ error, job: declared.id, payload: queued?.data }, 'a job failed; the tick brings it back')
  })
  return worker
}

/** Runs a job as a part of the trace in which it was queued, and tells how it went. */
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
