import { once } from 'node:events'
import type { SocketModeReceiver } from '@slack/bolt'
import type { Logger } from 'pino'
import { withTimeout } from '../kit/with-timeout.ts'

export type Socket = {
  /** Resolves once connected for the first time, or with why not. */
  connected: Promise<{ ok: true } | { ok: false; error: unknown }>
  /** Whether it ever was. */
  wasConnected(): boolean
  stop(): Promise<void>
}

const CONNECT_WITHIN_MS = 20_000
const CLOSE_WITHIN_MS = 2_000
const LONGEST_WAIT_MS = 30_000

/**
 * Reconnects Socket Mode without a backoff. Bolt's own reconnecting waits five seconds whenever Slack refreshes a
 * connection, and ends the process by an unhandled rejection when Slack no longer knows the token. The receiver must
 * be made with `autoReconnectEnabled: false`. `signal` gives up the first attempt.
 */
export const keepConnected = (receiver: SocketModeReceiver, log: Logger, signal?: AbortSignal): Socket => {
  const { client } = receiver
  let stopping = false
  let connectedOnce = false
  let waiting: { timer: NodeJS.Timeout; done: () => void } | undefined

  const wait = (ms: number) =>
    new Promise<void>((done) => {
      waiting = { timer: setTimeout(done, ms), done }
    })
  const disconnect = async () => void (await withTimeout(CLOSE_WITHIN_MS, client.disconnect()))

  const open = async (): Promise<void> => {
    const started = await withTimeout(
      CONNECT_WITHIN_MS,
      receiver.start().then(() => 'started' as const),
    )
    if (started === undefined) {
      await disconnect()
      throw new Error(`no connection within ${CONNECT_WITHIN_MS / 1_000} s`)
    }
    if (stopping) return disconnect()
    client.once('disconnected', () => void comeBack())
  }

  const comeBack = async (): Promise<void> => {
    for (let tries = 0; !stopping; tries += 1) {
      try {
        return await open()
      } catch (error) {
        log.warn({ error, tries }, 'slack: not connected; trying again')
        await wait(Math.min(LONGEST_WAIT_MS, 500 * 2 ** Math.min(tries, 10)))
      }
    }
  }

  return {
    connected: Promise.race([open(), ...aborted(signal)]).then(
      () => {
        connectedOnce = true
        return { ok: true }
      },
      (error: unknown) => ({ ok: false, error }),
    ),
    wasConnected: () => connectedOnce,
    stop: async () => {
      stopping = true
      clearTimeout(waiting?.timer)
      waiting?.done()
      await disconnect()
    },
  }
}

/** Rejects when it aborts. */
const aborted = (signal: AbortSignal | undefined): Promise<never>[] => {
  if (!signal) return []
  if (signal.aborted) return [Promise.reject(signal.reason)]
  return [once(signal, 'abort').then(() => Promise.reject(signal.reason))]
}
