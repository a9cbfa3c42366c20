import { WebClient, type WebClientOptions } from '@slack/web-api'
import type { Logger } from 'pino'
import { type Failed, refused } from '../kit/failure.ts'
import type { Failure } from '../port.ts'
import { lookFailureOf } from './errors.ts'
import type { InstalledApp, InstalledApps } from './installed-app.ts'

export type Connection = { client: WebClient; botToken: string; botId: string; botUserId: string }
type Connected = { ok: true; connection: Connection } | Failed
/** The way into each workspace, by its id. */
export type Connections = (workspace: string) => Promise<Connected>

const notConnected = refused('not-connected', 'the app is not installed in this workspace')

/** One workspace, by its own token. */
export const ownConnection =
  (own: string, connection: Connection): Connections =>
  async (workspace) =>
    workspace === own ? { ok: true, connection } : notConnected

/** Refresh a token this long before it expires, as Bolt does: the rest must outlast a long job. */
const RENEW_BEFORE_SECONDS = 2 * 60 * 60

type Installed = {
  clientId: string
  clientSecret: string
  apps: InstalledApps
  clientOptions: WebClientOptions
  now: () => Temporal.Instant
  log: Logger
}

/** Every workspace that took the app in, each with its own tokens. */
export const installedConnections = (options: Installed): Connections => {
  const clients = new Map<string, Connection>()
  return async (workspace) => {
    const current = await currentApp(workspace, options)
    if (!current.ok) {
      clients.delete(workspace)
      return current
    }
    const { botToken, botId, botUserId } = current.app
    const known = clients.get(workspace)
    if (known?.botToken === botToken) return { ok: true, connection: known }
    const client = new WebClient(botToken, options.clientOptions)
    const connection = { client, botToken, botId, botUserId }
    clients.set(workspace, connection)
    return { ok: true, connection }
  }
}

type Current = { ok: true; app: InstalledApp } | Failed

const currentApp = async (workspace: string, options: Installed): Promise<Current> => {
  const { apps, now, log } = options
  const found = await apps.find(workspace)
  if (!found) return notConnected
  if (secondsLeft(found, now()) > RENEW_BEFORE_SECONDS) return { ok: true, app: found }
  let failure: Failure | undefined
  const app = await apps.renew(workspace, async (held) => {
    if (secondsLeft(held, now()) > RENEW_BEFORE_SECONDS) return undefined
    try {
      return await renewed(held, options)
    } catch (error) {
      failure = lookFailureOf(error)
      return undefined
    }
  })
  if (!app) return notConnected
  if (!failure) return { ok: true, app }
  log.warn({ workspace, failure }, 'slack: a token was not renewed')
  return secondsLeft(app, now()) > 0 ? { ok: true, app } : { ok: false, ...failure }
}

const secondsLeft = ({ rotation }: InstalledApp, now: Temporal.Instant): number =>
  rotation ? rotation.expiresAt - now.epochMilliseconds / 1_000 : Number.POSITIVE_INFINITY

/** Throws what the call throws. */
const renewed = async (held: InstalledApp, options: Installed): Promise<InstalledApp | undefined> => {
  if (!held.rotation) return undefined
  const { access_token, refresh_token, expires_in } = await new WebClient(
    undefined,
    options.clientOptions,
  ).oauth.v2.access({
    client_id: options.clientId,
    client_secret: options.clientSecret,
    grant_type: 'refresh_token',
    refresh_token: held.rotation.refreshToken,
  })
  if (!access_token || !refresh_token || !expires_in) throw new Error('an answer without tokens')
  const expiresAt = Math.floor(options.now().epochMilliseconds / 1_000) + expires_in
  return { ...held, botToken: access_token, rotation: { refreshToken: refresh_token, expiresAt } }
}
