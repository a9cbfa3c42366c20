import type { IncomingMessage, ServerResponse } from 'node:http'
import { App, HTTPReceiver, SocketModeReceiver } from '@slack/bolt'
import { WebClient, type WebClientOptions } from '@slack/web-api'
import type { Logger } from 'pino'
import type { Clock } from '../../domain/calendar/clock.ts'
import type { CommandView, Dispatch, Failure, NotStarted, Platform } from '../port.ts'
import { boltLog } from './bolt-log.ts'
import { type Connection, type Connections, installedConnections, ownConnection } from './connections.ts'
import { detailOf, lookFailureOf } from './errors.ts'
import { type UnderWay, underWay } from './in-flight.ts'
import { type OAuth, oauthPages } from './oauth.ts'
import { type People, people } from './people.ts'
import { receive } from './receive.ts'
import { wholeRequests } from './reject-empty-body.ts'
import { slackPlatform } from './send.ts'
import { keepConnected } from './socket.ts'
import { WORDS } from './words.ts'

/** One workspace by its own token, or every workspace that takes the app in. */
type Access = { botToken: string } | { oauth: OAuth }

export type SlackOptions = Access & {
  /** Slack's own where absent. */
  apiUrl?: string
  receiver: { mode: 'socket'; appToken: string } | { mode: 'http'; signingSecret: string }
  /** False: it only sends, and another process takes what people do. */
  receives: boolean
  dispatch: Dispatch
  commands: readonly CommandView[]
  /** Real time: Slack's tokens live by it, also while people practise in a time of their own. */
  clock: Clock
  log: Logger
  /** The app was removed from a workspace, or its tokens taken away. May be called again for the same leaving. */
  onLeft?: (workspace: string) => Promise<void>
  /** Gives up connecting. Changes nothing once it is connected. */
  signal?: AbortSignal | undefined
  /** How long a submitted form may wait for its answer before it says that it is being saved. */
  patienceMs?: number
  /** How long one call of the Web API may take. */
  timeoutMs?: number
}

type RequestListener = (request: IncomingMessage, response: ServerResponse) => void
export type SlackStarted =
  /**
   * `requestListener` takes every request to /slack/: over HTTP what Slack delivers to /slack/events, and the pages by
   * which workspaces take the app in.
   */
  { ok: true; platform: Platform; requestListener?: RequestListener } | NotStarted

/** Slack waits 3 s for an acknowledgement. */
const PATIENCE_MS = 2_500
const TIMEOUT_MS = 10_000
const ENDPOINT = '/slack/events'

/** Connects to Slack. A token that does not work, or a Slack that does not answer, is a reason in one line. */
export const startSlack = async (options: SlackOptions): Promise<SlackStarted> => {
  const { clock, log, receiver } = options
  const entry = await entryOf(options)
  if (!entry.ok) return notStarted(entry, WORDS.start.badToken)
  const known = people(clock.now)
  const platform = (stop: () => Promise<void>) => slackPlatform(entry.connections, known, stop)
  if (!options.receives) return { ok: true, platform: platform(async () => undefined) }
  const work = underWay(log)
  const pages = 'oauth' in options ? oauthPages(options.oauth, clientOptions(options), log) : undefined
  if (receiver.mode === 'http') {
    const http = new HTTPReceiver({
      signingSecret: receiver.signingSecret,
      endpoints: [ENDPOINT],
      logger: boltLog(log),
    })
    listen(http, entry, known, work, options)
    const stop = async () => {
      await work.acknowledged()
      await work.done()
    }
    return { ok: true, platform: platform(stop), requestListener: listenerOf(http, pages, work, log) }
  }
  const socketMode = new SocketModeReceiver({
    appToken: receiver.appToken,
    autoReconnectEnabled: false,
    logger: boltLog(log, () => socket.wasConnected()),
    installerOptions: { clientOptions: clientOptions(options) },
  })
  listen(socketMode, entry, known, work, options)
  const socket = keepConnected(socketMode, log, options.signal)
  const connected = await socket.connected
  if (!connected.ok) {
    await socket.stop()
    return notStarted(lookFailureOf(connected.error), WORDS.start.badAppToken)
  }
  const stop = async () => {
    await work.acknowledged()
    await socket.stop()
    await work.done()
  }
  const requestListener = pages && { requestListener: listenerOf(undefined, pages, work, log) }
  return { ok: true, platform: platform(stop), ...requestListener }
}

