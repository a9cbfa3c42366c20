import { createHmac, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type WebSocket, WebSocketServer } from 'ws'

export type SlackBlock = Record<string, unknown> & { type: string; block_id?: string }
export type SlackMessage = {
  ts: string
  channel: string
  user: string
  text: string
  blocks: SlackBlock[]
  metadata?: { event_type: string; event_payload: Record<string, unknown> }
  /** Set on ephemeral answers: who sees it. */
  onlyFor?: string
}
export type SlackView = {
  id: string
  hash: string
  callback_id: string
  private_metadata: string
  title: { text: string }
  blocks: SlackBlock[]
  user: string
}
export type Misbehaviour =
  | { does: 'limits'; retryAfter: number }
  | { does: 'fails'; status: number }
  /** Does the thing, then the connection breaks before the answer. */
  | { does: 'drops' }
  | { does: 'hangs' }
  | { does: 'refuses'; error: string }

type Body = Record<string, unknown>
type Answer = Body & { ok: boolean }

/**
 * Slack's own servers, on loopback: the Web API methods we use, with its documented limits and errors, its signed
 * requests and its Socket Mode. Everything that comes over the wire is kept in `requests`.
 */
export type FakeSlack = {
  url: string
  teamId: string
  botToken: string
  appToken: string
  signingSecret: string
  requests: { method: string; body: Body }[]
  messages: SlackMessage[]
  views: Map<string, SlackView>
  /** What the next call of a method does instead of working. */
  misbehave(method: string, how: Misbehaviour): void
  /** Where events go over HTTP; without it they go over Socket Mode. Resolves with the acknowledgement's body. */
  deliverTo(target: string | undefined): void
  deliver(kind: 'command' | 'interaction' | 'event', body: Body): Promise<{ status: number; body: Body }>
  newTrigger(user: string): string
  /** Resolves after the next request was served. */
  nextChange(): Promise<void>
  directChannel(user: string): string
  stop(): Promise<void>
}

export type FakeSlackOptions = {
  users: string[]
  channels: { id: string; isPrivate: boolean; isShared?: boolean; members: string[] }[]
}

