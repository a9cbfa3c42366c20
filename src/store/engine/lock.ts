import pg from 'pg'
import { nameSession } from './sessions.ts'

/** Keys of advisory locks: arbitrary numbers, the same in every process. */
const LOCKS = {
  migrate: 7_200_260_401,
  plan: 7_200_260_404,
  leap: 7_200_260_405,
} as const

/** Runs `work` under an advisory lock: one process at a time. The lock is released with the connection. */
export const locked = async <T>(
  databaseUrl: string,
  lock: keyof typeof LOCKS,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> => {
  const client = new pg.Client({ connectionString: databaseUrl })
  // Ignore: a lost connection fails the next query.
  client.on('error', () => undefined)
  await client.connect()
  nameSession(client)
  try {
    await client.query('select pg_advisory_lock($1)', [LOCKS[lock]])
    return await work(client)
  } finally {
    await client.end()
  }
}
