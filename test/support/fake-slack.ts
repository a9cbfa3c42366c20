import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { WebSocketServer } from 'ws'
import { SCOPES } from '../../src/bot/slack/install.ts'
import { answerAt, keepView, methodsOf } from './fake-slack/methods.ts'
import {
  appHomeOpened,
  appUninstalled,
  blockActions,
  globalShortcut,
  messageShortcut,
  type Payload,
  type Pressed,
  slashCommand,
  tokensRevoked,
  viewSubmission,
} from './fake-slack/payloads.ts'
import type { Body, SlackMessage, SlackView } from './fake-slack/shapes.ts'
import { APP, tokensOf } from './fake-slack/tokens.ts'
import { type Acknowledged, overHttp, rawOverHttp, type Signing, socketMode } from './fake-slack/wire.ts'
import { type FakeSlackOptions, makeWorld, TEAM, type World } from './fake-slack/world.ts'

export type Misbehaviour =
  | { does: 'limits'; retryAfter: number }
  | { does: 'fails'; status: number }
  /** Something in between answers, with a page of its own. */
  | { does: 'garbles' }
  /** Does the thing, then the connection breaks before the answer. */
  | { does: 'drops' }
  /** Does the thing and never answers. */
  | { does: 'hangs' }
  /** Does the thing only then, when nobody waits for the answer any more. */
  | { does: 'dawdles'; ms: number }
  | { does: 'refuses'; error: string }

export type FakeSlack = Awaited<ReturnType<typeof startFakeSlack>>

const BOT_TOKEN = 'xoxb-test-token'
const APP_TOKEN = 'xapp-test-token'
/** Of a person who makes apps: good for manifests only. */
const CONFIG_TOKEN = 'xoxe.xoxp-test-token'
const SIGNING_SECRET = 'test-signing-secret'
const GIVES_UP_AFTER_MS = 10_000

/**
 * Slack's own servers, on loopback: the Web API methods we use, with its documented limits and errors, its signed
 * requests and its Socket Mode. Everything that comes over the wire is kept in `requests`.
 */
