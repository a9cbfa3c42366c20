import { Client, Events, GatewayIntentBits, Options } from 'discord.js'
import type { Logger } from 'pino'
import { withTimeout } from '../kit/with-timeout.ts'
import type { NotStarted } from '../port.ts'
import { apiBase } from './calls.ts'
import { loggable } from './errors.ts'
import { pacedShards } from './shards.ts'

const READY_WITHIN_MS = 30_000
const GUILDS_WITHIN_MS = 5_000

type Gateway = {
  apiUrl?: string | undefined
  /** The gateway's shards that this process holds, of how many; all of them where absent. */
  shards?: { ids: number[]; count: number } | undefined
  log: Logger
  timeoutMs: number
}

type Connecting = {
  token: string
  /** Timeout of the first connection. */
  readyWithinMs?: number | undefined
  /** Gives up connecting. Changes nothing once it is connected. */
  signal?: AbortSignal | undefined
}

/**
 * Makes a client that receives guilds and interactions only and caches no messages. It listens for every error event:
 * an unhandled one ends the process.
 */
export const makeClient = ({ apiUrl, shards, log, timeoutMs }: Gateway, ended: AbortSignal): Client => {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    shards: shards?.ids,
    shardCount: shards?.count ?? 1,
    allowedMentions: { parse: [] },
    makeCache: Options.cacheWithLimits({ ...Options.DefaultMakeCacheSettings, MessageManager: 0 }),
    waitGuildTimeout: GUILDS_WITHIN_MS,
    rest: { retries: 0, timeout: timeoutMs, api: apiBase(apiUrl) },
    ws: pacedShards(ended),
  })
  client.on(Events.Error, (error) => log.error(loggable(error), 'discord: the client failed'))
  logGateway(client, log)
  ignoreUnreadableEvents(client, log)
  client.on(Events.Invalidated, () => log.error('discord: the session was made invalid'))
  return client
}

/** Logs a lost gateway once, not at each retry. A failure before it is ready is returned by the start instead. */
const logGateway = (client: Client, log: Logger): void => {
  let up = false
  const isUp = () => {
    up = true
  }
  for (const event of [Events.ClientReady, Events.ShardReady, Events.ShardResume] as const)
    client.on(event, isUp)
  client.on(Events.ShardError, (error) => {
    log[up ? 'warn' : 'debug'](loggable(error), 'discord: the gateway failed')
    up = false
  })
  client.on(Events.ShardDisconnect, ({ code }) => {
    if (client.isReady())
      log.error(
        { code },
        'discord: the gateway is closed for good; start again after mending the token or intents',
      )
  })
}

export type Connected =
  | { ok: true; application: string }
  | { ok: false; why: NotStarted['why']; detail: string }

export const connect = async (
  client: Client,
  { token, signal, readyWithinMs = READY_WITHIN_MS }: Connecting,
): Promise<Connected> => {
  const ready = new Promise<Connected>((resolve) => {
    client.once(Events.ClientReady, ({ application }) => resolve({ ok: true, application: application.id }))
    client.once(Events.ShardDisconnect, ({ code }) =>
      resolve({ ok: false, why: 'refused', detail: `gateway ${code}` }),
    )
  })
  const login = client.login(token).then(
    () => ready,
    (error: unknown): Connected => ({
      ok: false,
      why: 'unreachable',
      detail: error instanceof Error ? error.message : String(error),
    }),
  )
  const over = new AbortController()
  const givenUp = new Promise<undefined>((resolve) => {
    if (signal?.aborted) resolve(undefined)
    signal?.addEventListener('abort', () => resolve(undefined), { signal: over.signal })
  })
  const connected = await withTimeout(readyWithinMs, Promise.race([ready, login, givenUp]))
  over.abort()
  return connected ?? { ok: false, why: 'unreachable', detail: `${readyWithinMs / 1_000} s` }
}

type Packet = { t?: unknown } | undefined
type Handles = { handlePacket(packet: Packet, shard: unknown): boolean }

/**
 * Ignores an event that discord.js cannot read, such as one that Discord gave a new shape: the library throws out
 * of its socket, where nothing can catch it, and the process would end. It offers no other place to stand in.
 */
const ignoreUnreadableEvents = (client: Client, log: Logger): void => {
  const gateway = client.ws as unknown as Handles
  const handle = gateway.handlePacket.bind(gateway)
  gateway.handlePacket = (packet, shard) => {
    try {
      return handle(packet, shard)
    } catch (error) {
      const event = String(packet?.t).slice(0, 40)
      log.error({ ...loggable(error), event }, 'discord: an event could not be read')
      return false
    }
  }
}
