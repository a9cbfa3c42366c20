import { setTimeout as pause } from 'node:timers/promises'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import pg from 'pg'

type Session = NodePgDatabase<Record<string, never>>
export type Transaction = Parameters<Parameters<Session['transaction']>[0]>[0]

export type Transactions = {
  run<T>(work: (tx: Transaction) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** Some six seconds in all: as long as a restart of the database takes. */
const PAUSES_MS = [50, 250, 1_000, 2_000, 3_000]

type Attempt<T> = { value: T } | { error: unknown; cameToNothing: boolean }

/**
 * Transactions over a pool of connections. One that the database could not carry to its end, before the commit was
 * asked for, changed nothing: it is done again from its beginning, so `work` does nothing that a rollback does not undo.
 */
export const openTransactions = (url: string, onError: (error: Error) => void): Transactions => {
  const pool = new pg.Pool({ connectionString: url, max: 16 })
  const sessions = new WeakMap<pg.PoolClient, Session>()
  const broken = new WeakSet<pg.PoolClient>()
  pool.on('connect', (client) => {
    // One that breaks while it is lent is told of by nobody else, and untold it ends the process.
    client.on('error', (error) => {
      broken.add(client)
      onError(error)
    })
    sessions.set(client, drizzle(client))
  })
  pool.on('error', () => undefined)

  const attempt = async <T>(work: (tx: Transaction) => Promise<T>): Promise<Attempt<T>> => {
    let isWorkDone = false
    let client: pg.PoolClient | undefined
    try {
      client = await pool.connect()
      const session = sessions.get(client) ?? drizzle(client)
      const value = await session.transaction(async (tx) => {
        const worked = await work(tx)
        isWorkDone = true
        return worked
      })
      return { value }
    } catch (error) {
      const isAway = (client !== undefined && broken.has(client)) || isOutOfOrder(error)
      return { error, cameToNothing: isAway && !isWorkDone }
    } finally {
      // Given back whatever happened: the library's own keeps one for good that broke before its first statement.
      client?.release()
    }
  }
  return {
    run: async (work) => {
      for (let tries = 0; ; tries += 1) {
        const tried = await attempt(work)
        if ('value' in tried) return tried.value
        const wait = PAUSES_MS[tries]
        if (!tried.cameToNothing || wait === undefined) throw tried.error
        await pause(wait)
      }
    },
    close: () => pool.end(),
  }
}

/** PostgreSQL's classes 08 (connection), 53 (resources: a full disk) and 57P (shut down, starting), and no server at all. */
const OUT_OF_ORDER = /^(08|53|57P0)|^(ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT)$/

const isOutOfOrder = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false
  if ('code' in error && typeof error.code === 'string' && OUT_OF_ORDER.test(error.code)) return true
  return isOutOfOrder(error.cause)
}
