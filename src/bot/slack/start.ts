import { App, HTTPReceiver, SocketModeReceiver } from '@slack/bolt'
import { WebClient } from '@slack/web-api'
import type { Services, Started } from '../adapter.ts'
import { detailOf } from '../kit/failure.ts'
import type { Failure, NotStarted } from '../port.ts'
import { boltLog, type Calling, clientOptions, connectingOptions } from './client-options.ts'
import { type Connection, type Connections, installedConnections, ownConnection } from './connections.ts'
import { lookFailureOf } from './errors.ts'
import { type Answering, answering } from './in-flight.ts'
import { type OAuth, oauthPages } from './oauth.ts'
import { type People, people } from './people.ts'
import { receive } from './receive.ts'
import { ENDPOINT, requestListener } from './requests.ts'
import { slackPlatform } from './send.ts'
import { keepConnected } from './socket.ts'
import { WORDS } from './words.ts'

/** One workspace by its own token, or every workspace that takes the app in. */
type Access = { botToken: string } | { oauth: OAuth }

export type SlackOptions = Access &
  Calling &
  Pick<Services, 'receives' | 'dispatch' | 'commands' | 'now' | 'log'> &
  Partial<Pick<Services, 'onLeft' | 'signal'>> & {
    receiver: { mode: 'socket'; appToken: string } | { mode: 'http'; signingSecret: string }
    /** Timeout after which a submitted form says that it is being saved. */
    patienceMs?: number
  }

/** Slack waits 3 s for an acknowledgement. */
const PATIENCE_MS = 2_500

/** Connects to Slack. A token that does not work, or a Slack that does not answer, is a reason in one line. */
export const startSlack = async (options: SlackOptions): Promise<Started> => {
  const { now, log, receiver } = options
  const entry = await entryOf(options)
  if (!entry.ok) return notStarted(entry, WORDS.start.badToken)
  const known = people(now)
  const platform = (stop: () => Promise<void>) => slackPlatform(entry.connections, known, stop)
  if (!options.receives)
    return { ok: true, platform: platform(async () => undefined), requestListener: undefined }
  const work = answering(log)
  const pages = 'oauth' in options ? oauthPages(options.oauth, clientOptions(options), now, log) : undefined
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
    return { ok: true, platform: platform(stop), requestListener: requestListener(http, pages, work, log) }
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
  const listener = pages && requestListener(undefined, pages, work, log)
  return { ok: true, platform: platform(stop), requestListener: listener }
}

type Entry = { connections: Connections; own?: Connection }

/** Looks up whose token it is at the start; installations are looked up lazily. */
const entryOf = async (
  options: SlackOptions,
): Promise<({ ok: true } & Entry) | ({ ok: false } & Failure)> => {
  if ('oauth' in options) {
    const { clientId, clientSecret, apps } = options.oauth
    const { now, log } = options
    const renewing = { clientId, clientSecret, clientOptions: clientOptions(options), now, log }
    return { ok: true, connections: installedConnections({ ...renewing, apps }) }
  }
  const { botToken } = options
  try {
    const identity = new WebClient(botToken, connectingOptions(options))
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
  work: Answering,
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
    const isGone = 'oauth' in options ? await options.oauth.apps.drop(workspace, leftAt) : true
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
  return { botToken, botId, botUserId, teamId: workspace }
}
