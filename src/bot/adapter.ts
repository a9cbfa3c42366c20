import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Logger } from 'pino'
import type { ExternalPlatform } from '../domain/workspace/platforms.ts'
import type { CommandView, Dispatch, NotStarted, Platform } from './port.ts'

/** The environment's variables that are set. */
export type Environment = Readonly<Record<string, string | undefined>>

/** A variable that cannot be used: its name, and what it should be. Never its value, which may be a secret. */
export type ConfigFault = { name: string; should: string }

/**
 * What `bot/<platform>/platform.ts` exports as `adapter`: how an external platform is configured, started and looked
 * at.
 */
export type Adapter = {
  name: ExternalPlatform
  /** Reads the platform's own variables. `platform` is undefined where they do not ask for it. */
  configure(environment: Environment): { platform: Configured | undefined; faults: ConfigFault[] }
}

export type Configured = {
  name: ExternalPlatform
  /** Whether requests to `/<name>/` are for it, also while it connects. */
  takesRequests: boolean
  /** One attempt to connect. */
  start(services: Services): Promise<Started>
  /** Looks whether it would work, for who runs the bot. Posts nothing. `installed`: what a workspace left with us. */
  examine(places: WantedPlaces, installed: Installations['find']): Promise<Finding[]>
}

/** What the composition gives to a platform that starts. */
export type Services = {
  dispatch: Dispatch
  commands: readonly CommandView[]
  /** False: it only sends, and another process takes what people do. */
  receives: boolean
  log: Logger
  /** Where this bot is reached from outside. */
  publicUrl: string
  /** The real clock: tokens expire by it, also while the practice clock is virtual. */
  now(): Temporal.Instant
  installations: Installations
  /** Runs `begin` in one process at a time, as long as it holds the lock of that name; another waits for its turn. */
  exclusively: Exclusively
  /** Reports that the bot was removed from a workspace. Idempotent. An outage is no removal. */
  onLeft(workspace: string): Promise<void>
  /** Gives up connecting. Changes nothing once it is connected. */
  signal: AbortSignal
}

export type RequestListener = (request: IncomingMessage, response: ServerResponse) => void

/** `requestListener` takes the requests to `/<name>/`, where there are any. */
export type Started =
  | { ok: true; platform: Platform; requestListener: RequestListener | undefined }
  | NotStarted

/**
 * Resolves when `begin` is done, or with `mine: false` when another process holds the lock. `stop` ends and releases.
 */
type Exclusively = (
  name: string,
  work: { begin(): Promise<void>; end(): Promise<void> },
) => Promise<{ mine: boolean; stop(): Promise<void> }>

/** What workspaces that took the app in left with us, sealed: the platform says what it is. */
export type Installations = {
  /** Consumes the OAuth state of an installation that came back: true once, until it expires. */
  take(state: string, expiresAt: Temporal.Instant): Promise<boolean>
  keep(workspace: string, secrets: string): Promise<void>
  find(workspace: string): Promise<string | undefined>
  /**
   * Reads, makes and stores under a lock for each workspace; undefined leaves it as it is. Returns what is stored then.
   */
  renew(
    workspace: string,
    make: (secrets: string) => Promise<string | undefined>,
  ): Promise<string | undefined>
  /** Deletes its secrets, unless it was installed again after `leftAt`: then false. */
  drop(workspace: string, leftAt: Temporal.Instant): Promise<boolean>
}

/** A finding of the doctor about a platform. `line`: what to do, or that all is well. */
export type Finding = { about: string; ok: boolean; line: string }

/** The channels that the regions' bodies use, workspace by workspace. */
export type WantedPlaces = { workspace: string; channels: string[] }[]
