import type { Logger } from 'pino'
import type { Clock } from '../domain/calendar/clock.ts'
import type { RedisConnection } from './redis-connection.ts'

/** Without failed jobs, which are not kept: the sweep queues them again. */
type QueueCounts = { job: string; waiting: number; active: number; delayed: number }

/** A read-only view of the queues from any process. Every method but `ready` rejects while Redis does not answer. */
export type QueueView = {
  /** False while Redis does not answer, or cannot reach the node that has our keys. */
  ready(): Promise<boolean>
  counts(): Promise<QueueCounts[]>
  /** When a sweep last ended, in any process, by that process' clock; undefined where Redis has no record. */
  lastTick(): Promise<Temporal.Instant | undefined>
  /** The server's kind and version: `valkey 9.0.1`. */
  server(): Promise<string>
}

type Counted = {
  getJobCounts(...states: ('wait' | 'prioritized' | 'active' | 'delayed')[]): Promise<Record<string, number>>
}

/** Opens the view. `ticked` records the end of a sweep; only the view reads it. */
export const queueView = (
  jobs: readonly string[],
  queueOf: (job: string) => Promise<Counted>,
  redis: RedisConnection,
  prefix: string,
  log: Logger,
): { view: QueueView; ticked(clock: Clock): void } => {
  const tickKey = `${prefix}:last-tick`
  const countsOf = async (job: string): Promise<QueueCounts> => {
    const queue = await queueOf(job)
    const {
      wait = 0,
      prioritized = 0,
      active = 0,
      delayed = 0,
    } = await queue.getJobCounts('wait', 'prioritized', 'active', 'delayed')
    return { job, waiting: wait + prioritized, active, delayed }
  }
  const counts = () => Promise.all(jobs.map(countsOf))
  return {
    view: {
      ready: () =>
        counts().then(
          () => true,
          () => false,
        ),
      counts,
      lastTick: async () => {
        const at = await redis.get(tickKey)
        return at === null ? undefined : Temporal.Instant.from(at)
      },
      server: async () => {
        const told = await redis.info('server')
        // Valkey reports both versions, Redis' for compatibility with older clients.
        const [, kind, version] =
          /^(valkey)_version:(\S+)/m.exec(told) ?? /^(redis)_version:(\S+)/m.exec(told) ?? []
        return `${kind} ${version}`
      },
    },
    ticked: (clock) => {
      redis
        .set(tickKey, clock.now().toString())
        .catch((error: unknown) => log.debug({ error }, 'a tick was not noted'))
    },
  }
}
