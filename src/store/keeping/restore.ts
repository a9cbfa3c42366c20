import { pipeline } from 'node:stream/promises'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import {
  type Applied,
  appliedMigrations,
  applyMigrations,
  knownMigrations,
  stepsTaken,
} from '../engine/apply-migrations.ts'
import { locked } from '../engine/lock.ts'
import { type CopiedTable, ourTables } from './backup.ts'

/** A verified backup. */
export type Restorable = {
  schema: Applied[]
  madeAt: Temporal.Instant
  regionIds: string[]
  /** Calls `load` for each table of each region, in the order of the backup; `rows`: the count in the manifest. */
  eachTable(
    load: (table: CopiedTable, rows: number, chunks: AsyncIterable<Uint8Array>) => Promise<void>,
  ): Promise<void>
}

export type Restored =
  | { ok: true }
  /** Nothing was changed. `newer`: of another version than this program; `busy`: others are connected. */
  | { ok: false; reason: 'newer' | 'database-newer' | 'not-empty' }
  | { ok: false; reason: 'busy'; others: number }

/** Tells a row that does not load from broken infrastructure, by PostgreSQL's error classes for data and constraints. */
export const isUnloadable = (error: unknown): error is pg.DatabaseError =>
  error instanceof pg.DatabaseError && /^(22|23)/.test(error.code ?? '')

/**
 * Replaces the content of the database by a backup, in one transaction: creates the tables of the backup's version, loads
 * them, then migrates to this version. `alone`: skip the check for other connections.
 */
export const restoreInto = (
  url: string,
  backup: Restorable,
  { replace, alone, now }: { replace: boolean; alone: boolean; now: Temporal.Instant },
): Promise<Restored> =>
  locked(url, 'migrate', async (client) => {
    const steps = stepsTaken(backup.schema)
    if (steps === undefined) return { ok: false, reason: 'newer' }
    const present = await appliedMigrations(client)
    if (stepsTaken(present) === undefined) return { ok: false, reason: 'database-newer' }
    if (!replace && present.length > 0 && (await hasRegions(client)))
      return { ok: false, reason: 'not-empty' }
    const others = alone ? 0 : await otherSessions(client)
    if (others > 0) return { ok: false, reason: 'busy', others }
    await client.query('begin')
    await clearTables(client)
    await applyMigrations(client, knownMigrations().slice(0, steps))
    await fill(client, backup)
    await applyMigrations(client, knownMigrations().slice(steps))
    await forceSecurity(client, 'no force')
    await markPerhapsSent(client, backup, now)
    await forceSecurity(client, 'force')
    await client.query('commit')
    return { ok: true }
  })

const hasRegions = async (client: pg.Client): Promise<boolean> => {
  await client.query('begin')
  await client.query('set local role tsunagi_gate')
  const { rowCount } = await client.query('select from regions limit 1')
  await client.query('rollback')
  return rowCount !== 0
}

/** Retries: the session of a client that has gone lingers for a moment. */
const LOOKS = 20
const LOOK_AGAIN_MS = 100

/** Counts other sessions: bots and workers hold connections as long as they run. */
const otherSessions = async (client: pg.Client): Promise<number> => {
  for (let look = 1; ; look += 1) {
    const { rows } = await client.query<{ others: number }>(
      `select count(*)::int as others from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`,
    )
    const others = rows[0]?.others ?? 0
    if (others === 0 || look === LOOKS) return others
    await pause(LOOK_AGAIN_MS)
  }
}

/** Drops every table granted to our roles: more than a backup holds, which leaves out ephemeral tables. */
const clearTables = async (client: pg.Client): Promise<void> => {
  const { rows } = await client.query<{ name: string }>(
    `select distinct c.relname::text as name
     from pg_class c, aclexplode(c.relacl) g join pg_roles r on r.oid = g.grantee
     where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace
       and r.rolname in ('tsunagi_app', 'tsunagi_gate', 'tsunagi_vault')`,
  )
  const names = rows.map(({ name }) => pg.escapeIdentifier(name))
  if (names.length > 0) await client.query(`drop table ${names.join(', ')} cascade`)
  const made = knownMigrations().flatMap(({ sql }) =>
    [...sql.join('\n').matchAll(/^create (?:or replace )?function (\w+)\(/gim)].map(([, name]) => name),
  )
  for (const name of new Set(made)) await client.query(`drop function if exists ${name}`)
  await client.query('drop table if exists drizzle.__drizzle_migrations')
}

/** Switches forced row security, which keeps an owner from loading rows; restored within the same transaction. */
const forceSecurity = async (client: pg.Client, force: 'force' | 'no force'): Promise<void> => {
  for (const { name, regional } of await ourTables(client))
    if (regional) await client.query(`alter table ${pg.escapeIdentifier(name)} ${force} row level security`)
}

const fill = async (client: pg.Client, backup: Restorable): Promise<void> => {
  await forceSecurity(client, 'no force')
  await backup.eachTable(async ({ name, columns }, rows, chunks) => {
    const list = columns.map(pg.escapeIdentifier).join(', ')
    const copy = client.query(copyFrom(`copy ${pg.escapeIdentifier(name)} (${list}) from stdin`))
    await pipeline(chunks, copy)
    if (copy.rowCount !== rows)
      throw new Error(`${name}: ${copy.rowCount} rows came in, ${rows} were written out`)
  })
  const { rows: counters } = await client.query<{ table: string; column: string; sequence: string }>(
    `select d.refobjid::regclass::text as table, quote_ident(a.attname) as column, d.objid::regclass::text as sequence
     from pg_depend d
     join pg_class s on s.oid = d.objid and s.relkind = 'S' and s.relnamespace = current_schema()::regnamespace
     join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
     where d.deptype = 'a'`,
  )
  for (const { table, column, sequence } of counters)
    await client.query(
      `select setval('${sequence}', greatest((select max(${column}) from ${table}), 1), true)`,
    )
}

/**
 * Marks messages that were due since the backup as perhaps sent: the lost bot may have sent them, so each is looked up at
 * its platform first (`restores` does the same for messages made from now on).
 */
const markPerhapsSent = async (
  client: pg.Client,
  { regionIds, madeAt }: Restorable,
  now: Temporal.Instant,
) => {
  const [made, restored] = [madeAt.toString(), now.toString()]
  await client.query(
    `update deliveries set state = 'sending', first_tried_at = coalesce(first_tried_at, $1)
     where state = 'waiting' and due_at <= $2`,
    [made, restored],
  )
  for (const regionId of regionIds) {
    await client.query('insert into restores (region_id, restored_at, made_at) values ($1, $2, $3)', [
      regionId,
      restored,
      made,
    ])
    await client.query(
      `insert into audit_log (region_id, at, action, access, subject_kind, subject_id)
       values ($1, $2, 'restore', 'change', 'backup', $3)`,
      [regionId, restored, made],
    )
  }
}
