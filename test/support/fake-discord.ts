import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { type WebSocket, WebSocketServer } from 'ws'
import { type Act, BOT, GUILD, guildEvent, interactionEvent, readyEvent } from './fake-discord/events.ts'
import { type Exchange, exchanges } from './fake-discord/exchanges.ts'
import { type FakeDiscordOptions, route, type World } from './fake-discord/routes.ts'
import type { ScheduledEvent } from './fake-discord/scheduled-events.ts'
import {
  type Body,
  type Component,
  type DiscordMessage,
  type Modal,
  numbered,
  type SentFile,
} from './fake-discord/shapes.ts'

export { GUILD } from './fake-discord/events.ts'

export type Misbehaviour =
  | { does: 'limits'; retryAfter: number }
  | { does: 'fails'; status: number }
  /** Does the thing, then the connection breaks before the answer. */
  | { does: 'drops' }
  /** Does the thing and never answers. */
  | { does: 'hangs' }
  /** Does the thing only then, when nobody waits for the answer any more. */
  | { does: 'dawdles'; ms: number }
  | { does: 'refuses'; status: number; code: number }

/**
 * Discord's own servers, on loopback: the gateway and the REST routes we use, with its documented limits and errors.
 * Everything that comes over the wire is kept in `requests`.
 */
export type FakeDiscord = {
  url: string
  token: string
  guildId: string
  requests: { method: string; path: string; body: Body }[]
  messages: DiscordMessage[]
  /** The modal last opened, by person. */
  modals: Map<string, Modal>
  exchanges: Map<string, Exchange>
  commands(): Body[]
  /** The server's scheduled events, in the order they were made. */
  events: ScheduledEvent[]
  /** What the next request that matches `METHOD /path` does instead of working. */
  misbehave(request: RegExp, how: Misbehaviour): void
  /** Delivers an interaction through the gateway, or with the next resumption. Gives its id. */
  interact(act: Act): string
  /** Delivers it once more, as Discord does after an unclean resumption. */
  repeat(id: string): void
  /** Asks the client to reconnect and resume. */
  reconnect(): void
  /** Any event at all, as the gateway sends it. */
  gateway(t: string, d: Body): void
  /** The bot is taken out of a server; or its server has an outage. */
  leave(guild: string, why: 'removed' | 'outage'): void
  /** Breaks the gateway's connections without a word. */
  dropGateway(): void
  /** How the gateway receives: closed answers 503, silent nothing, broken hangs up; forbidden ends sessions for what they ask for. */
  gatewayIs(how: GatewayMood): void
  /** How often somebody came to the gateway. */
  knocks(): number
  /** How many wait there for an answer. */
  waiting(): number
  identifies(): number
  /** How many requests came that Discord has not done yet. */
  underWay(): number
  /** The shard of each session, and of how many. */
  shards: readonly ([number, number] | undefined)[]
  resumes(): number
  /** Resolves once `found` gives something: looks now, and after each request and gateway event. */
  until<Value>(found: () => Value | undefined): Promise<Value>
  directChannel(user: string): string
  stop(): Promise<void>
}

type GatewayMood = 'open' | 'closed' | 'silent' | 'broken' | 'forbidden'

/** Snowflakes count from here. */
const EPOCH = 1_420_070_400_000n
/** Discord says that it knows a nonce for the past few minutes. */
const NONCE_KEPT_MS = 5 * 60_000
const timeOf = ({ id }: DiscordMessage): number => Number((BigInt(id) >> 22n) + EPOCH)

type Event = { op: 0; t: string; s: number; d: Body }

