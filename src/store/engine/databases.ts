import pg from 'pg'
import { locked } from './lock.ts'

/** Databases of one server, by address: practice has one beside the real one. */

/** Longer names are cut by the server. */
const LONGEST_NAME = 63

const nameIn = (url: string): string => {
  const { pathname, username } = new URL(url)
  return decodeURIComponent(pathname.slice(1)) || decodeURIComponent(username)
}

/** The address of another database of the same server. */
const databaseOn = (url: string, name: string): string => {
  const other = new URL(url)
  other.pathname = `/${encodeURIComponent(name)}`
  return other.toString()
}

/** The address of the database that stands beside this one, under its name with `suffix`. */
export const databaseBeside = (url: string, suffix: string): string =>
  databaseOn(url, `${nameIn(url).slice(0, LONGEST_NAME - suffix.length)}${suffix}`)

const NO_SUCH_DATABASE = '3D000'

/** Runs `work` on one connection; undefined where there is no such database. */
const ifThere = async <T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T | undefined> => {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return await work(client)
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === NO_SUCH_DATABASE) return undefined
    throw error
  } finally {
    await client.end().catch(() => undefined)
  }
}

export const databaseExists = async (url: string): Promise<boolean> =>
  (await ifThere(url, async () => true)) ?? false

/** Whether a region is stored there; false also for a database that was never migrated, or is not there. */
export const holdsRegion = async (url: string): Promise<boolean> => {
  const found = await ifThere(url, async (client) => {
    const { rows } = await client.query<{ there: boolean }>(
      `select to_regclass('regions') is not null as there`,
    )
    if (!rows[0]?.there) return false
    await client.query('set role tsunagi_gate')
    const { rowCount } = await client.query('select region_id from regions limit 1')
    return rowCount === 1
  })
  return found ?? false
}

const FORBIDDEN = '42501'

/**
 * Makes the database where it is missing. `from`: one of the same server, to make it from. Safe for concurrent processes.
 * False where the account may not make one.
 */
export const makeDatabase = async (url: string, from: string): Promise<boolean> => {
  if (await databaseExists(url)) return true
  return locked(from, 'migrate', async (client) => {
    if (await databaseExists(url)) return true
    try {
      await client.query(`create database ${pg.escapeIdentifier(nameIn(url))}`)
      return true
    } catch (error) {
      if (error instanceof pg.DatabaseError && error.code === FORBIDDEN) return false
      throw error
    }
  })
}

/** Renames a database that nobody else uses, and makes an empty one in its place. */
export const moveDatabase = async (from: string, to: string): Promise<void> => {
  const client = new pg.Client({ connectionString: databaseOn(from, 'postgres') })
  await client.connect()
  try {
    const [was, is] = [nameIn(from), nameIn(to)].map((name) => pg.escapeIdentifier(name))
    await client.query(`alter database ${was} rename to ${is}`)
    await client.query(`create database ${was}`)
  } finally {
    await client.end()
  }
}
