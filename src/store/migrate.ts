import pg from 'pg'
import { appliedMigrations, applyMigrations, knownMigrations, lockMigrations } from './apply-migrations.ts'

/** Brings the database to this version's tables. Several processes may call it at once. */
export const migrateDatabase = async (url: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await lockMigrations(client)
    const last = (await appliedMigrations(client)).at(-1)?.when ?? 0
    const missing = knownMigrations().filter(({ folderMillis }) => folderMillis > last)
    if (missing.length === 0) return
    await client.query('begin')
    await applyMigrations(client, missing)
    await client.query('commit')
  } finally {
    await client.end()
  }
}
