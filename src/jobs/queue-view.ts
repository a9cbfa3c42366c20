import type { Logger } from 'pino'
import type { Clock } from '../domain/calendar/clock.ts'
import type { RedisConnection } from './redis-connection.ts'

/** Those that failed are not kept: the tick brings them back. */
type QueueCounts = { job: string; waiting: number; active: number; delayed: number }

/** What can be seen of the queues from any process. Each look but `ready` fails while Redis does not answer. */
export type QueueView = {
  /** False while Redis does not answer, or cannot reach the node that has our keys. */
  ready(): Promise<boolean>
  counts(): Promise<QueueCounts[]>
  /** When a tick last ended, in any process, by the clock of that process; undefined where Redis knows of none. */
  lastTick(): Promise<Temporal.Instant | undefined>
  /** The server's kind and version: `valkey 9.0.1`. */
  server(): Promise<string>
}

type Counted = {
  getJobCounts(...states: ('wait' | 'prioritized' | 'active' | 'delayed')[]): Promise<Record<string, number>>
}

/** `ticked` notes that a tick ended, for those who look: nothing else needs it. */
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
        // A Valkey tells both, the other for the sake of older clients.
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
