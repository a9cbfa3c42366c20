import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'

const TRY_AGAIN_MS = 10_000

export type Turn = {
  /** False: another process has it now; this one waits. */
  mine: boolean
  /** Lets go, after `end` where it was this process's. */
  stop(): Promise<void>
}

/**
 * What only one process may do at a time, by its name. `begin` is called when it is this process's turn, `end` when it
 * is no more: at `stop`, and when the database's connection, on which the turn hangs, is lost; then it waits again.
 * Resolves when the first `begin` is done, or when another process was found to have the turn; rejects when the first
 * try fails. Later ones are tried again.
 */
export const takeTurns = async (
  databaseUrl: string,
  name: string,
  work: { begin(): Promise<void>; end(): Promise<void> },
): Promise<Turn> => {
  const stopping = new AbortController()
  const { signal } = stopping
  const first = Promise.withResolvers<boolean>()
  let known = false
  const tell = (mine: boolean) => {
    known = true
    first.resolve(mine)
  }
  const oneTurn = async () => {
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
  const turns = (async () => {
    while (!signal.aborted) {
      try {
        await oneTurn()
      } catch (error) {
        if (!known) return first.reject(error)
      }
      await pause(TRY_AGAIN_MS, undefined, { signal }).catch(() => undefined)
    }
  })()
  return {
    mine: await first.promise,
    stop: async () => {
      stopping.abort()
      await turns
    },
  }
}

const connected = async (databaseUrl: string): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString: databaseUrl, keepAlive: true })
  client.on('error', () => undefined)
  await client.connect()
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
