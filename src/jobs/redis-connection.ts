import { Cluster, Redis, type RedisOptions } from 'ioredis'
import type { Logger } from 'pino'
import { type RedisAddress, type RedisLogin, readRedisAddress } from './redis-address.ts'

export type RedisConnection = Redis | Cluster

export type RedisPatience = {
  /** Whether commands wait for a Redis that is away, instead of failing at once. */
  enableOfflineQueue: boolean
  /** Null: as often as it takes. */
  maxRetriesPerRequest: number | null
  /** How long an answer may take; without it, for ever. */
  commandTimeout?: number
}

/**
 * Connects to a Redis by its address (see `readRedisAddress`): one server, the master that sentinels name, or a
 * cluster. It comes back by itself after a restart or a fail-over. Throws on an address that is none: a bug.
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
 * Ends also while it waits to reconnect. There ioredis stops its timer and tells nobody, so that whoever waits for the
 * end, as BullMQ does, waits for ever.
 */
class ClosableRedis extends Redis {
  override disconnect(reconnect = false): void {
    const waits = this.status === 'reconnecting' && !reconnect
    super.disconnect(reconnect)
    if (!waits) return
    // Of an attempt that is given up the end is told.
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
        // A master that hangs keeps its connections: the sentinels tell when it is one no more.
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

/** A master that became a replica under us: 2 has the command sent again over a new connection. */
const reconnectOnError = ({ message }: Error): 2 | false => (message.startsWith('READONLY') ? 2 : false)
