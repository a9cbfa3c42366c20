import type { IncomingMessage, ServerResponse } from 'node:http'
import { App, HTTPReceiver, SocketModeReceiver } from '@slack/bolt'
import { WebClient, type WebClientOptions } from '@slack/web-api'
import type { Logger } from 'pino'
import type { CommandView, Dispatch, Failure, Platform } from '../port.ts'
import { boltLog } from './bolt-log.ts'
import { detailOf, lookFailureOf } from './errors.ts'
import { receive } from './receive.ts'
import { slackPlatform } from './send.ts'
import { keepConnected } from './socket.ts'
import { type UnderWay, underWay } from './under-way.ts'
import { WORDS } from './words.ts'

export type SlackOptions = {
  botToken: string
  /** Slack's own where absent. */
  apiUrl?: string
  receiver: { mode: 'socket'; appToken: string } | { mode: 'http'; signingSecret: string }
  /** False: it only sends, and another process takes what people do. */
  receives: boolean
  dispatch: Dispatch
  commands: readonly CommandView[]
  log: Logger
  /** How long a submitted form may wait for its answer before it says that it is being saved. */
  patienceMs?: number
  /** How long one call of the Web API may take. */
  timeoutMs?: number
}

type RequestListener = (request: IncomingMessage, response: ServerResponse) => void
export type SlackStarted =
  /** Over HTTP, `requestListener` takes every request to /slack/. Slack itself calls /slack/events only. */
  | { ok: true; platform: Platform; requestListener?: RequestListener }
  /** In the reader's words: what to mend. */
  | { ok: false; reason: string }

/** Slack waits 3 s for an acknowledgement. */
const PATIENCE_MS = 2_500
const TIMEOUT_MS = 10_000
const ENDPOINT = '/slack/events'

/** Connects to Slack. A token that does not work, or a Slack that does not answer, is a reason in one line. */
export const startSlack = async (options: SlackOptions): Promise<SlackStarted> => {
  const { botToken, log, receiver } = options
  const client = new WebClient(botToken, clientOptions(options))
  const identity = await client.auth.test().catch((error: unknown) => lookFailureOf(error))
  if ('failure' in identity) return { ok: false, reason: reasonOf(identity, WORDS.start.badToken) }
  if (!options.receives) return { ok: true, platform: slackPlatform(client, async () => undefined) }
  const work = underWay(log)
  if (receiver.mode === 'http') {
    const http = new HTTPReceiver({
      signingSecret: receiver.signingSecret,
      endpoints: [ENDPOINT],
      logger: boltLog(log),
    })
    listen(http, client, identity, work, options)
    const stop = async () => {
      await work.acknowledged()
      await work.done()
    }
    return {
      ok: true,
      platform: slackPlatform(client, stop),
      requestListener: listenerOf(http, work, log),
    }
  }
  const socketMode = new SocketModeReceiver({
    appToken: receiver.appToken,
    autoReconnectEnabled: false,
    logger: boltLog(log),
    installerOptions: { clientOptions: clientOptions(options) },
  })
  listen(socketMode, client, identity, work, options)
  const socket = keepConnected(socketMode, log)
  const connected = await socket.connected
  if (!connected.ok) {
    await socket.stop()
    return { ok: false, reason: reasonOf(lookFailureOf(connected.error), WORDS.start.badAppToken) }
  }
  const stop = async () => {
    await work.acknowledged()
    await socket.stop()
    await work.done()
  }
  return { ok: true, platform: slackPlatform(client, stop) }
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

const reasonOf = (failure: Failure, badToken: string): string => {
  const bad = failure.failure === 'refused' && failure.reason !== 'malformed'
  return bad ? badToken : WORDS.start.unreachable(detailOf(failure))
}

const listen = (
  receiver: HTTPReceiver | SocketModeReceiver,
  client: WebClient,
  identity: { bot_id?: string; user_id?: string },
  work: UnderWay,
  options: SlackOptions,
): void => {
  const { dispatch, commands, log, patienceMs = PATIENCE_MS } = options
  const app = new App({
    receiver,
    token: options.botToken,
    tokenVerificationEnabled: false,
    ...(identity.bot_id ? { botId: identity.bot_id } : {}),
    ...(identity.user_id ? { botUserId: identity.user_id } : {}),
    convoStore: false,
    clientOptions: clientOptions(options),
    logger: boltLog(log),
  })
  receive(app, { client, dispatch, commands, log, patienceMs, background: work.background })
  work.watch(app)
}

/** Bolt throws for what is not its own path. Nothing is taken once the bot stops: Slack sends events again. */
const listenerOf =
  (receiver: HTTPReceiver, work: UnderWay, log: Logger): RequestListener =>
  (request, response) => {
    const path = request.url?.split('?')[0]
    if (request.method !== 'POST' || path !== ENDPOINT) return void response.writeHead(404).end()
    if (work.stopping()) return void response.writeHead(503).end()
    try {
      receiver.requestListener(request, response)
    } catch (error) {
      log.error({ error }, 'slack: a request failed')
      response.writeHead(500).end()
    }
  }
