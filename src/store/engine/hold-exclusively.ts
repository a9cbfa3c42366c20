import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { nameSession } from './sessions.ts'

const RETRY_MS = 10_000

export type Hold = {
  /** False: another process holds it; this one waits. */
  mine: boolean
  /** Releases it, after `end` where this process held it. */
  stop(): Promise<void>
}

/**
 * Runs work in one process at a time, under an advisory lock of this name. `begin` is called once the lock is held,
 * `end` when it is released: at `stop`, and when the connection that holds it is lost; then it waits for it again.
 * Resolves when the first `begin` is done, or when another process was found to hold the lock; rejects when the first
 * try fails. Later ones are retried.
 */
export const holdExclusively = async (
  databaseUrl: string,
  name: string,
  work: { begin(): Promise<void>; end(): Promise<void> },
): Promise<Hold> => {
  const stopping = new AbortController()
  const { signal } = stopping
  const first = Promise.withResolvers<boolean>()
  let known = false
  const tell = (mine: boolean) => {
    known = true
    first.resolve(mine)
  }
  const holdOnce = async () => {
    const client = await connected(databaseUrl)
    try {
      if (!(await tryFor(client, name))) {
        tell(false)
        await Promise.race([waitFor(client, name), aborted(signal)])
      }
      if (signal.aborted) return
      const lost = ended(client)
      await work.begin()
      tell(true)
      await Promise.race([lost, aborted(signal)])
      await work.end()
    } finally {
      await client.end().catch(() => undefined)
    }
  }
  const holding = (async () => {
    while (!signal.aborted) {
      try {
        await holdOnce()
      } catch (error) {
        if (!known) return first.reject(error)
      }
      await pause(RETRY_MS, undefined, { signal }).catch(() => undefined)
    }
  })()
  return {
    mine: await first.promise,
    stop: async () => {
      stopping.abort()
      await holding
    },
  }
}

const connected = async (databaseUrl: string): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString: databaseUrl, keepAlive: true })
  client.on('error', () => undefined)
  await client.connect()
  nameSession(client)
  return client
}

const tryFor = async (client: pg.Client, name: string): Promise<boolean> => {
  const tried = await client.query<{ got: boolean }>(
    'select pg_try_advisory_lock(hashtextextended($1, 0)) as got',
    [name],
  )
  return tried.rows[0]?.got === true
}

const waitFor = async (client: pg.Client, name: string): Promise<void> => {
  await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [name])
}

const ended = (client: pg.Client): Promise<void> =>
  new Promise((resolve) => client.once('end', () => resolve()))

const aborted = async (signal: AbortSignal): Promise<void> => {
  if (!signal.aborted) await once(signal, 'abort')
}
