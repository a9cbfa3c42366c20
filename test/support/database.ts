import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject, onTestFinished } from 'vitest'

/** The same server, another database. */
export const inDatabase = (url: string, database: string): string => {
  const parsed = new URL(url)
  parsed.pathname = `/${database}`
  return parsed.toString()
}

const administer = async (statement: string): Promise<void> => {
  const client = new pg.Client({ connectionString: inject('databaseUrl') })
  await client.connect()
  await client.query(statement)
  await client.end()
}

/** A migrated database of the test's own, dropped after it. */
export const freshDatabase = async (): Promise<string> => {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await administer(`create database ${name} template ${inject('template')}`)
  onTestFinished(() => administer(`drop database if exists ${name} with (force)`))
  return inDatabase(inject('databaseUrl'), name)
}

/**
 * A connection that reads tables as they lie, past the product. The region is named because an owner who is no
 * superuser is held by row-level security too.
 */
export const asOwner = async <Value>(
  url: string,
  regionId: string,
  look: (client: pg.Client) => Promise<Value>,
): Promise<Value> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(`select set_config('app.region', $1, false)`, [regionId])
    return await look(client)
  } finally {
    await client.end()
  }
}
