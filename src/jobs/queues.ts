import { Queue, QueueEvents, Worker } from 'bullmq'
import { Redis } from 'ioredis'
import type { Logger } from 'pino'
import type { Job, JobCall, JobContext } from './job.ts'
import { JOBS } from './registry.ts'

/** All keys on one slot of a cluster. Tests and simulations use their own. */
export type QueueOptions = { redisUrl: string; prefix: string; log: Logger }

export type Queues = {
  enqueue(calls: readonly JobCall[]): Promise<void>
  /** Queues the calls and waits until each has been worked on. */
  finish(calls: readonly JobCall[]): Promise<void>
  /** Has the tick look now. */
  wake(): Promise<void>
  /** Starts the workers and the clockwork: the tick every few seconds, the watchdog every hour. */
  work(context: Omit<JobContext, 'enqueue'>): Promise<void>
  /** Waits for running jobs; takes no new ones. */
  close(): Promise<void>
}

const TICK_MS = 10_000
const WATCHDOG_MS = 3_600_000
/** A worker that died is noticed after this, and its job runs again. */
const LOCK = { lockDuration: 10_000, stalledInterval: 5_000 }

/** Turns the declared jobs into queues, one each. */
export const openQueues = ({ redisUrl, prefix, log }: QueueOptions): Queues => {
  const connections: Redis[] = []
  const connect = (options: { enableOfflineQueue: boolean; maxRetriesPerRequest: number | null }): Redis => {
    const connection = new Redis(redisUrl, options)
    connection.on('error', (error) => log.debug({ error }, 'redis'))
    connections.push(connection)
    return connection
  }
  /** Whoever adds must not hang when Redis is away: the store remembers, the tick comes back to it. */
  const adding = connect({ enableOfflineQueue: false, maxRetriesPerRequest: 1 })
  const ready = new Promise<void>((resolve) => adding.once('ready', resolve))
  const queues = new Map(JOBS.map(({ id }) => [id, new Queue(id, { connection: adding, prefix })]))
  const queueOf = (id: string): Queue => {
    const queue = queues.get(id)
    if (!queue) throw new Error(`no job ${id}: declare it in jobs/registry.ts`)
    return queue
  }
  for (const queue of queues.values()) queue.on('error', (error) => log.debug({ error }, 'queue'))
  const events = new Map<string, QueueEvents>()
  const eventsOf = async (id: string): Promise<QueueEvents> => {
    const known = events.get(id)
    if (known) return known
    const made = new QueueEvents(id, {
      connection: connect({ enableOfflineQueue: true, maxRetriesPerRequest: null }),
      prefix,
    })
    events.set(id, made)
    await made.waitUntilReady()
    return made
  }
  const workers: Worker[] = []

  const add = async (calls: readonly JobCall[]) => {
    const added = []
    for (const [id, group] of Map.groupBy(calls, ({ job }) => job)) {
      const bulk = group.map(({ jobId, payload }) => ({ name: id, data: payload, opts: { ...KEEP, jobId } }))
      added.push(...(await queueOf(id).addBulk(bulk)))
    }
    return added
  }

  const work = async (context: Omit<JobContext, 'enqueue'>): Promise<void> => {
    await ready
    for (const declared of JOBS) {
      const connection = connect({ enableOfflineQueue: true, maxRetriesPerRequest: null })
      workers.push(
        workerOf(
          declared,
          { ...context, enqueue: async (calls) => void (await add(calls)) },
          { connection, prefix },
        ),
      )
    }
    await queueOf('find-due').upsertJobScheduler(
      'tick',
      { every: TICK_MS },
      { name: 'find-due', data: {}, opts: KEEP },
    )
    await queueOf('audit-deliveries').upsertJobScheduler(
      'watchdog',
      { every: WATCHDOG_MS },
      { name: 'audit-deliveries', data: {}, opts: KEEP },
    )
  }

  return {
    enqueue: async (calls) => void (await add(calls)),
    finish: async (calls) => {
      await ready
      for (const { job } of calls) await eventsOf(job)
      const added = await add(calls)
      await Promise.all(
        added.map(async (queued) => queued.waitUntilFinished(await eventsOf(queued.queueName))),
      )
    },
    wake: async () => {
      const deduplication = { id: 'wake', keepLastIfActive: true }
      await queueOf('find-due').add('find-due', {}, { ...KEEP, deduplication })
    },
    work,
    close: async () => {
      await Promise.all(workers.map((worker) => worker.close()))
      await Promise.all([...events.values()].map((event) => event.close()))
      await Promise.all([...queues.values()].map((queue) => queue.close()))
      for (const connection of connections) connection.disconnect()
    },
  }
}

/** Nothing stays in Redis once it is done: the store is the record, and a kept id would block its successor. */
const KEEP = { removeOnComplete: true, removeOnFail: true }

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
