import { type JobsOptions, Queue, Worker } from 'bullmq'
import type { Logger } from 'pino'
import type { Clock } from '../clock.ts'
import { carriedTrace } from '../watching/span.ts'
import { type Offer, startClockwork } from './clockwork.ts'
import type { Job, JobCall, JobContext } from './job.ts'
import { jobOutcomes, type Outcomes } from './outcomes.ts'
import { type QueueView, queueView } from './queue-view.ts'
import { connectRedis, type RedisConnection, type RedisPatience } from './redis-connection.ts'
import { JOBS } from './registry.ts'
import { watchedRun } from './watched-run.ts'

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
   * Queues the calls and waits until each has run, here or in another process, and what they queued here. Returns the
   * ids of those that failed here; of the others the store tells.
   */
  finish(calls: readonly JobCall[]): Promise<string[]>
  /** Has the tick look now. */
  wake(): Promise<void>
  /**
   * Starts the workers. `clockwork`: the tick every few seconds and the watchdog every hour, too. `beforeJob` is done
   * before each job: a clock that another process set is read there.
   */
  work(context: Omit<JobContext, 'enqueue'>, clockwork: boolean, beforeJob?: BeforeJob): Promise<void>
  /** Waits for running jobs; takes no new ones. */
  close(): Promise<void>
}

export type BeforeJob = () => Promise<void>

/** A Redis that hangs must not hold up whoever adds. */
const ADD_WITHIN_MS = 2_000
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
  const queues = new Map(JOBS.map(({ id }) => [id, openQueue(id, adding, prefix, log)]))
  const looked = queueView(queues, adding, prefix, log)
  const workers: Worker[] = []
  const outcomes = jobOutcomes()
  let stopClockwork: (() => void) | undefined

  const queueOf = (id: string): Queue => {
    const queue = queues.get(id)
    if (!queue) throw new Error(`no job ${id}: declare it in jobs/registry.ts`)
    return queue
  }
  const enqueue = async (calls: readonly JobCall[]): Promise<void> => {
    for (const [id, group] of Map.groupBy(calls, ({ job }) => job)) {
      await queueOf(id).addBulk(group.map(queued))
    }
  }
  const wake = async (): Promise<void> => {
    const deduplication = { id: 'wake', keepLastIfActive: true }
    await queueOf('find-due').add('find-due', {}, { ...KEEP, ...carried(), deduplication })
  }
  const offer: Offer = async (id, oncePerMs) => {
    const deduplication = { id: 'clockwork', ttl: oncePerMs }
    await queueOf(id).add(id, {}, { ...KEEP, deduplication })
  }
  const begin = (): void => {
    const away = (error: unknown) => log.debug({ error }, 'the clockwork waits for Redis')
    const look = () => void wake().catch(away)
    stopClockwork = startClockwork(offer, away)
    look()
    // A Redis that comes back may come back empty.
    adding.on('ready', look)
  }
  /** How many of these jobs wait or run, in any process. */
  const left = async (ids: readonly string[]): Promise<number> => {
    const counts = ids.map((id) => queueOf(id).getJobCountByTypes('wait', 'active', 'prioritized'))
    return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0)
  }

  return {
    enqueue,
    finish: (calls) => outcomes.finish(calls, enqueue, left),
    wake,
    work: async (context, clockwork, beforeJob) => {
      await connected
      for (const declared of JOBS) {
        const connection = connect({ enableOfflineQueue: true, maxRetriesPerRequest: null })
        const settings = { connection, prefix, beforeJob, outcomes, ticked: looked.ticked }
        workers.push(workerOf(declared, { ...context, enqueue: outcomes.following(enqueue) }, settings))
      }
      await Promise.all(workers.map((worker) => worker.waitUntilReady()))
      if (clockwork) begin()
    },
    ...looked.view,
    close: async () => {
      stopClockwork?.()
      await Promise.all(workers.map((worker) => worker.close()))
      await Promise.all([...queues.values()].map((queue) => queue.close()))
      for (const connection of connections) connection.disconnect()
    },
  }
}

const queued = ({ job, jobId, payload }: JobCall) => ({
  name: job,
  data: payload,
  opts: { ...KEEP, ...carried(), jobId },
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
  outcomes: Outcomes
  ticked(clock: Clock): void
}

const workerOf = (declared: Job, context: JobContext, settings: WorkerSettings): Worker => {
  const { connection, prefix, beforeJob, outcomes, ticked } = settings
  const worker = new Worker(
    declared.id,
    async (queued) => {
      await beforeJob?.()
      return watchedRun(declared.id, queued.opts.telemetry?.metadata, context.watch, () =>
        declared.run(declared.payload.parse(queued.data) as never, context),
      )
    },
    { connection, prefix, ...LOCK, concurrency: declared.atOnce },
  )
  const { log, clock } = context
  worker.on('completed', ({ id }) => outcomes.tell(id, false))
  if (declared.id === 'find-due') worker.on('completed', () => ticked(clock))
  worker.on('error', (error) => log.debug({ error, job: declared.id }, 'worker'))
  worker.on('failed', (queued, error) => {
    outcomes.tell(queued?.id, true)
    log.error({ error, job: declared.id, payload: queued?.data }, 'a job failed; the tick brings it back')
  })
  return worker
}