export const startFakeDiscord = async (options: FakeDiscordOptions): Promise<FakeDiscord> => {
  const token = 'discord-test-token'
  const requests: FakeDiscord['requests'] = []
  const messages: DiscordMessage[] = []
  const modals = new Map<string, Modal>()
  const planned: { request: RegExp; how: Misbehaviour }[] = []
  const directs = new Map<string, string>()
  const counts = { ids: 0n, identifies: 0, resumes: 0, underWay: 0, knocks: 0, waiting: 0 }
  let mood: GatewayMood = 'open'
  const now = options.now ?? Date.now
  const shards: ([number, number] | undefined)[] = []
  const looks = new Set<() => void>()
  const changed = () => {
    for (const look of [...looks]) look()
  }

  /** Snowflakes carry their time; ours grow by one each. */
  const nextId = (): string => {
    counts.ids += 1n
    return (((BigInt(Math.floor(now())) - EPOCH) << 22n) + counts.ids).toString()
  }
  const directChannel = (user: string): string => {
    const known = directs.get(user) ?? `92000000000000${String(directs.size).padStart(4, '0')}`
    directs.set(user, known)
    return known
  }
  const keep = (channel: string, body: Body, onlyFor?: string): DiscordMessage => {
    const nonce = body.nonce === undefined ? undefined : String(body.nonce)
    const isSame = (one: DiscordMessage) =>
      one.nonce === nonce && one.channel_id === channel && now() - timeOf(one) < NONCE_KEPT_MS
    const same = body.enforce_nonce === true && messages.find(isSame)
    if (same) return same
    const message: DiscordMessage = {
      id: nextId(),
      channel_id: channel,
      author: { id: BOT },
      components: numbered((body.components ?? []) as Component[]),
      content: String(body.content ?? ''),
      flags: Number(body.flags ?? 0),
      ...(nonce === undefined ? {} : { nonce }),
      ...(onlyFor === undefined ? {} : { onlyFor }),
      ...(body.files === undefined ? {} : { files: body.files as SentFile[] }),
    }
    messages.push(message)
    return message
  }
  const exchanged = exchanges(keep, modals)
  const world: World = {
    options,
    messages,
    commands: [],
    events: [],
    nextId,
    gatewayUrl: () => base.replace('http', 'ws'),
    directs,
    directChannel,
    keep,
    exchanged,
  }

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://discord')
    const path = decodeURIComponent(url.pathname.replace(/^\/api\/v10/, ''))
    const body = await bodyOf(request)
    const method = request.method ?? 'GET'
    requests.push({ method, path, body })
    const send = (status: number, answer: unknown, headers: Record<string, string> = {}) => {
      if (status === 204) response.writeHead(204).end()
      else
        response
          .writeHead(status, { 'content-type': 'application/json', ...headers })
          .end(JSON.stringify(answer))
    }
    const open = path.startsWith('/interactions/') || path.startsWith('/webhooks/')
    if (!open && request.headers.authorization !== `Bot ${token}`)
      return send(401, { code: 0, message: '401: Unauthorized' })
    const at = planned.findIndex((one) => one.request.test(`${method} ${path}`))
    const how = at < 0 ? undefined : planned.splice(at, 1)[0]?.how
    if (how?.does === 'limits')
      return send(
        429,
        { message: 'limited', retry_after: how.retryAfter, global: false },
        { 'retry-after': String(how.retryAfter) },
      )
    if (how?.does === 'fails') return send(how.status, { message: 'oops' })
    if (how?.does === 'refuses') return send(how.status, { code: how.code, message: 'refused' })
    if (how?.does === 'dawdles') await pause(how.ms)
    const answer = route(world, { method, path, body, query: url.searchParams })
    changed()
    if (how?.does === 'hangs') return
    if (how?.does === 'drops') return void request.socket.destroy()
    send(answer.status, answer.body)
  }

  const server = createServer((request, response) => {
    response.on('close', changed)
    counts.underWay += 1
    void handle(request, response).finally(() => {
      counts.underWay -= 1
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const base = `http://127.0.0.1:${address.port}`

  const events: Event[] = []
  const sockets = new Set<WebSocket>()
  const dispatch = (t: string, d: Body) => {
    const event: Event = { op: 0, t, s: events.length + 1, d }
    events.push(event)
    for (const socket of sockets) socket.send(JSON.stringify(event))
  }
  const channelsOf = (guild: string): Body[] =>
    guild === GUILD
      ? options.channels.map(({ id }) => ({
          id,
          type: 0,
          name: 'c',
          guild_id: GUILD,
          permission_overwrites: [],
        }))
      : []
  const guilds = [GUILD, ...(options.otherGuilds ?? []).map(({ id }) => id)]
  const gateway = new WebSocketServer({
    server,
    verifyClient: ({ req }, answer) => {
      counts.knocks += 1
      if (mood === 'closed') return answer(false, 503)
      if (mood !== 'silent') return answer(true)
      counts.waiting += 1
      changed()
      // Read on, or its end would not be noticed.
      req.socket.resume().once('end', () => req.socket.destroy())
      req.socket.once('close', () => {
        counts.waiting -= 1
        changed()
      })
    },
  })
  gateway.on('connection', (socket) => {
    if (mood === 'broken') return socket.terminate()
    socket.on('close', () => sockets.delete(socket))
    socket.on('message', (data) => {
      const { op, d } = JSON.parse(String(data)) as { op: number; d: Body }
      if (op === 1) socket.send(JSON.stringify({ op: 11 }))
      if (op !== 2 && op !== 6) return
      if (d.token !== token) return void socket.close(4004)
      if (mood === 'forbidden') return void socket.close(4014)
      sockets.add(socket)
      if (op === 2) {
        counts.identifies += 1
        shards.push(d.shard as [number, number] | undefined)
        dispatch('READY', readyEvent(world.gatewayUrl(), guilds))
        for (const id of guilds) dispatch('GUILD_CREATE', guildEvent(id, channelsOf(id)))
      } else {
        counts.resumes += 1
        for (const event of events.slice(Number(d.seq))) socket.send(JSON.stringify(event))
        dispatch('RESUMED', {})
      }
      changed()
    })
    socket.send(JSON.stringify({ op: 10, d: { heartbeat_interval: 41_250 } }))
  })

  return {
    url: `${base}/api`,
    token,
    guildId: GUILD,
    requests,
    messages,
    modals,
    exchanges: exchanged.known,
    commands: () => world.commands,
    events: world.events,
    misbehave: (request, how) => planned.push({ request, how }),
    interact: (act) => {
      const id = nextId()
      exchanged.known.set(id, { id, act })
      dispatch('INTERACTION_CREATE', interactionEvent(id, act))
      return id
    },
    repeat: (id) => {
      const exchange = exchanged.known.get(id)
      if (exchange) dispatch('INTERACTION_CREATE', interactionEvent(id, exchange.act))
    },
    gateway: dispatch,
    leave: (id, why) => dispatch('GUILD_DELETE', why === 'outage' ? { id, unavailable: true } : { id }),
    reconnect: () => {
      for (const socket of sockets) socket.send(JSON.stringify({ op: 7, d: null }))
    },
    dropGateway: () => {
      for (const socket of sockets) socket.terminate()
      sockets.clear()
    },
    gatewayIs: (how) => {
      mood = how
    },
    knocks: () => counts.knocks,
    waiting: () => counts.waiting,
    identifies: () => counts.identifies,
    underWay: () => counts.underWay,
    shards,
    resumes: () => counts.resumes,
    until: (found) =>
      new Promise((resolve) => {
        const look = () => {
          const value = found()
          if (value === undefined) return
          looks.delete(look)
          resolve(value)
        }
        looks.add(look)
        look()
      }),
    directChannel,
    stop: async () => {
      for (const socket of gateway.clients) socket.terminate()
      gateway.close()
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

/** JSON, or, with files, several parts of which one is the JSON. */
const bodyOf = async (request: IncomingMessage): Promise<Body> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const raw = Buffer.concat(chunks)
  const type = request.headers['content-type'] ?? ''
  if (!type.startsWith('multipart/'))
    return raw.length === 0 ? {} : (JSON.parse(raw.toString('utf8')) as Body)
  const form = await new Response(raw, { headers: { 'content-type': type } }).formData()
  const body = JSON.parse(String(form.get('payload_json'))) as Body
  const files: SentFile[] = []
  for (const part of form.values())
    if (typeof part !== 'string')
      files.push({ name: part.name, bytes: Buffer.from(await part.arrayBuffer()) })
  return { ...body, files }
}
