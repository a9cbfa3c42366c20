import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject, onTestFinished } from 'vitest'
import { ADMINISTRATOR, OWNER } from '../../src/app/embedded/postgres-owner.ts'

/** The same server, another database. */
export const inDatabase = (url: string, database: string): string => {
  const parsed = new URL(url)
  parsed.pathname = `/${database}`
  return parsed.toString()
}

const isOurs = (url: string): boolean => new URL(url).username === OWNER

/** The superuser's URL of a database on our own server. One that was given by DATABASE_URL is taken as it is. */
export const asAdministrator = (url: string): string =>
  isOurs(url) ? Object.assign(new URL(url), { username: ADMINISTRATOR }).toString() : url

/** For `create database`: whose it is, so that the product is tried as the role that it logs in as. */
export const ownedAsIn = (url: string): string => (isOurs(url) ? `owner ${OWNER}` : '')

const administer = async (statement: string): Promise<void> => {
  const client = new pg.Client({ connectionString: asAdministrator(inject('databaseUrl')) })
  await client.connect()
  await client.query(statement)
  await client.end()
}

/** A database without a table, dropped after the test. */
export const emptyDatabase = async (): Promise<string> => {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await administer(`create database ${name} ${ownedAsIn(inject('databaseUrl'))}`)
  const url = inDatabase(inject('databaseUrl'), name)
  onTestFinished(() => dropDatabase(url))
  return url
}

/** Its name begins with the template's: what a run leaves behind is found by it. Short enough for the one of practice beside it. */
const makeDatabase = async (): Promise<string> => {
  const template = inject('template')
  const name = `${template}_${randomUUID().replaceAll('-', '').slice(0, 20)}`
  await administer(`create database ${name} template ${template} ${ownedAsIn(inject('databaseUrl'))}`)
  return inDatabase(inject('databaseUrl'), name)
}

const dropDatabase = (url: string): Promise<void> =>
  administer(`drop database if exists ${new URL(url).pathname.slice(1)} with (force)`)

/** A migrated database of the test's own, with which it may do anything; dropped after it. */
export const freshDatabase = async (): Promise<string> => {
  const url = await makeDatabase()
  onTestFinished(async () => {
    await dropDatabase(url)
    await dropDatabase(besideIt(url))
  })
  return url
}

/** The store of practice beside a database, once a bot has made it. */
export const besideIt = (url: string): string => inDatabase(url, `${new URL(url).pathname.slice(1)}_practice`)

/** Those of this file's tests that are over, empty again. */
const empty: string[] = []

/** A migrated, empty database for a test that leaves its tables as they are: to empty one is far quicker than to make one. */
export const lentDatabase = async (): Promise<string> => {
  const url = empty.pop() ?? (await makeDatabase())
  onTestFinished(async () => {
    if (await clear(url)) empty.push(url)
    else await dropDatabase(url)
  })
  return url
}

const FORBIDDEN = '42501'

/** False where we may not: the audit log lets nobody delete but a superuser who sets its guard aside. */
const clear = async (url: string): Promise<boolean> => {
  const client = new pg.Client({ connectionString: asAdministrator(url) })
  await client.connect()
  try {
    await client.query(CLEAR)
    return true
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === FORBIDDEN) return false
    throw error
  } finally {
    await client.end()
  }
}

const CLEAR = `do $$
  declare one regclass;
  begin
    perform set_config('session_replication_role', 'replica', true);
    for one in select oid::regclass from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace loop
      execute format('delete from %s', one);
    end loop;
  end $$`

/**
 * A connection that reads tables as they lie, past the product. The region is named because an owner who is no
 * superuser is held by row-level security too.
 */
export const asOwner = async <Value>(
  url: string,
  regionId: string,
  look: (client: pg.Client) => Promise<Value>,
): Promise<Value> => {
  const client = new pg.Client({ connectionString: asAdministrator(url) })
  await client.connect()
  try {
    await client.query(`select set_config('app.region', $1, false)`, [regionId])
    return await look(client)
  } finally {
    await client.end()
  }
}
