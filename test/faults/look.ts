import { Redis } from 'ioredis'
import pg from 'pg'
import { asAdministrator } from '../support/database.ts'
import type { Stage } from './stage.ts'

/** What the store says of what is due: looked at from outside, past the product. */
export type Seen = {
  now: Temporal.Instant
  /** When something is due next; undefined where nothing is left. */
  next: Temporal.Instant | undefined
  due: number
  /** Attempts whose end is not known: each delivery's id with the number of its attempt. */
  sending: string[]
}

export type Looking = {
  /** Undefined while the store does not answer. */
  look(): Promise<Seen | undefined>
  /** How many jobs that deliver are in workers' hands; undefined while Redis does not answer. */
  atWork(): Promise<number | undefined>
  close(): Promise<void>
}

const LOOK_SQL = `
  select 'reminder' as what, id::text, due_at, 0 as attempts from reminders where settled_at is null
  union all
  select state, id::text, due_at, attempts from deliveries where state in ('waiting', 'sending')`

const ANSWER_WITHIN_MS = 2_000

export const looking = ({ databaseUrl, regionId, clock, redisUrl, queuePrefix }: Stage): Looking => {
  const pool = new pg.Pool({
    connectionString: asAdministrator(databaseUrl),
    max: 2,
    connectionTimeoutMillis: ANSWER_WITHIN_MS,
    query_timeout: ANSWER_WITHIN_MS,
  })
  pool.on('error', () => undefined)
  pool.on('connect', (client) => void client.on('error', () => undefined))
  const redis = new Redis(redisUrl, { commandTimeout: ANSWER_WITHIN_MS, maxRetriesPerRequest: 1 })
  redis.on('error', () => undefined)
  return {
    look: async () => {
      try {
        const { rows } = await pool
          .query<{ what: string; id: string; due_at: Date; attempts: number }>(
            `select set_config('app.region', '${regionId}', false); ${LOOK_SQL}`,
          )
          .then((results) => (results as unknown as pg.QueryResult[])[1] as pg.QueryResult)
        const now = clock.now()
        const at = (due: Date) => Temporal.Instant.fromEpochMilliseconds(due.getTime())
        const [next] = rows.map(({ due_at }) => at(due_at)).toSorted(Temporal.Instant.compare)
        return {
          now,
          next,
          due: rows.filter(({ due_at }) => due_at.getTime() <= now.epochMilliseconds).length,
          sending: rows
            .filter(({ what }) => what === 'sending')
            .map(({ id, attempts }) => `${id}/${attempts}`),
        }
      } catch {
        return undefined
      }
    },
    atWork: async () => {
      try {
        return await redis.llen(`${queuePrefix}:deliver-due:active`)
      } catch {
        return undefined
      }
    },
    close: async () => {
      redis.disconnect()
      await pool.end()
    },
  }
}
