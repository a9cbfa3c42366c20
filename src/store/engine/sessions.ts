import pg from 'pg'

/** What every session of this program calls itself from 0.2.0 on: processes of 0.1.0 give no name. */
const NAME = 'tsunagi'

/** Names a session, whatever its address says. Not awaited: it is the connection's first statement. */
export const nameSession = (client: pg.Client | pg.PoolClient): void => {
  client.query(`set application_name = ${pg.escapeLiteral(NAME)}`).catch(() => undefined)
}

/**
 * Counts sessions of older processes on this database: those without a name, or named as the address alone names a
 * session. One that is idle for long may have none.
 */
export const olderSessions = async (url: string): Promise<number> => {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    const { rows: own } = await client.query<{ name: string }>(
      `select current_setting('application_name') as name`,
    )
    nameSession(client)
    const { rows } = await client.query<{ sessions: number }>(
      `select count(*)::int as sessions from pg_stat_activity
       where datname = current_database() and usesysid is not null and pid <> pg_backend_pid()
         and coalesce(backend_type, 'client backend') = 'client backend' and application_name in ('', $1) and application_name <> $2`,
      [own[0]?.name ?? '', NAME],
    )
    return rows[0]?.sessions ?? 0
  } finally {
    await client.end()
  }
}
