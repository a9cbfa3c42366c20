import type { Config } from '../app/config.ts'
import { type Servers, startServers } from '../app/embedded/servers.ts'
import { loadKeyring } from '../app/key-file.ts'
import { makeLog } from '../observability/log.ts'
import { type Database, openDatabase } from '../store/engine/database.ts'
import type { Keyring } from '../store/engine/encryption.ts'
import { migrateDatabase } from '../store/engine/migrate.ts'

/**
 * Works on the servers that the bot uses: beside a running bot, or brought up for as long as the work takes. `alone`:
 * the servers are the folder's own, and no bot runs on them.
 */
export const withServers = async <T>(
  config: Config,
  work: (servers: Servers, alone: boolean) => Promise<T>,
): Promise<T> => {
  const servers = await startServers(config)
  try {
    return await work(servers, servers.embedded && servers.claim?.ok === true)
  } finally {
    await servers.stop()
  }
}

/** Works on the database that the bot uses, brought to this version's tables. */
export const withDatabase = <T>(config: Config, work: (database: Database) => Promise<T>): Promise<T> =>
  withServers(config, async ({ databaseUrl }) => {
    await migrateDatabase(databaseUrl)
    return onDatabase(config, databaseUrl, await loadKeyring(config.dataDir, config.keys), work)
  })

/** Works on a database that has this version's tables. */
export const onDatabase = async <T>(
  config: Config,
  databaseUrl: string,
  keyring: Keyring,
  work: (database: Database) => Promise<T>,
): Promise<T> => {
  const log = makeLog(config.logLevel)
  const database = openDatabase(databaseUrl, keyring, (error) => log.error({ error }, 'database'))
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}
