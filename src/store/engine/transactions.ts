import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { nameSession } from './sessions.ts'
import { statementsOn } from './statements.ts'

/** The query builder within an open transaction. */
export type Transaction = Omit<NodePgDatabase<Record<string, never>>, 'transaction'>

export type Transactions = {
  /** Runs a transaction. `begin` opens it and sets its role in one message, which saves a round trip. */
  run<T>(begin: string, work: (tx: Transaction) => Promise<T>): Promise<T>
  connections(): { open: number; idle: number; waiting: number }
  close(): Promise<void>
}

/** Backoff between retries, some six seconds in all: as long as a restart of the database takes. */
const PAUSES_MS = [50, 250, 1_000, 2_000, 3_000]

type Attempt<T> = { value: T } | { error: unknown; cameToNothing: boolean }

/**
 * Opens transactions over a connection pool. Retries one that failed for the database's reasons before its commit was
 * sent, since it changed nothing; so `work` must do nothing that a rollback does not undo.
 */
export const openTransactions = (url: string, onError: (error: Error) => void): Transactions => {
  const pool = new pg.Pool({ connectionString: url, max: 16, pipeline: true })
  const statements = new WeakMap<pg.PoolClient, Transaction>()
  const broken = new WeakSet<pg.PoolClient>()
  pool.on('connect', (client) => {
    // pg emits the error of a checked-out client here only; unhandled it would end the process.
    client.on('error', (error) => {
      broken.add(client)
      onError(error)
    })
    nameSession(client)
    statements.set(client, drizzle(statementsOn(client)))
  })
  pool.on('error', () => undefined)

  const attempt = async <T>(begin: string, work: (tx: Transaction) => Promise<T>): Promise<Attempt<T>> => {
    let isWorkDone = false
    let client: pg.PoolClient | undefined
    try {
      client = await pool.connect()
      await client.query(begin)
      const value = await work(statements.get(client) ?? drizzle(statementsOn(client)))
      isWorkDone = true
      const { command } = await client.query('commit')
      // After a failed statement whose error was swallowed, COMMIT rolls back without an error.
      if (command !== 'COMMIT') throw new Error(`the transaction ended with ${command}`)
      return { value }
    } catch (error) {
      if (client) await rollback(client)
      const isAway = (client !== undefined && broken.has(client)) || isOutOfOrder(error)
      return { error, cameToNothing: isAway && !isWorkDone }
    } finally {
      client?.release(broken.has(client))
    }
  }
  const rollback = async (client: pg.PoolClient): Promise<void> => {
    await client.query('rollback').catch(() => broken.add(client))
  }
  return {
    run: async (begin, work) => {
      for (let tries = 0; ; tries += 1) {
        const tried = await attempt(begin, work)
        if ('value' in tried) return tried.value
        const wait = PAUSES_MS[tries]
        if (!tried.cameToNothing || wait === undefined) throw tried.error
        await pause(wait)
      }
    },
    connections: () => ({ open: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    close: () => pool.end(),
  }
}

/** Runs work in a savepoint: if it fails, it is rolled back and the transaction can go on. */
export const withSavepoint = async <T>(tx: Transaction, work: () => Promise<T>): Promise<T> => {
  await tx.execute(sql`savepoint work`)
  try {
    const value = await work()
    await tx.execute(sql`release savepoint work`)
    return value
  } catch (error) {
    await tx.execute(sql`rollback to savepoint work`)
    throw error
  }
}

/** Retryable: PostgreSQL's classes 08 (connection), 53 (resources: a full disk), 57P (shutdown), and network errors. */
const OUT_OF_ORDER = /^(08|53|57P0)|^(ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT)$/

const isOutOfOrder = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false
  if ('code' in error && typeof error.code === 'string' && OUT_OF_ORDER.test(error.code)) return true
  return isOutOfOrder(error.cause)
}
