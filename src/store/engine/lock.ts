import pg from 'pg'

/** Any numbers, the same in every process: who holds one does that work, the others wait for their turn. */
const LOCKS = {
  migrate: 7_200_260_401,
  plan: 7_200_260_404,
  leap: 7_200_260_405,
} as const

/** Does the work while no other process does the same. The lock ends with the connection, however that ends. */
export const locked = async <T>(
  databaseUrl: string,
  lock: keyof typeof LOCKS,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> => {
  const client = new pg.Client({ connectionString: databaseUrl })
  // A lost connection is told by the next query, or by the work itself.
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LOCKS[lock]])
    return await work(client)
  } finally {
    await client.end()
  }
}
