import type { IncomingMessage, ServerResponse } from 'node:http'
import { App, HTTPReceiver, LogLevel, SocketModeReceiver } from '@slack/bolt'
import { WebClient, type WebClientOptions } from '@slack/web-api'
import type { Logger } from 'pino'
import type { CommandView, Dispatch, Platform } from '../port.ts'
import { failureOf } from './errors.ts'
import { receive } from './receive.ts'
import { slackPlatform } from './send.ts'

export type SlackOptions = {
  botToken: string
  apiUrl?: string
  receiver: { mode: 'socket'; appToken: string } | { mode: 'http'; signingSecret: string }
  dispatch: Dispatch
  commands: readonly CommandView[]
  log: Logger
  patienceMs?: number
}

export type SlackStarted =
  | {
      ok: true
      platform: Platform
      /** Over HTTP: takes every request to /slack/. */
      requestListener?: (request: IncomingMessage, response: ServerResponse) => void
    }
  | { ok: false; reason: string }

/** Slack waits 3 s for an acknowledgement. */
const PATIENCE_MS = 2_500
/** Socket Mode reconnects after this when Slack refreshes a connection; Bolt's default leaves a gap of 5 s. */
const PING_TIMEOUT_MS = 2_000

/** Connects to Slack. A token that does not work is a reason, and the other platforms go on. */
export const startSlack = async (options: SlackOptions): Promise<SlackStarted> => {
  const { botToken, apiUrl, log } = options
  const clientOptions: WebClientOptions = {
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: 10_000,
    logLevel: LogLevel.ERROR,
    ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
  }
  const client = new WebClient(botToken, clientOptions)
  const identity = await client.auth.test().catch((error: unknown) => failureOf(error))
  if ('failure' in identity)
    return { ok: false, reason: 'detail' in identity ? identity.detail : identity.failure }
  const receiver = makeReceiver(options)
  const app = new App({
    receiver,
    token: botToken,
    tokenVerificationEnabled: false,
    ...(identity.bot_id ? { botId: identity.bot_id } : {}),
    ...(identity.user_id ? { botUserId: identity.user_id } : {}),
    convoStore: false,
    clientOptions,
    logLevel: LogLevel.ERROR,
  })
  const running = new Set<Promise<unknown>>()
  receive(app, {
    dispatch: options.dispatch,
    commands: options.commands,
    log,
    patienceMs: options.patienceMs ?? PATIENCE_MS,
    track: (work) => {
      running.add(work)
      void work.finally(() => running.delete(work))
    },
  })
  const stop = async () => {
    if (receiver instanceof SocketModeReceiver) await receiver.stop()
    await Promise.allSettled(running)
  }
  if (receiver instanceof HTTPReceiver)
    return { ok: true, platform: slackPlatform(client, stop), requestListener: receiver.requestListener }
  const connected = await receiver.start().then(
    () => undefined,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  )
  return connected === undefined
    ? { ok: true, platform: slackPlatform(client, stop) }
    : { ok: false, reason: connected }
}

const makeReceiver = ({ receiver, apiUrl }: SlackOptions): HTTPReceiver | SocketModeReceiver =>
  receiver.mode === 'http'
    ? new HTTPReceiver({
        signingSecret: receiver.signingSecret,
        endpoints: ['/slack/events'],
        logLevel: LogLevel.ERROR,
      })
    : new SocketModeReceiver({
        appToken: receiver.appToken,
        clientPingTimeout: PING_TIMEOUT_MS,
        logLevel: LogLevel.ERROR,
        ...(apiUrl === undefined ? {} : { installerOptions: { clientOptions: { slackApiUrl: apiUrl } } }),
      })