export const startFakeSlack = async (options: FakeSlackOptions): Promise<FakeSlack> => {
  const teamId = 'T0TSUNAGI'
  const botToken = 'xoxb-test-token'
  const appToken = 'xapp-test-token'
  const signingSecret = 'test-signing-secret'
  const requests: FakeSlack['requests'] = []
  const messages: SlackMessage[] = []
  const views = new Map<string, SlackView>()
  const triggers = new Set<string>()
  const planned = new Map<string, Misbehaviour[]>()
  const directs = new Map<string, string>()
  const sockets = new Set<WebSocket>()
  const acks = new Map<string, (payload: Body) => void>()
  let clock = Date.UTC(2026, 0, 1) / 1000
  let target: string | undefined
  let socketWaiters: (() => void)[] = []
  let waiting: (() => void)[] = []

  const nextTs = (): string => {
    clock += 1
    return `${Math.floor(Date.now() / 1000)}.${String(clock % 1_000_000).padStart(6, '0')}`
  }
  const directChannel = (user: string): string => {
    const known = directs.get(user) ?? `D${directs.size + 1}`
    directs.set(user, known)
    return known
  }
  const channelExists = (id: string) =>
    options.channels.some((channel) => channel.id === id) || [...directs.values()].includes(id)

  const methods: Record<string, (body: Body) => Answer> = {
    'auth.test': () => ({ ok: true, team_id: teamId, user_id: 'UBOT', bot_id: 'BBOT' }),
    'conversations.open': ({ users }) =>
      options.users.includes(String(users))
        ? { ok: true, channel: { id: directChannel(String(users)) } }
        : { ok: false, error: 'user_not_found' },
    'chat.postMessage': ({ channel, text, blocks, metadata }) => {
      const fault = blocksFault(blocks, 50)
      if (fault) return { ok: false, error: fault }
      if (!channelExists(String(channel))) return { ok: false, error: 'channel_not_found' }
      const message = {
        ts: nextTs(),
        channel: String(channel),
        user: 'UBOT',
        text: String(text),
        blocks: blocks as SlackBlock[],
      }
      messages.push({
        ...message,
        ...(metadata ? { metadata: metadata as NonNullable<SlackMessage['metadata']> } : {}),
      })
      return { ok: true, channel, ts: message.ts }
    },
    'chat.update': ({ channel, ts, text, blocks }) => {
      const fault = blocksFault(blocks, 50)
      const found = messages.find((message) => message.channel === channel && message.ts === ts)
      if (fault || !found) return { ok: false, error: fault ?? 'message_not_found' }
      Object.assign(found, { text, blocks })
      return { ok: true, channel, ts }
    },
    'conversations.history': ({ channel, oldest }) => ({
      ok: true,
      messages: messages
        .filter(
          (message) =>
            message.channel === channel && !message.onlyFor && Number(message.ts) >= Number(oldest ?? 0),
        )
        .toReversed(),
      response_metadata: { next_cursor: '' },
    }),
    'conversations.info': ({ channel }) => {
      const found = options.channels.find(({ id }) => id === channel)
      return found
        ? {
            ok: true,
            channel: { id: channel, is_private: found.isPrivate, is_ext_shared: found.isShared === true },
          }
        : { ok: false, error: 'channel_not_found' }
    },
    'conversations.members': ({ channel }) => ({
      ok: true,
      members: [...(options.channels.find(({ id }) => id === channel)?.members ?? []), 'UBOT'],
      response_metadata: { next_cursor: '' },
    }),
    'users.info': ({ user }) => ({ ok: true, user: { id: user, is_bot: user === 'UBOT' } }),
    'views.open': ({ trigger_id, view }) => {
      const user = triggerOwner(String(trigger_id))
      if (!triggers.delete(String(trigger_id))) return { ok: false, error: 'expired_trigger_id' }
      return keepView(`V${views.size + 1}`, view as Body, user)
    },
    'views.update': ({ view_id, view }) => {
      const known = views.get(String(view_id))
      return known ? keepView(known.id, view as Body, known.user) : { ok: false, error: 'not_found' }
    },
    'views.publish': ({ user_id, view }) => keepView(`HOME-${user_id}`, view as Body, String(user_id)),
    'apps.connections.open': () => ({ ok: true, url: `${base.replace('http', 'ws')}/socket` }),
  }
  const triggerOwner = (trigger: string): string => trigger.split('.')[1] ?? ''
  const keepView = (id: string, view: Body, user: string): Answer => {
    const fault = viewFault(view)
    if (fault) return { ok: false, error: fault, response_metadata: { messages: [fault] } }
    const kept = { callback_id: '', private_metadata: '', ...view, id, hash: randomUUID(), user } as SlackView
    views.set(id, kept)
    return { ok: true, view: { id, hash: kept.hash } }
  }

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const raw = await textOf(request)
    const path = new URL(request.url ?? '/', 'http://slack').pathname
    if (path.startsWith('/respond/')) {
      const [, , channel = '', user = ''] = path.split('/')
      const body = JSON.parse(raw) as Body
      requests.push({ method: 'respond', body })
      const fault = blocksFault(body.blocks, 50)
      if (fault) return void response.writeHead(400).end(fault)
      const shown = {
        ts: nextTs(),
        channel,
        user: 'UBOT',
        text: String(body.text),
        blocks: body.blocks as SlackBlock[],
      }
      messages.push(body.response_type === 'in_channel' ? shown : { ...shown, onlyFor: user })
      return void response.writeHead(200).end('ok')
    }
    const method = path.replace('/api/', '')
    const body = bodyOf(raw, request.headers['content-type'])
    requests.push({ method, body })
    const how = planned.get(method)?.shift()
    if (how?.does === 'limits')
      return void response.writeHead(429, { 'retry-after': String(how.retryAfter) }).end()
    if (how?.does === 'fails') return void response.writeHead(how.status).end('oops')
    if (how?.does === 'hangs') return
    const expected = method === 'apps.connections.open' ? appToken : botToken
    const authorised = request.headers.authorization === `Bearer ${expected}`
    const run = methods[method]
    const answer: Answer = !authorised
      ? { ok: false, error: 'invalid_auth' }
      : how?.does === 'refuses'
        ? { ok: false, error: how.error }
        : (run?.(body) ?? { ok: false, error: 'unknown_method' })
    if (how?.does === 'drops') return void request.socket.destroy()
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
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
  const socketServer = new WebSocketServer({ server, path: '/socket' })
  socketServer.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('message', (data) => {
      const { envelope_id, payload } = JSON.parse(String(data)) as { envelope_id: string; payload?: Body }
      acks.get(envelope_id)?.(payload ?? {})
    })
    socket.send(JSON.stringify({ type: 'hello', num_connections: 1 }))
    for (const waiter of socketWaiters) waiter()
    socketWaiters = []
  })

  const overHttp = async (url: string, kind: string, body: Body): Promise<{ status: number; body: Body }> => {
    const { raw, type } = encoded(kind, body)
    const timestamp = String(Math.floor(Date.now() / 1000))
    const signature = `v0=${createHmac('sha256', signingSecret).update(`v0:${timestamp}:${raw}`).digest('hex')}`
    const answer = await fetch(url, {
      method: 'POST',
      body: raw,
      headers: {
        'content-type': type,
        'x-slack-request-timestamp': timestamp,
        'x-slack-signature': signature,
      },
    })
    const text = await answer.text()
    return { status: answer.status, body: text.startsWith('{') ? (JSON.parse(text) as Body) : {} }
  }
  const overSocket = async (kind: string, body: Body): Promise<{ status: number; body: Body }> => {
    if (sockets.size === 0) await new Promise<void>((resolve) => socketWaiters.push(resolve))
    const envelope_id = randomUUID()
    const type = { command: 'slash_commands', interaction: 'interactive', event: 'events_api' }[kind]
    const acknowledged = new Promise<Body>((resolve) => acks.set(envelope_id, resolve))
    for (const socket of sockets) {
      socket.send(JSON.stringify({ envelope_id, type, payload: body, accepts_response_payload: true }))
      break
    }
    return { status: 200, body: await acknowledged }
  }

  return {
    url: `${base}/api/`,
    teamId,
    botToken,
    appToken,
    signingSecret,
    requests,
    messages,
    views,
    misbehave: (method, how) => planned.set(method, [...(planned.get(method) ?? []), how]),
    deliverTo: (url) => {
      target = url
    },
    deliver: (kind, body) => (target ? overHttp(target, kind, body) : overSocket(kind, body)),
    nextChange: () => new Promise((resolve) => waiting.push(resolve)),
    newTrigger: (user) => {
      const trigger = `${randomUUID()}.${user}`
      triggers.add(trigger)
      return trigger
    },
    directChannel,
    stop: async () => {
      for (const socket of sockets) socket.terminate()
      socketServer.close()
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

const textOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

const JSON_FIELDS = new Set(['blocks', 'view', 'metadata'])

/** The client sends forms whose nested values are JSON. */
const bodyOf = (raw: string, type: string | undefined): Body => {
  if (type?.includes('json')) return JSON.parse(raw) as Body
  return Object.fromEntries(
    [...new URLSearchParams(raw)].map(([key, value]) => [
      key,
      JSON_FIELDS.has(key) ? JSON.parse(value) : value,
    ]),
  )
}

const encoded = (kind: string, body: Body): { raw: string; type: string } => {
  if (kind === 'event') return { raw: JSON.stringify(body), type: 'application/json' }
  const form = 'application/x-www-form-urlencoded'
  if (kind === 'interaction')
    return { raw: new URLSearchParams({ payload: JSON.stringify(body) }).toString(), type: form }
  const fields = Object.fromEntries(Object.entries(body).map(([key, value]) => [key, String(value)]))
  return { raw: new URLSearchParams(fields).toString(), type: form }
}

const KNOWN_BLOCKS = new Set(['header', 'section', 'divider', 'actions', 'context', 'input', 'image'])

/** Slack's own checks, as far as our blocks can offend them; undefined when all is well. */
const blocksFault = (blocks: unknown, limit: number): string | undefined => {
  if (!Array.isArray(blocks) || blocks.length > limit) return 'invalid_blocks: number'
  for (const block of blocks as SlackBlock[]) {
    if (!KNOWN_BLOCKS.has(block.type)) return `invalid_blocks: ${block.type}`
    if ((block.block_id?.length ?? 0) > 255) return 'invalid_blocks: block_id'
    const limits: Record<string, number> = { header: 150, section: 3000 }
    const text = block.text as { text: string } | undefined
    if (text && (text.text.length === 0 || text.text.length > (limits[block.type] ?? 3000)))
      return 'invalid_blocks: text'
    const fields = (block.fields ?? []) as { text: string }[]
    if (fields.length > 10 || fields.some((field) => field.text.length > 2000))
      return 'invalid_blocks: fields'
    const elements = [
      ...((block.elements ?? []) as Body[]),
      ...(block.accessory ? [block.accessory as Body] : []),
      ...(block.element ? [block.element as Body] : []),
    ]
    if (block.type === 'actions' && (elements.length === 0 || elements.length > 25))
      return 'invalid_blocks: elements'
    for (const element of elements) {
      const fault = elementFault(element)
      if (fault) return fault
    }
  }
  const ids = (blocks as SlackBlock[]).flatMap(({ block_id }) => (block_id ? [block_id] : []))
  return new Set(ids).size === ids.length ? undefined : 'invalid_blocks: duplicate block_id'
}

const elementFault = (element: Body): string | undefined => {
  if (element.type === 'button') {
    if ((element.text as { text: string }).text.length > 75) return 'invalid_blocks: button text'
    if (String(element.value ?? '').length > 2000) return 'invalid_blocks: button value'
  }
  if (String(element.type).includes('select')) {
    const options = (element.options ?? []) as { text: { text: string }; value: string }[]
    if (options.length === 0 || options.length > 100) return 'invalid_blocks: options'
    if (options.some(({ text, value }) => text.text.length > 75 || value.length > 150))
      return 'invalid_blocks: option'
  }
  if (element.type === 'plain_text_input' && Number(element.max_length ?? 0) > 3000)
    return 'invalid_blocks: max_length'
  return undefined
}

const viewFault = (view: Body): string | undefined => {
  const title = view.title as { text: string } | undefined
  if (view.type === 'modal' && (!title || title.text.length > 24)) return 'invalid_arguments: title'
  if (String(view.private_metadata ?? '').length > 3000) return 'invalid_arguments: private_metadata'
  const inputs = ((view.blocks ?? []) as SlackBlock[]).some(({ type }) => type === 'input')
  if (inputs && !view.submit) return 'invalid_arguments: submit'
  return blocksFault(view.blocks, 100)
}