/** One attempt a call, nothing waited for: the queue decides what is done again. */
const clientOptions = ({ apiUrl, timeoutMs = TIMEOUT_MS, log }: SlackOptions): WebClientOptions => ({
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  timeout: timeoutMs,
  logger: boltLog(log),
  // Bolt answers response addresses through this, without a time limit of its own.
  fetch: (url, init) => fetch(url, { signal: AbortSignal.timeout(timeoutMs), ...init }),
  ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
})

/** Ends with the attempt to connect, whose answer says how it failed: nothing is logged beside it. */
const identityOptions = (options: SlackOptions): WebClientOptions => {
  const { signal, timeoutMs = TIMEOUT_MS, log } = options
  const ends = (limit: AbortSignal) => (signal ? AbortSignal.any([signal, limit]) : limit)
  return {
    ...clientOptions(options),
    logger: boltLog(log, () => false),
    fetch: (url, init) =>
      fetch(url, { ...init, signal: ends(init?.signal ?? AbortSignal.timeout(timeoutMs)) }),
  }
}

type Entry = { connections: Connections; own?: Connection }

/** With a token of its own it is looked up whose that is; installations are looked up as they are needed. */
const entryOf = async (
  options: SlackOptions,
): Promise<({ ok: true } & Entry) | ({ ok: false } & Failure)> => {
  if ('oauth' in options) {
    const { clientId, clientSecret, installations } = options.oauth
    const { clock, log } = options
    const renewing = { clientId, clientSecret, clientOptions: clientOptions(options), now: clock.now, log }
    return { ok: true, connections: installedConnections({ ...renewing, installations }) }
  }
  const { botToken } = options
  try {
    const identity = new WebClient(botToken, identityOptions(options))
    const { team_id = '', bot_id: botId = '', user_id: botUserId = '' } = await identity.auth.test()
    const client = new WebClient(botToken, clientOptions(options))
    const own = { client, botToken, botId, botUserId }
    return { ok: true, connections: ownConnection(team_id, own), own }
  } catch (error) {
    return { ok: false, ...lookFailureOf(error) }
  }
}

const notStarted = (failure: Failure, badToken: string): NotStarted =>
  failure.failure === 'refused' && failure.reason !== 'malformed'
    ? { ok: false, why: 'refused', reason: badToken }
    : { ok: false, why: 'unreachable', reason: WORDS.start.unreachable(detailOf(failure)) }

const listen = (
  receiver: HTTPReceiver | SocketModeReceiver,
  { connections, own }: Entry,
  known: People,
  work: UnderWay,
  options: SlackOptions,
): void => {
  const { dispatch, commands, log, patienceMs = PATIENCE_MS, onLeft } = options
  const authorised = own
    ? { token: own.botToken, tokenVerificationEnabled: false, botId: own.botId, botUserId: own.botUserId }
    : { authorize: ({ teamId }: { teamId?: string | undefined }) => authorise(connections, teamId) }
  const app = new App({
    receiver,
    ...authorised,
    convoStore: false,
    clientOptions: clientOptions(options),
    logger: boltLog(log),
  })
  const left = async (workspace: string, leftAt: Temporal.Instant) => {
    const isGone = 'oauth' in options ? await options.oauth.installations.drop(workspace, leftAt) : true
    if (!isGone) return
    log.info({ workspace }, 'slack: the app was removed from a workspace')
    await onLeft?.(workspace)
  }
  receive(app, { people: known, dispatch, commands, log, patienceMs, background: work.background, left })
  work.watch(app)
}

const authorise = async (connections: Connections, workspace: string | undefined) => {
  const connected = await connections(workspace ?? '')
  if (!connected.ok) throw new Error(`workspace ${workspace}: ${detailOf(connected)}`)
  const { botToken, botId, botUserId } = connected.connection
  return { botToken, botId, botUserId, ...(workspace === undefined ? {} : { teamId: workspace }) }
}

/** Bolt throws for what is not its own path. Nothing is taken once the bot stops: Slack sends events again. */
const listenerOf =
  (
    receiver: HTTPReceiver | undefined,
    pages: ReadonlyMap<string, RequestListener> | undefined,
    work: UnderWay,
    log: Logger,
  ): RequestListener =>
  (request, response) => {
    const path = request.url?.split('?')[0] ?? ''
    const takes =
      receiver && request.method === 'POST' && path === ENDPOINT
        ? wholeRequests(receiver.requestListener)
        : request.method === 'GET'
          ? pages?.get(path)
          : undefined
    if (!takes) return void response.writeHead(404).end()
    if (work.stopping()) return void response.writeHead(503).end()
    try {
      takes(request, response)
    } catch (error) {
      log.error({ error }, 'slack: a request failed')
      response.writeHead(500).end()
    }
  }
