import { createServer, type RequestListener, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import type { NotStarted } from '../bot/port.ts'
import type { PlatformName } from '../domain/workspace/platforms.ts'

type Missing = { platform: PlatformName; why: NotStarted['why'] }

export type WebParts = {
  /** True when the bot can take commands: database and queue answer. */
  ready(): Promise<boolean>
  /** The configured platforms that are not connected, and why. */
  missing?(): readonly Missing[]
  practice?: Hono | undefined
  calendar?: Hono | undefined
  /** Calendars of practice, at /practice/calendar/. */
  practiceCalendar?: Hono | undefined
  /** The page for administrators. */
  operations?: Hono | undefined
  /** Listeners of platforms that call over HTTP, by name: they take the requests to `/<name>/`. */
  platforms?: ReadonlyMap<string, RequestListener>
  /** Reports what no part of it caught. */
  failed?(error: unknown): void
}

/** Serves everything on one port: health, the practice workspace, and platforms' requests. Resolves once it listens. */
export const listen = async (parts: WebParts, port: number, host: string): Promise<Server> => {
  const app = new Hono()
  // Hono's own handler prints the error, and a database's error quotes the values of its query.
  app.onError((error, c) => {
    parts.failed?.(error)
    return c.text('Internal Server Error', 500)
  })
  app.get('/healthz', (c) => c.text('ok'))
  app.get('/readyz', async (c) => {
    const isReady = await parts.ready()
    return c.text(readiness(isReady, parts.missing?.() ?? []), isReady ? 200 : 503)
  })
  if (parts.calendar) app.route('/', parts.calendar)
  if (parts.practiceCalendar) app.mount('/practice', parts.practiceCalendar.fetch)
  if (parts.operations) app.route('/', parts.operations)
  if (parts.practice) app.route('/', parts.practice)
  const web = getRequestListener(app.fetch)
  return listenWith(
    (request, response) => {
      const [, name = ''] = /^\/(\w+)\//.exec(request.url ?? '') ?? []
      const platform = parts.platforms?.get(name)
      if (platform) platform(request, response)
      else void web(request, response)
    },
    port,
    host,
  )
}

/** Lists the platforms that are not connected: the bot is ready for the others. */
const readiness = (isReady: boolean, missing: readonly Missing[]): string =>
  [isReady ? 'ready' : 'not ready', ...missing.map(({ platform, why }) => `${platform}: ${why}`)].join('\n')

export type ConnectionLimits = {
  /** Timeouts within which the headers, and the request as a whole, must have come in. Answers may take longer. */
  headersMs: number
  requestMs: number
  /** Open connections; one more is closed at once. */
  connections: number
}

/** A platform's request is there in a second; half-sent ones may not keep connections from the others. */
const LIMITS: ConnectionLimits = { headersMs: 5_000, requestMs: 10_000, connections: 1_000 }
const LOOK_FOR_LATE_MS = 1_000

/** Resolves once it listens; rejects with EADDRINUSE where the port is taken. */
export const listenWith = async (
  answer: RequestListener,
  port: number,
  host: string,
  { headersMs, requestMs, connections }: ConnectionLimits = LIMITS,
): Promise<Server> => {
  const timeouts = { headersTimeout: headersMs, requestTimeout: requestMs }
  const server = createServer(
    { ...timeouts, connectionsCheckingInterval: Math.min(LOOK_FOR_LATE_MS, headersMs) },
    answer,
  )
  server.maxConnections = connections
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  return server
}

/** Closes gracefully: takes no new connections, runs `letGo`, then closes the open ones. */
export const closeServer = async (server: Server, letGo?: () => Promise<void>): Promise<void> => {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  await letGo?.()
  server.closeAllConnections()
  await closed
}

export const addressOf = (server: Server): string => {
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('the server does not listen on a port')
  const host = bound.address === '127.0.0.1' || bound.address === '::1' ? 'localhost' : bound.address
  return `http://${host.includes(':') ? `[${host}]` : host}:${bound.port}`
}
