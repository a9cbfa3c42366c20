import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { NotStarted, Platform } from '../bot/port.ts'
import type { PlatformName } from '../domain/workspace/platforms.ts'

/** Exponential backoff between attempts: `firstMs`, then doubled up to `mostMs`; `refusedMs` where a token was refused. */
export type Backoff = { firstMs: number; mostMs: number; refusedMs: number }

/** Retry a refused token rarely: people mend it, and Slack and Discord lock out clients that keep asking. */
const BACKOFF: Backoff = { firstMs: 1_000, mostMs: 60_000, refusedMs: 600_000 }

type Connected = { ok: true; platform: Platform }

export type Connecting<Started extends Connected> = {
  name: PlatformName
  log: Logger
  /** Makes one attempt. `signal` aborts the attempt, not the connection. */
  connect(signal: AbortSignal): Promise<Started | NotStarted>
  connected(started: Started): void
  /** Reports each change of state, not each attempt: a failure, another failure, or connected (undefined). */
  told(failure: NotStarted | undefined): void
  backoff?: Backoff | undefined
  /** Resolves after `ms`, or when aborted. */
  wait?: (ms: number, signal: AbortSignal) => Promise<void>
}

const inRealTime = (ms: number, signal: AbortSignal): Promise<void> =>
  pause(ms, undefined, { signal }).catch(() => undefined)

export type Connection = {
  name: PlatformName
  /** Why the platform is not connected; undefined where it is. */
  missing(): NotStarted['why'] | undefined
  /** Aborts the attempts. A platform that has connected belongs to the caller. */
  stop(): Promise<void>
}

/** Connects a platform, with retries in the background. Resolves after the first attempt. */
export const keepConnecting = async <Started extends Connected>(
  options: Connecting<Started>,
): Promise<Connection> => {
  const { name, backoff = BACKOFF, wait = inRealTime } = options
  const stopping = new AbortController()
  /** One controller an attempt, so that its listeners are released with it. */
  let trying = new AbortController()
  let missing: NotStarted['why'] | undefined
  const attempt = async (): Promise<void> => {
    trying = new AbortController()
    const { signal } = trying
    const started = await options.connect(signal).catch((error: unknown) => thrown(error, options))
    if (signal.aborted) return started.ok ? started.platform.stop() : undefined
    const why = started.ok ? undefined : started.why
    if (why !== missing) options.told(started.ok ? undefined : started)
    if (started.ok) options.connected(started)
    missing = why
  }
  const goOn = async (): Promise<void> => {
    const { signal } = stopping
    let waitMs = backoff.firstMs
    while (missing !== undefined && !signal.aborted) {
      await wait(missing === 'refused' ? backoff.refusedMs : waitMs, signal)
      waitMs = missing === 'refused' ? backoff.firstMs : Math.min(waitMs * 2, backoff.mostMs)
      if (!signal.aborted) await attempt()
    }
  }
  await attempt()
  const attempts = goOn()
  return {
    name,
    missing: () => missing,
    stop: async () => {
      stopping.abort()
      trying.abort()
      await attempts
    },
  }
}

/** Turns an unexpected error into a failure, so that it does not take the other platforms along. */
const thrown = (error: unknown, { name, log }: Pick<Connecting<Connected>, 'name' | 'log'>): NotStarted => {
  log.error({ error, platform: name }, 'a platform could not be started')
  return { ok: false, why: 'unreachable', reason: error instanceof Error ? error.name : 'thrown' }
}
