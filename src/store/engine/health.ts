import { sql } from 'drizzle-orm'
import pg from 'pg'
import { appliedMigrations, knownMigrations, stepsTaken } from './apply-migrations.ts'
import type { Gate } from './database.ts'
import { nameSession } from './sessions.ts'

export type DatabaseHealth = {
  version: string
  /** As `server_version_num`: 180004. */
  versionNumber: number
  now: Temporal.Instant
  migrations: 'current' | 'none' | 'newer' | { missing: number }
  /** Our tables without row security in force, and missing roles that it relies on. */
  unprotected: string[]
  /** The role that logs in is bound by no row security: a superuser, or one with BYPASSRLS. */
  privileged: boolean
}

/** Inspects a database, read-only. Throws where it cannot be reached. */
export const databaseHealth = async (url: string): Promise<DatabaseHealth> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  await client.connect()
  nameSession(client)
  try {
    const { rows } = await client.query<{
      version: string
      number: number
      now: string
      privileged: boolean
    }>(
      `select current_setting('server_version') as version, current_setting('server_version_num')::int as number,
              to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as now,
              (select rolsuper or rolbypassrls from pg_roles where rolname = session_user) as privileged`,
    )
    const [server] = rows
    if (!server) throw new Error('no answer from the database')
    const applied = await appliedMigrations(client)
    const steps = stepsTaken(applied)
    const missing = knownMigrations().length - applied.length
    const migrations =
      applied.length === 0 ? 'none' : steps === undefined ? 'newer' : missing === 0 ? 'current' : { missing }
    return {
      version: server.version,
      versionNumber: server.number,
      now: Temporal.Instant.from(server.now),
      migrations,
      privileged: server.privileged,
      unprotected: migrations === 'none' ? [] : await unprotected(client),
    }
  } finally {
    await client.end()
  }
}

const unprotected = async (client: pg.Client): Promise<string[]> => {
  const { rows } = await client.query<{ name: string }>(
    `select c.relname::text as name from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace and a.attname = 'region_id'
       and not (c.relrowsecurity and c.relforcerowsecurity and exists
         (select from pg_policy p where p.polrelid = c.oid and p.polname = 'own_region'))
     union all
     select rolname::text from pg_roles where rolname in ('tsunagi_app', 'tsunagi_gate', 'tsunagi_vault') and (rolsuper or rolbypassrls)
     order by 1`,
  )
  return rows.map(({ name }) => name)
}

/** Reads the version of the database server. */
export const serverVersion = async ({ tx }: Gate): Promise<string> => {
  const { rows } = await tx.execute<{ version: string }>(
    sql`select current_setting('server_version') as version`,
  )
  return rows[0]?.version ?? ''
}
