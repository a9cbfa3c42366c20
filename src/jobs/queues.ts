import { Queue, Worker } from 'bullmq'
import { Redis } from 'ioredis'
import type { Logger } from 'pino'
import type { Job, JobCall, JobContext } from './job.ts'
import { JOBS } from './registry.ts'

export type QueueOptions = {
  redisUrl: string
  /** In braces, so that a cluster keeps all keys on one slot. Tests and simulations take their own. */
  prefix: string
  log: Logger
}

export type Queues = {
  enqueue(calls: readonly JobCall[]): Promise<void>
  /** Queues the calls and waits until this process's workers have run each. Returns the ids of those that failed. */
  finish(calls: readonly JobCall[]): Promise<string[]>
  /** Has the tick look now. */
  wake(): Promise<void>
  /** Starts the workers. `clockwork`: the tick every few seconds and the watchdog every hour, too. */
  work(context: Omit<JobContext, 'enqueue'>, clockwork: boolean): Promise<void>
  /** False while Redis does not answer. */
  ready(): boolean
  /** Waits for running jobs; takes no new ones. */
  close(): Promise<void>
}

const TICK_MS = 10_000
const WATCHDOG_MS = 3_600_000
/** A worker that died is noticed after this, and its job runs again. */
const LOCK = { lockDuration: 10_000, stalledInterval: 5_000 }
/** Nothing stays in Redis once it is done: the store is the record, and a kept id would block its successor. */
const KEEP = { removeOnComplete: true, removeOnFail: true }

/** Turns the declared jobs into queues, one each. */
export const openQueues = ({ redisUrl, prefix, log }: QueueOptions): Queues => {
  const connections: Redis[] = []
  const connect = (options: { enableOfflineQueue: boolean; maxRetriesPerRequest: number | null }): Redis => {
    const connection = new Redis(redisUrl, options)
    connection.on('error', (error) => log.debug({ error }, 'redis'))
    connections.push(connection)
    return connection
  }
  /** Whoever adds must not hang while Redis is away: the store remembers, and the tick comes back to it. */
  const adding = connect({ enableOfflineQueue: false, maxRetriesPerRequest: 1 })
  const connected = new Promise<void>((resolve) => adding.once('ready', () => resolve()))
  const queues = new Map(JOBS.map(({ id }) => [id, openQueue(id, adding, prefix, log)]))
  const workers: Worker[] = []
  const finished = new Map<string, (failed: boolean) => void>()

  const queueOf = (id: string): Queue => {
    const queue = queues.get(id)
    if (!queue) throw new Error(`no job ${id}: declare it in jobs/registry.ts`)
    return queue
  }
  const enqueue = async (calls: readonly JobCall[]): Promise<void> => {
    for (const [id, group] of Map.groupBy(calls, ({ job }) => job)) {
      const bulk = group.map(({ jobId, payload }) => ({ name: id, data: payload, opts: { ...KEEP, jobId } }))
      await queueOf(id).addBulk(bulk)
    }
  }
  const startWorker = (declared: Job, context: JobContext): void => {
    const connection = connect({ enableOfflineQueue: true, maxRetriesPerRequest: null })
    const worker = workerOf(declared, context, { connection, prefix })
    const tell = (jobId: string | undefined, failed: boolean) => finished.get(jobId ?? '')?.(failed)
    worker.on('completed', ({ id }) => tell(id, false))
    worker.on('failed', (queued) => tell(queued?.id, true))
    workers.push(worker)
  }

  return {
    enqueue,
    finish: async (calls) => {
      const ended = calls.map(
        ({ jobId }) =>
          new Promise<string[]>((resolve) =>
            finished.set(jobId, (failed) => {
              finished.delete(jobId)
              resolve(failed ? [jobId] : [])
            }),
          ),
      )
      await enqueue(calls)
      return (await Promise.all(ended)).flat()
    },
    wake: async () => {
      const deduplication = { id: 'wake', keepLastIfActive: true }
      await queueOf('find-due').add('find-due', {}, { ...KEEP, deduplication })
    },
    work: async (context, clockwork) => {
      await connected
      for (const declared of JOBS) startWorker(declared, { ...context, enqueue })
      await Promise.all(workers.map((worker) => worker.waitUntilReady()))
      if (!clockwork) return
      await schedule(queueOf('find-due'), 'tick', TICK_MS)
      await schedule(queueOf('audit-deliveries'), 'watchdog', WATCHDOG_MS)
    },
    ready: () => adding.status === 'ready',
    close: async () => {
      await Promise.all(workers.map((worker) => worker.close()))
      await Promise.all([...queues.values()].map((queue) => queue.close()))
      for (const connection of connections) connection.disconnect()
    },
  }
}

const openQueue = (id: string, connection: Redis, prefix: string, log: Logger): Queue => {
  const queue = new Queue(id, { connection, prefix })
  queue.on('error', (error) => log.debug({ error, queue: id }, 'queue'))
  return queue
}

const schedule = async (queue: Queue, id: string, every: number): Promise<void> => {
  await queue.upsertJobScheduler(id, { every }, { name: queue.name, data: {}, opts: KEEP })
}

const workerOf = (
  declared: Job,
  context: JobContext,
  options: { connection: Redis; prefix: string },
): Worker => {
  const worker = new Worker(
    declared.id,
    async (queued) => declared.run(declared.payload.parse(queued.data) as never, context),
    { ...options, ...LOCK, concurrency: declared.atOnce },
  )
  const { log } = context
  worker.on('error', (error) => log.debug({ error, job: declared.id }, 'worker'))
  worker.on('failed', (queued, error) =>
    log.error({ error, job: declared.id, payload: queued?.data }, 'a job failed; the tick brings it back'),
  )
  return worker
}
