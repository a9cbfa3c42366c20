import pg from 'pg'
import { expect, inject, onTestFinished, test } from 'vitest'
import { migrateDatabase } from '../../src/store/migrate.ts'
import { inDatabase } from '../support/database.ts'

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
  await Promise.all(Array.from({ length: 4 }, () => migrateDatabase(url)))
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(
    'select count(*)::int as tables from information_schema.tables where table_schema = $1',
    ['public'],
  )
  await client.end()
  expect(rows[0].tables).toBeGreaterThan(15)
})
