import { Cluster, Redis, type RedisOptions } from 'ioredis'
import type { Logger } from 'pino'
import { type RedisAddress, type RedisLogin, readRedisAddress } from './redis-address.ts'

export type RedisConnection = Redis | Cluster

export type RedisPatience = {
  /** Whether commands wait for a Redis that is away, instead of failing at once. */
  enableOfflineQueue: boolean
  /** Null: unlimited retries. */
  maxRetriesPerRequest: number | null
  /** Timeout of a command; none if left out. */
  commandTimeout?: number
}

/**
 * Connects to a Redis by its address (see `readRedisAddress`): one server, the master that sentinels name, or a
 * cluster. Reconnects after a restart or a fail-over. Throws on an address that cannot be read: a bug.
 */
export const connectRedis = (
  text: string,
  { enableOfflineQueue, ...patience }: RedisPatience,
  log: Logger,
): RedisConnection => {
  const address = readRedisAddress(text)
  if (!address) throw new Error('no address of a Redis')
  const connection: RedisConnection =
    address.kind === 'cluster'
      ? new Cluster(address.nodes, {
          enableOfflineQueue,
          redisOptions: { ...patience, ...access(address) },
        })
      : new ClosableRedis(optionsOf(address, { enableOfflineQueue, ...patience }))
  connection.on('error', (error) => log.debug({ error }, 'redis'))
  return connection
}

/**
 * Ends when it is closed, and only then. Closed between reconnects, ioredis clears its timer without an event, and BullMQ,
 * which awaits `end`, would hang. Told of a fail-over while it connects, it aborts the attempt and gives up for good.
 */
class ClosableRedis extends Redis {
  constructor(options: Options) {
    super(options)
    let isAttempt = false
    this.on('connecting', () => {
      isAttempt = true
    })
    this.on('close', () => {
      isAttempt = false
    })
    // An aborted attempt goes from `connecting` to `end` without a `close`.
    this.on('end', () => {
      if (isAttempt && !this.#isClosed) this.connect().catch(() => undefined)
    })
  }

  #isClosed = false

  override disconnect(reconnect = false): void {
    if (!reconnect) this.#isClosed = true
    const waits = this.status === 'reconnecting' && !reconnect
    super.disconnect(reconnect)
    if (!waits) return
    // An aborted attempt emits `end`.
    this.connect().catch(() => undefined)
    super.disconnect()
  }

  override duplicate(override?: Partial<RedisOptions>): Redis {
    return new ClosableRedis({ ...this.options, ...override } as Options)
  }
}

type OneServer = Exclude<RedisAddress, { kind: 'cluster' }>
/** The replies of RESP3 as the client maps them by itself. */
type Options = Omit<RedisOptions, 'replyMapping'>

const optionsOf = (address: OneServer, patience: RedisPatience): Options => ({
  ...placeOf(address),
  ...patience,
  reconnectOnError,
})

const placeOf = (address: OneServer): Options => {
  switch (address.kind) {
    case 'socket':
      return { path: address.path }
    case 'single':
      return { ...address.node, db: address.db, ...access(address) }
    case 'sentinel': {
      const { sentinels, master, sentinelPassword, db, tls } = address
      return {
        sentinels,
        name: master,
        db,
        ...access(address),
        // A master that hangs keeps its connections: subscribe to the sentinels' fail-over events.
        failoverDetector: true,
        enableTLSForSentinelMode: tls,
        sentinelTLS: tls ? {} : undefined,
        sentinelPassword,
      }
    }
    default:
      return address satisfies never
  }
}

const access = ({ login, tls }: { login: RedisLogin; tls: boolean }) => ({
  ...login,
  tls: tls ? {} : undefined,
})

/** Reconnects from a master that became a replica; 2 makes ioredis retry the command over the new connection. */
const reconnectOnError = ({ message }: Error): 2 | false => (message.startsWith('READONLY') ? 2 : false)
