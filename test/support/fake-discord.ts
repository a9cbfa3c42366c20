import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type WebSocket, WebSocketServer } from 'ws'

type Body = Record<string, unknown>
export type Component = Body & {
  type: number
  custom_id?: string
  components?: Component[]
  component?: Component
  accessory?: Component
}
export type DiscordMessage = {
  id: string
  channel_id: string
  author: { id: string }
  components: Component[]
  content: string
  nonce?: string
  onlyFor?: string
}
export type Modal = { custom_id: string; title: string; components: Component[]; user: string }
export type Misbehaviour =
  | { does: 'limits'; retryAfter: number }
  | { does: 'fails'; status: number }
  /** Does the thing, then the connection breaks before the answer. */
  | { does: 'drops' }
  | { does: 'hangs' }
  | { does: 'refuses'; status: number; code: number }

/**
 * Discord's own servers, on loopback: the gateway and the REST routes we use, with its documented limits and errors.
 * Everything that comes over the wire is kept in `requests`.
 */
export type FakeDiscord = {
  url: string
  token: string
  guildId: string
  requests: { method: string; route: string; body: Body }[]
  messages: DiscordMessage[]
  modals: Map<string, Modal>
  commands(): Body[]
  misbehave(route: RegExp, how: Misbehaviour): void
  /** Sends an INTERACTION_CREATE; its answers show in `messages` and `modals`. */
  interact(interaction: Body): Promise<string>
  /** Asks the client to reconnect and resume. */
  reconnect(): void
  resumes(): number
  nextChange(): Promise<void>
  directChannel(user: string): string
  stop(): Promise<void>
}

export type FakeDiscordOptions = {
  users: string[]
  channels: { id: string; isPrivate: boolean; members: string[] }[]
}

const BOT = '900000000000000001'
const APPLICATION = '900000000000000002'
export const GUILD = '910000000000000001'
const VIEW = '1024'

