import type pg from 'pg'
import { appliedMigrations, applyMigrations, knownMigrations } from './apply-migrations.ts'
import { locked } from './lock.ts'
import journal from './migrations/meta/_journal.json' with { type: 'json' }

/** Thrown when a later version changed the database incompatibly. */
export class DatabaseTooNew extends Error {
  override name = 'DatabaseTooNew'
}

/**
 * Migrates the database to this version. Safe for concurrent processes, also of several versions: `newer` is true where
 * a later version migrated it compatibly. Throws `DatabaseTooNew` where it is incompatible.
 */
export const migrateDatabase = (url: string): Promise<{ newer: boolean }> =>
  locked(url, 'migrate', async (client) => {
    await applyMissing(client)
    const needed = await neededMigration(client)
    if (needed !== undefined && !journal.entries.some(({ tag }) => tag === needed)) throw new DatabaseTooNew()
    return { newer: await hasNewer(client) }
  })

const applyMissing = async (client: pg.Client): Promise<void> => {
  const last = (await appliedMigrations(client)).at(-1)?.when ?? 0
  const missing = knownMigrations().filter(({ folderMillis }) => folderMillis > last)
  if (missing.length === 0) return
  await client.query('begin')
  await applyMigrations(client, missing)
  await client.query('commit')
}

const hasNewer = async (client: pg.Client): Promise<boolean> => {
  const last = Math.max(...journal.entries.map(({ when }) => when))
  const { rowCount } = await client.query(
    'select 1 from drizzle.__drizzle_migrations where created_at > $1',
    [last],
  )
  return rowCount !== 0
}

/**
 * Reads which migration a process must know to use this database. A migration that drops or tightens what older versions
 * use declares it: `comment on table drizzle.__drizzle_migrations is 'needs 0007_name';`
 */
const neededMigration = async (client: pg.Client): Promise<string | undefined> => {
  const { rows } = await client.query<{ comment: string | null }>(
    `select obj_description('drizzle.__drizzle_migrations'::regclass, 'pg_class') as comment`,
  )
  return /^needs (\S+)$/.exec(rows[0]?.comment ?? '')?.[1]
}

/**
 * Keeps versions that do not know our migration of this name from starting on the database, when what only later ones
 * read is about to be written. A later need stays.
 */
export const needMigration = (url: string, name: string): Promise<void> =>
  locked(url, 'migrate', async (client) => {
    const at = journal.entries.findIndex(({ tag }) => tag.endsWith(`_${name}`))
    const needed = await neededMigration(client)
    const known = journal.entries.findIndex(({ tag }) => tag === needed)
    if (needed !== undefined && (known < 0 || known >= at)) return
    const tag = journal.entries[at]?.tag
    if (tag === undefined) throw new Error(`there is no migration ${name}`)
    await client.query(`comment on table drizzle.__drizzle_migrations is 'needs ${tag}'`)
  })