export const startFakeSlack = async (options: FakeSlackOptions) => {
  const world = makeWorld(options)
  const tokens = tokensOf(BOT_TOKEN)
  const { scopes = SCOPES } = options
  const socket = socketMode()
  const requests: { method: string; body: Body }[] = []
  const planned = new Map<string, Misbehaviour[]>()
  const looks = new Set<() => void>()
  const changed = () => {
    for (const look of [...looks]) look()
  }
  const where: { target?: string } = {}
  const state = { underWay: 0 }
  const methods: ReturnType<typeof methodsOf> = {
    ...methodsOf(world),
    'oauth.v2.access': tokens.access,
    'apps.connections.open': () => ({ ok: true, url: `${base.replace('http', 'ws')}/socket` }),
  }

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const bytes = await bytesOf(request)
    const raw = bytes.toString('utf8')
    const path = new URL(request.url ?? '/', 'http://slack').pathname
    const upload = /^\/upload\/(F\d+)$/.exec(path)?.[1]
    if (upload !== undefined) {
      const file = await fileIn(bytes, request.headers['content-type'])
      return void response.writeHead(takeUpload(upload, file)).end('OK')
    }
    const answering = path.startsWith('/respond/')
    const method = answering ? 'respond' : path.replace('/api/', '')
    const body = bodyOf(raw, request.headers['content-type'])
    requests.push({ method, body })
    const how = planned.get(method)?.shift()
    if (how?.does === 'limits')
      return void response.writeHead(429, { 'retry-after': String(how.retryAfter) }).end()
    if (how?.does === 'fails') return void response.writeHead(how.status).end('oops')
    if (how?.does === 'garbles')
      return void response.writeHead(200, { 'content-type': 'text/html' }).end('<html>proxy</html>')
    const authorised = authorise(method, request.headers.authorization)
    const answer = (): [number, string] => {
      if (answering) return [answerAt(world, path.replace('/respond/', ''), body), 'ok']
      if ('error' in authorised) return [200, JSON.stringify({ ok: false, error: authorised.error })]
      world.caller.team = authorised.team
      if (how?.does === 'refuses') return [200, JSON.stringify({ ok: false, error: how.error })]
      return [200, JSON.stringify(methods[method]?.(body) ?? { ok: false, error: 'unknown_method' })]
    }
    if (how?.does === 'dawdles') await pause(how.ms)
    const [status, text] = answer()
    if (how?.does === 'drops') return void request.socket.destroy()
    if (how?.does === 'hangs') return
    const type = answering ? 'text/plain' : 'application/json'
    response.writeHead(status, { 'content-type': type, 'x-oauth-scopes': scopes.join(',') }).end(text)
  }

  const authorise = (method: string, header = ''): { team: string } | { error: string } => {
    const token = header.replace('Bearer ', '')
    if (method === 'oauth.v2.access') return { team: TEAM }
    if (method === 'apps.connections.open')
      return token === APP_TOKEN ? { team: TEAM } : { error: 'invalid_auth' }
    if (method.startsWith('apps.manifest.'))
      return token === CONFIG_TOKEN ? { team: TEAM } : { error: 'invalid_auth' }
    return tokens.check(token)
  }

  /** An upload address is used once, for as many bytes as were told. */
  const takeUpload = (id: string, bytes: Buffer): number => {
    const file = world.files.get(id)
    if (!file || file.bytes !== undefined || bytes.length !== file.length) return 400
    file.bytes = bytes
    return 200
  }

  const server = createServer((request, response) => {
    response.on('close', changed)
    state.underWay += 1
    void handle(request, response).finally(() => {
      state.underWay -= 1
      changed()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const base = `http://127.0.0.1:${address.port}`
  world.where.uploads = base
  const socketServer = new WebSocketServer({ server, path: '/socket' })
  socketServer.on('connection', (accepted) => {
    socket.accept(accepted)
    changed()
  })

  const deliver = (payload: Payload, signing?: Signing): Promise<Acknowledged> =>
    where.target ? overHttp(where.target, payload, SIGNING_SECRET, signing) : socket.deliver(payload)
  const respondAt = (id: string) => `${base}/respond/${id}`

  return {
    url: `${base}/api/`,
    teamId: TEAM,
    botToken: BOT_TOKEN,
    appToken: APP_TOKEN,
    configToken: CONFIG_TOKEN,
    signingSecret: SIGNING_SECRET,
    app: APP,
    tokens,
    requests,
    messages: world.messages,
    files: world.files,
    pins: world.pins,
    views: world.views,
    directChannel: world.directChannel,
    /** How often the bot connected over Socket Mode. */
    connections: () => socket.state.connections,
    /** How many requests came that Slack has not done yet. */
    underWay: () => state.underWay,
    refreshSocket: socket.refresh,
    dropSocket: socket.drop,
    /** What the next call of a method (or of `respond`) does instead of working. */
    misbehave: (method: string, how: Misbehaviour) =>
      planned.set(method, [...(planned.get(method) ?? []), how]),
    /** Where everything goes over HTTP; without it, over Socket Mode. */
    deliverTo: (url: string) => {
      where.target = url
    },
    deliver,
    /** Delivers a signed body over HTTP, whatever it is. */
    deliverRaw: (type: string, raw: string): Promise<Acknowledged> =>
      rawOverHttp(where.target ?? '', { type, raw }, SIGNING_SECRET),
    command: (user: string, line: string, channel: string): Payload =>
      slashCommand(world, user, line, channel, respondAt),
    press: (user: string, pressed: Pressed): Payload => blockActions(world, user, pressed, respondAt),
    submission: (view: SlackView, values: Body): Payload => viewSubmission(world, view, values),
    homeOpened: (user: string): Payload => appHomeOpened(world, user),
    uninstalled: (team: string): Payload => appUninstalled(world, team),
    tokensRevoked: (team: string, which: { oauth?: string[]; bot?: string[] }): Payload =>
      tokensRevoked(world, team, which),
    shortcut: (user: string, id: string): Payload => globalShortcut(world, user, id),
    messageShortcut: (user: string, id: string, message: { channel: string; text: string }): Payload =>
      messageShortcut(world, user, id, message, respondAt),
    /** Does to the modal what the acknowledgement of its submission says. */
    afterSubmission: (view: SlackView, acknowledged: Acknowledged): Record<string, string> => {
      if (acknowledged === 'late' || acknowledged.status !== 200) throw new Error('trouble connecting')
      const {
        response_action,
        errors,
        view: next,
      } = acknowledged.body as Body & { errors?: Record<string, string> }
      if (response_action === 'errors') return errors ?? {}
      if (response_action === 'update') {
        const kept = keepView(world, view.id, next as Body, view.user, view.previous_view_id)
        if (!kept.ok) throw new Error(JSON.stringify(kept))
      } else if (response_action === 'clear') closeModals(world, view.user)
      else world.views.delete(view.id)
      changed()
      return {}
    },
    expireTriggers: () => world.triggers.clear(),
    /** The person closes what is open. */
    closeViews: () => world.views.clear(),
    /** Resolves once `found` gives something: looks now, and after each request and change. */
    until: <Value>(found: () => Value | undefined): Promise<Value> =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          looks.delete(look)
          reject(new Error('nothing appeared'))
        }, GIVES_UP_AFTER_MS)
        const look = () => {
          const value = found()
          if (value === undefined) return
          clearTimeout(timer)
          looks.delete(look)
          resolve(value)
        }
        looks.add(look)
        look()
      }),
    stop: async () => {
      socket.drop()
      socketServer.close()
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

const closeModals = ({ views }: World, user: string): void => {
  for (const view of views.values()) if (view.type === 'modal' && view.user === user) views.delete(view.id)
}

/** Everything one person sees in a channel. */
export const seenBy = (fake: FakeSlack, user: string, channel: string): SlackMessage[] =>
  fake.messages.filter((one) => one.channel === channel && (one.onlyFor ?? user) === user)

const bytesOf = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/** The file itself: sent bare, or as a part of a form. */
const fileIn = async (bytes: Buffer, type = ''): Promise<Buffer> => {
  if (!type.startsWith('multipart/')) return bytes
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData()
  for (const part of form.values()) if (typeof part !== 'string') return Buffer.from(await part.arrayBuffer())
  return Buffer.alloc(0)
}

const JSON_FIELDS = new Set(['blocks', 'view', 'metadata', 'files', 'manifest'])

/** The client sends forms whose nested values are JSON. */
const bodyOf = (raw: string, type: string | undefined): Body => {
  if (type?.includes('json')) return JSON.parse(raw) as Body
  return Object.fromEntries(
    [...new URLSearchParams(raw)].map(([key, value]) => [
      key,
      JSON_FIELDS.has(key) ? JSON.parse(value) : value === 'true' ? true : value === 'false' ? false : value,
    ]),
  )
}
