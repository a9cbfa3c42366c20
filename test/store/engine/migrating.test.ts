import pg from 'pg'
import { expect, test } from 'vitest'
import { DatabaseTooNew, migrateDatabase } from '../../../src/store/engine/migrate.ts'
import { emptyDatabase, freshDatabase } from '../../support/database.ts'

const run = async (url: string, ...statements: string[]): Promise<void> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  for (const statement of statements) await client.query(statement)
  await client.end()
}

test('several processes may migrate an empty database at once', async () => {
  const url = await emptyDatabase()
  const migrated = await Promise.all(Array.from({ length: 4 }, () => migrateDatabase(url)))
  expect(migrated).toEqual(Array(4).fill({ newer: false }))
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(
    'select count(*)::int as tables from information_schema.tables where table_schema = $1',
    ['public'],
  )
  await client.end()
  expect(rows[0].tables).toBeGreaterThan(15)
})

/** What the migrator of a later version leaves behind. */
const LATER = `insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', 9000000000000)`
const needs = (tag: string) => `comment on table drizzle.__drizzle_migrations is 'needs ${tag}'`

test('a database that a later version has only added to is used, and noticed', async () => {
  const url = await freshDatabase()
  await run(url, LATER, 'alter table regions add column later_text text')
  expect(await migrateDatabase(url)).toEqual({ newer: true })
})

test('a database that needs a migration of a later version is left alone; one that needs ours is not', async () => {
  const url = await freshDatabase()
  await run(url, LATER, needs('9999_later'))
  await expect(migrateDatabase(url)).rejects.toThrow(DatabaseTooNew)
  await run(url, needs('0000_first'))
  expect(await migrateDatabase(url)).toEqual({ newer: true })
})