export const startFakeDiscord = async (options: FakeDiscordOptions): Promise<FakeDiscord> => {
  const token = 'discord-test-token'
  const requests: FakeDiscord['requests'] = []
  const messages: DiscordMessage[] = []
  const modals = new Map<string, Modal>()
  const planned: { route: RegExp; how: Misbehaviour }[] = []
  const directs = new Map<string, string>()
  const pending = new Map<string, { user: string; channel: string; message?: DiscordMessage }>()
  const sockets = new Set<WebSocket>()
  let commands: Body[] = []
  let counter = 0n
  let resumes = 0
  let waiting: (() => void)[] = []
  let sequence = 0

  /** Snowflakes carry their time; ours grow by one each. */
  const nextId = (): string => {
    counter += 1n
    return (((BigInt(Date.now()) - 1_420_070_400_000n) << 22n) + counter).toString()
  }
  const directChannel = (user: string): string => {
    const known = directs.get(user) ?? `92000000000000${String(directs.size).padStart(4, '0')}`
    directs.set(user, known)
    return known
  }
  const keep = (channel: string, body: Body, onlyFor?: string): DiscordMessage => {
    const same =
      body['enforce_nonce'] === true ? messages.find(({ nonce }) => nonce === body['nonce']) : undefined
    if (same) return same
    const message: DiscordMessage = {
      id: nextId(),
      channel_id: channel,
      author: { id: BOT },
      components: (body['components'] ?? []) as Component[],
      content: String(body['content'] ?? ''),
      ...(body['nonce'] === undefined ? {} : { nonce: String(body['nonce']) }),
      ...(onlyFor === undefined ? {} : { onlyFor }),
    }
    messages.push(message)
    return message
  }

  type Reply = { status: number; body?: unknown }
  const route = (method: string, path: string, body: Body, query: URLSearchParams): Reply => {
    const fault = messageFault(body)
    const at = (pattern: RegExp) => pattern.exec(path)
    if (at(/^\/gateway\/bot$/))
      return {
        status: 200,
        body: {
          url: base.replace('http', 'ws'),
          shards: 1,
          session_start_limit: { total: 1000, remaining: 999, reset_after: 1000, max_concurrency: 1 },
        },
      }
    if (at(/^\/users\/@me\/channels$/)) {
      const user = String(body['recipient_id'])
      return options.users.includes(user)
        ? { status: 200, body: { id: directChannel(user), type: 1 } }
        : { status: 400, body: { code: 10013, message: 'Unknown User' } }
    }
    if (at(/\/commands$/)) {
      if (method === 'PUT') {
        const wrong = commandsFault(body as unknown as Body[])
        if (wrong) return { status: 400, body: { code: 50035, message: wrong } }
        commands = body as unknown as Body[]
      }
      return { status: 200, body: commands }
    }
    const single = at(/^\/channels\/(\d+)\/messages\/(\d+)$/)
    if (single && method === 'PATCH') {
      const found = messages.find(({ id }) => id === single[2])
      if (!found || fault)
        return { status: found ? 400 : 404, body: { code: found ? 50035 : 10008, message: fault } }
      found.components = body['components'] as Component[]
      return { status: 200, body: found }
    }
    const listed = at(/^\/channels\/(\d+)\/messages$/)
    if (listed?.[1]) {
      const [, channel] = listed
      const known =
        options.channels.some(({ id }) => id === channel) || [...directs.values()].includes(channel)
      if (!known) return { status: 404, body: { code: 10003, message: 'Unknown Channel' } }
      if (method === 'GET') {
        const after = BigInt(query.get('after') ?? '0')
        const found = messages.filter(
          (one) => one.channel_id === channel && !one.onlyFor && BigInt(one.id) > after,
        )
        return { status: 200, body: found.map(({ nonce: _, ...message }) => message) }
      }
      return fault
        ? { status: 400, body: { code: 50035, message: fault } }
        : { status: 200, body: keep(channel, body) }
    }
    const channel = at(/^\/channels\/(\d+)$/)
    if (channel) return channelRoute(channel[1] ?? '')
    if (at(/^\/guilds\/\d+\/members$/))
      return {
        status: 200,
        body: [
          ...options.users.map((id) => ({ user: { id, bot: false }, roles: [] })),
          { user: { id: BOT, bot: true }, roles: ['920'] },
        ],
      }
    if (at(/^\/guilds\/\d+$/))
      return {
        status: 200,
        body: {
          owner_id: '1',
          roles: [
            { id: GUILD, permissions: VIEW },
            { id: '920', permissions: '8' },
          ],
        },
      }
    const callback = at(/^\/interactions\/(\d+)\/[^/]+\/callback$/)
    if (callback) return answered(callback[1] ?? '', body)
    const original = at(/^\/webhooks\/\d+\/([^/]+)(?:\/messages\/(?:@original|%40original))?$/)
    if (original) return afterwards(method, original[1] ?? '', body)
    return { status: 404, body: { code: 0, message: `no route ${method} ${path}` } }
  }

  const channelRoute = (id: string): Reply => {
    const known = options.channels.find((one) => one.id === id)
    if (!known) return { status: 404, body: { code: 10003, message: 'Unknown Channel' } }
    const everyone = { id: GUILD, type: 0, allow: '0', deny: known.isPrivate ? VIEW : '0' }
    const people = known.members.map((member) => ({ id: member, type: 1, allow: VIEW, deny: '0' }))
    return { status: 200, body: { id, type: 0, permission_overwrites: [everyone, ...people] } }
  }
  const answered = (id: string, body: Body): Reply => {
    const of = pending.get(id)
    const data = (body['data'] ?? {}) as Body
    if (!of) return { status: 404, body: { code: 10062, message: 'Unknown interaction' } }
    const type = Number(body['type'])
    const fault = type === 9 ? modalFault(data) : messageFault(data)
    if (fault) return { status: 400, body: { code: 50035, message: fault } }
    if (type === 4)
      of.message = keep(of.channel, data, (Number(data['flags'] ?? 0) & 64) === 64 ? of.user : undefined)
    if (type === 7 && of.message) of.message.components = data['components'] as Component[]
    if (type === 9) modals.set(of.user, { ...(data as unknown as Modal), user: of.user })
    return { status: 204 }
  }
  const afterwards = (method: string, interactionToken: string, body: Body): Reply => {
    const of = pending.get(interactionToken.replace('token-', ''))
    if (!of) return { status: 404, body: { code: 10015, message: 'Unknown Webhook' } }
    if (method === 'DELETE') return { status: 204 }
    const fault = messageFault(body)
    if (fault) return { status: 400, body: { code: 50035, message: fault } }
    const made = keep(of.channel, body, of.user)
    return { status: 200, body: made }
  }

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://discord')
    const path = decodeURIComponent(url.pathname.replace(/^\/api\/v10/, ''))
    const raw = await textOf(request)
    const body = raw === '' ? {} : (JSON.parse(raw) as Body)
    const method = request.method ?? 'GET'
    requests.push({ method, route: path, body })
    const send = (status: number, answer: unknown, headers: Record<string, string> = {}) =>
      void response
        .writeHead(status, { 'content-type': 'application/json', ...headers })
        .end(status === 204 ? undefined : JSON.stringify(answer))
    const open = path.startsWith('/interactions/') || path.startsWith('/webhooks/')
    if (!open && request.headers.authorization !== `Bot ${token}`)
      return send(401, { code: 0, message: '401: Unauthorized' })
    const at = planned.findIndex((one) => one.route.test(path))
    const how = at < 0 ? undefined : planned.splice(at, 1)[0]?.how
    if (how?.does === 'limits')
      return send(
        429,
        { message: 'limited', retry_after: how.retryAfter, global: false },
        { 'retry-after': String(how.retryAfter) },
      )
    if (how?.does === 'fails') return send(how.status, { message: 'oops' })
    if (how?.does === 'refuses') return send(how.status, { code: how.code, message: 'refused' })
    if (how?.does === 'hangs') return
    const answer = route(method, path, body, url.searchParams)
    if (how?.does === 'drops') return void request.socket.destroy()
    return send(answer.status, answer.body)
  }

  const server = createServer((request, response) => {
    response.on('close', () => {
      const told = waiting
      waiting = []
      for (const tell of told) tell()
    })
    void handle(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const base = `http://127.0.0.1:${address.port}`

  const gateway = new WebSocketServer({ server })
  gateway.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    const send = (body: Body) => socket.send(JSON.stringify(body))
    const dispatch = (t: string, d: Body) => {
      sequence += 1
      send({ op: 0, t, s: sequence, d })
    }
    socket.on('message', (data) => {
      const { op, d } = JSON.parse(String(data)) as { op: number; d: Body }
      if (op === 1) send({ op: 11 })
      if (op === 6) {
        resumes += 1
        dispatch('RESUMED', {})
      }
      if (op !== 2) return
      if (d['token'] !== token) return void socket.close(4004)
      dispatch('READY', ready(base))
      dispatch('GUILD_CREATE', guild())
    })
    send({ op: 10, d: { heartbeat_interval: 41_250 } })
  })

  return {
    url: `${base}/api`,
    token,
    guildId: GUILD,
    requests,
    messages,
    modals,
    commands: () => commands,
    misbehave: (pattern, how) => planned.push({ route: pattern, how }),
    interact: async (interaction) => {
      const id = nextId()
      const user = String(interaction['user_id'])
      const channel = String(interaction['channel_id'])
      const pressed = messages.find((one) => one.id === interaction['message_id'])
      pending.set(id, { user, channel, ...(pressed ? { message: pressed } : {}) })
      sequence += 1
      const event = {
        op: 0,
        t: 'INTERACTION_CREATE',
        s: sequence,
        d: full(id, user, channel, interaction, pressed),
      }
      for (const socket of sockets) socket.send(JSON.stringify(event))
      return id
    },
    reconnect: () => {
      for (const socket of sockets) socket.send(JSON.stringify({ op: 7, d: null }))
    },
    resumes: () => resumes,
    nextChange: () => new Promise((resolve) => waiting.push(resolve)),
    directChannel,
    stop: async () => {
      for (const socket of sockets) socket.terminate()
      gateway.close()
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

const ready = (base: string): Body => ({
  v: 10,
  user: { id: BOT, username: 'tsunagi', discriminator: '0', global_name: null, avatar: null, bot: true },
  guilds: [{ id: GUILD, unavailable: true }],
  session_id: 'session',
  resume_gateway_url: base.replace('http', 'ws'),
  application: { id: APPLICATION, flags: 0 },
})

const guild = (): Body => ({
  id: GUILD,
  name: 'guild',
  roles: [
    {
      id: GUILD,
      name: '@everyone',
      permissions: VIEW,
      position: 0,
      color: 0,
      hoist: false,
      managed: false,
      mentionable: false,
    },
  ],
  channels: [],
  members: [],
  emojis: [],
  stickers: [],
  threads: [],
  presences: [],
  voice_states: [],
  stage_instances: [],
  guild_scheduled_events: [],
  features: [],
  owner_id: '1',
  preferred_locale: 'ja',
})

/** An interaction as the gateway sends it. In direct messages there is no guild and no member. */
const full = (
  id: string,
  user: string,
  channel: string,
  { type, data, direct }: Body,
  message: DiscordMessage | undefined,
): Body => {
  const person = { id: user, username: user, discriminator: '0', global_name: null, avatar: null }
  const where = direct
    ? { user: person, channel: { id: channel, type: 1 } }
    : {
        guild_id: GUILD,
        member: {
          user: person,
          roles: [],
          permissions: '0',
          joined_at: '2026-01-01T00:00:00Z',
          deaf: false,
          mute: false,
          flags: 0,
        },
        channel: { id: channel, type: 0, permissions: '0' },
      }
  return {
    id,
    application_id: APPLICATION,
    type,
    token: `token-${id}`,
    version: 1,
    channel_id: channel,
    ...where,
    app_permissions: '0',
    locale: 'ja',
    guild_locale: 'ja',
    entitlements: [],
    authorizing_integration_owners: {},
    context: direct ? 1 : 0,
    attachment_size_limit: 10_000_000,
    data,
    ...(message
      ? {
          message: {
            ...message,
            type: 0,
            timestamp: '2026-01-01T00:00:00Z',
            edited_timestamp: null,
            tts: false,
            mention_everyone: false,
            mentions: [],
            mention_roles: [],
            attachments: [],
            embeds: [],
            pinned: false,
            flags: 0,
          },
        }
      : {}),
  }
}

const textOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

export const inside = (components: Component[]): Component[] =>
  components.flatMap((one) => [
    one,
    ...inside(one.components ?? []),
    ...inside(one.component ? [one.component] : []),
    ...inside(one.accessory ? [one.accessory] : []),
  ])

const messageFault = (body: Body): string | undefined => {
  const all = inside((body['components'] ?? []) as Component[])
  if (all.length > 40) return `${all.length} components`
  const text = all.reduce((sum, { type, content }) => sum + (type === 10 ? String(content).length : 0), 0)
  if (text > 4_000) return `${text} characters`
  if (all.some(({ type, content }) => type === 10 && String(content).length === 0)) return 'empty text'
  if (String(body['nonce'] ?? '').length > 25) return 'nonce'
  return idsFault(all)
}

const idsFault = (all: Component[]): string | undefined => {
  const ids = all.flatMap(({ custom_id }) => (custom_id === undefined ? [] : [custom_id]))
  if (ids.some((id) => id.length > 100 || id.length === 0)) return 'custom_id length'
  if (new Set(ids).size !== ids.length) return 'custom_id repeated'
  for (const { type, options, label } of all) {
    if (type === 2 && (String(label).length > 80 || String(label).length === 0)) return 'button label'
    const many = (options ?? []) as Body[]
    if (type === 3 && (many.length === 0 || many.length > 25)) return 'options'
    if (type === 18 && String(label).length > 45) return 'label'
  }
  return undefined
}

const modalFault = (data: Body): string | undefined => {
  const components = (data['components'] ?? []) as Component[]
  if (components.length === 0 || components.length > 5) return 'modal components'
  if (String(data['title']).length > 45 || String(data['custom_id']).length > 100)
    return 'modal title or custom_id'
  return idsFault(inside(components))
}

const NAME = /^[-_'\p{L}\p{N}]{1,32}$/u
const commandsFault = (commands: Body[]): string | undefined => {
  for (const one of commands) {
    const ja = (one['name_localizations'] as { ja?: string } | undefined)?.ja ?? 'x'
    const name = String(one['name'])
    if (!NAME.test(name) || name !== name.toLowerCase() || !NAME.test(ja)) return `name ${name} ${ja}`
    const description = String(one['description'] ?? '')
    if (description.length < 1 || description.length > 100) return `description of ${name}`
    const options = (one['options'] ?? []) as Body[]
    if (options.length > 25) return `options of ${name}`
    const fault = commandsFault(options)
    if (fault) return fault
  }
  return undefined
}
