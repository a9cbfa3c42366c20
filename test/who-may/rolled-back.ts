import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import type { Database, Scope } from '../../src/store/engine/database.ts'
import type { Keyring } from '../../src/store/engine/encryption.ts'
import { knownSealing } from '../../src/store/engine/sealing.ts'
import { statementsOn } from '../../src/store/engine/statements.ts'

/** Tables in which a refused interaction, or one that only shows, may write. */
const BESIDE = new Set(['audit_log', 'form_drafts', 'received_events'])

export type RolledBack = {
  database: Database
  /** Runs work whose every transaction is a savepoint of one that is never committed; answers what it changed. */
  probe<T>(work: () => Promise<T>): Promise<{ value: T; changed: string[]; audit: AuditRow[] }>
  close(): Promise<void>
}
export type AuditRow = { action: string; access: string; subjectKind: string | null }

/** A database in which nothing stays: each try begins where the last began. */
export const rolledBack = async (url: string, keyring: Keyring): Promise<RolledBack> => {
  const client = new pg.Client({ connectionString: url, pipeline: true } as pg.ClientConfig)
  await client.connect()
  const tx = drizzle(statementsOn(client as unknown as pg.PoolClient))
  const regions: Scope['regions'] = new Map()
  let depth = 0
  const within = async <T>(role: string, regionId: string, work: () => Promise<T>): Promise<T> => {
    const name = `tried_${depth++}`
    await client.query(
      `savepoint ${name}; set local role ${role}; select set_config('app.region', ${pg.escapeLiteral(regionId)}, true)`,
    )
    try {
      const value = await work()
      await client.query(`release savepoint ${name}; set local role none`)
      return value
    } catch (error) {
      await client.query(`rollback to savepoint ${name}; set local role none`)
      throw error
    } finally {
      depth -= 1
    }
  }
  const database: Database = {
    inRegion: (regionId, work) =>
      within('tsunagi_app', regionId, () =>
        work({
          ...{ regionId, tx, keyring, sealing: knownSealing(), regions, opened: [] },
          outbox: { isWritten: false },
        } as unknown as Scope),
      ),
    atGate: (work) => within('tsunagi_gate', '', () => work({ tx } as never)),
    inVault: (work) =>
      within('tsunagi_vault', '', () => work({ tx, keyring, sealing: knownSealing() } as never)),
    connections: () => ({ open: 1, idle: 0, waiting: 0 }),
    close: () => client.end(),
  }
  const before = new Map<string, string>()
  const { rows: last } = await client.query<{ id: string }>(
    'select coalesce(max(id), 0) as id from audit_log',
  )
  const audited = last[0]?.id ?? '0'
  const hashOf = async (table: string): Promise<string> => {
    const { rows } = await client.query<{ hash: string | null }>(
      `select md5(string_agg(t::text, '|' order by t::text)) as hash from "${table}" t`,
    )
    return rows[0]?.hash ?? ''
  }
  const { rows: tables } = await client.query<{ relname: string }>(
    `select relname from pg_stat_user_tables where schemaname = 'public'`,
  )
  for (const { relname } of tables) before.set(relname, await hashOf(relname))

  return {
    database,
    probe: async (work) => {
      await client.query('begin')
      try {
        const value = await work()
        const { rows } = await client.query<Left>(LEFT, [audited])
        const { written = [], audit = [] } = rows[0] ?? {}
        const changed: string[] = []
        for (const table of written ?? [])
          if (!BESIDE.has(table) && (await hashOf(table)) !== before.get(table)) changed.push(table)
        return { value, changed: changed.toSorted(), audit: audit ?? [] }
      } finally {
        await client.query('rollback')
      }
    },
    close: () => client.end(),
  }
}

type Left = { written: string[] | null; audit: AuditRow[] | null }

/** The tables that this transaction wrote to, rolled back or not: only these are looked at; and what it put on record. */
const LEFT = `select
  (select array_agg(relname::text) from pg_stat_xact_user_tables where n_tup_ins + n_tup_upd + n_tup_del > 0) as written,
  (select json_agg(json_build_object('action', action, 'access', access, 'subjectKind', subject_kind))
     from audit_log where id > $1) as audit`
