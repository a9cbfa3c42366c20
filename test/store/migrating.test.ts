import { readdirSync, readFileSync } from 'node:fs'
import pg from 'pg'
import { expect, inject, onTestFinished, test } from 'vitest'
import { DatabaseTooNew, migrateDatabase } from '../../src/store/engine/migrate.ts'
import { freshDatabase, inDatabase } from '../support/database.ts'

const MIGRATIONS = new URL('../../src/store/engine/migrations/', import.meta.url)

const run = async (url: string, ...statements: string[]): Promise<void> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  for (const statement of statements) await client.query(statement)
  await client.end()
}

test('several processes may migrate an empty database at once', async () => {
  const name = `test_migrating_${process.pid}_${Math.floor(performance.now())}`
  const admin = new pg.Client({ connectionString: inject('databaseUrl') })
  await admin.connect()
  await admin.query(`create database ${name}`)
  onTestFinished(async () => {
    await admin.query(`drop database ${name} with (force)`)
    await admin.end()
  })
  const url = inDatabase(inject('databaseUrl'), name)
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

/** What a process of the version before would trip over. */
const TAKES_AWAY = [
  /\bdrop\s+(table|column)\b/i,
  /\brename\s+(to|column|constraint)?\b/i,
  /\bset\s+not\s+null\b/i,
  /\bset\s+data\s+type\b/i,
  /\badd\s+column\s+(?:(?!;|default).)*\bnot\s+null\b(?:(?!;|default).)*(;|$)/is,
]
const NEEDS = /comment on table drizzle\.__drizzle_migrations is 'needs (\S+)'/
/** Of the time before there was a version to live beside. */
const LAST_ALONE = '0004_day-finding-and-more'

const faultOf = (sql: string, earlier: readonly string[]): string | undefined => {
  const found = TAKES_AWAY.find((pattern) => pattern.test(sql))
  const needed = NEEDS.exec(sql)?.[1]
  if (needed !== undefined && !earlier.includes(needed)) return `needs ${needed}, which is not before it`
  return found && needed === undefined ? `takes away what older processes use (${found.source})` : undefined
}

test('a migration adds, or says which migration a process must know', () => {
  const tags = readdirSync(MIGRATIONS)
    .filter((name) => name.endsWith('.sql'))
    .map((name) => name.replace('.sql', ''))
    .toSorted()
  for (const [index, tag] of tags.entries()) {
    if (tag <= LAST_ALONE) continue
    const sql = readFileSync(new URL(`${tag}.sql`, MIGRATIONS), 'utf8')
    expect(
      faultOf(sql, tags.slice(0, index)),
      `${tag}: see docs/decisions, migrations beside older versions`,
    ).toBe(undefined)
  }
})

test.each([
  ['ALTER TABLE "cases" DROP COLUMN "note";', false],
  ['ALTER TABLE "cases" RENAME COLUMN "note" TO "remark";', false],
  ['ALTER TABLE "cases" ALTER COLUMN "note" SET NOT NULL;', false],
  ['ALTER TABLE "cases" ALTER COLUMN "note" SET DATA TYPE integer;', false],
  ['ALTER TABLE "cases" ADD COLUMN "note" text NOT NULL;', false],
  ['ALTER TABLE "cases" ADD COLUMN "note" text;', true],
  ['ALTER TABLE "cases" ADD COLUMN "note" text DEFAULT \'\' NOT NULL;', true],
  ['CREATE TABLE "notes" ("id" uuid NOT NULL);', true],
  [`ALTER TABLE "cases" DROP COLUMN "note"; ${needs('0001_row-security')};`, true],
  [`ALTER TABLE "cases" DROP COLUMN "note"; ${needs('9999_later')};`, false],
])('of migrations, %s passes: %s', (sql, passes) => {
  expect(faultOf(sql, ['0000_first', '0001_row-security']) === undefined).toBe(passes)
})
