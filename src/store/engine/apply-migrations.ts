import { fileURLToPath } from 'node:url'
import { type MigrationMeta, readMigrationFiles } from 'drizzle-orm/migrator'
import type pg from 'pg'

/** An applied migration as recorded in the database; `when` gives the order. */
export type Applied = { hash: string; when: number }

/** Reads this version's migrations, oldest first. */
export const knownMigrations = (): MigrationMeta[] =>
  readMigrationFiles({ migrationsFolder: fileURLToPath(new URL('./migrations', import.meta.url)) })

/** Reads the migrations applied to a database, oldest first. */
export const appliedMigrations = async (client: pg.Client): Promise<Applied[]> => {
  const { rows: found } = await client.query(`select to_regclass('drizzle.__drizzle_migrations') as name`)
  if (found[0]?.name === null) return []
  const { rows } = await client.query<{ hash: string; created_at: string }>(
    'select hash, created_at from drizzle.__drizzle_migrations order by created_at',
  )
  return rows.map(({ hash, created_at }) => ({ hash, when: Number(created_at) }))
}

/** Counts the applied migrations; undefined when one is not of this version. */
export const stepsTaken = (applied: readonly Applied[]): number | undefined => {
  const known = knownMigrations()
  return applied.every(({ hash }, index) => known[index]?.hash === hash) ? applied.length : undefined
}

/** Applies migrations in the caller's transaction, recorded in drizzle-kit's table. */
export const applyMigrations = async (
  client: pg.Client,
  migrations: readonly MigrationMeta[],
): Promise<void> => {
  await client.query('create schema if not exists drizzle')
  await client.query(
    `create table if not exists drizzle.__drizzle_migrations
     (id serial primary key, hash text not null, created_at bigint)`,
  )
  for (const { sql, hash, folderMillis } of migrations) {
    for (const statement of sql) await client.query(statement)
    await client.query('insert into drizzle.__drizzle_migrations (hash, created_at) values ($1, $2)', [
      hash,
      folderMillis,
    ])
  }
}
