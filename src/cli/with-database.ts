import type { Config } from '../app/config.ts'
import { type Servers, startServers } from '../app/embedded/servers.ts'
import { loadKeyring } from '../app/key-file.ts'
import { makeLog } from '../observability/log.ts'
import { type Database, openDatabase } from '../store/engine/database.ts'
import type { Keyring } from '../store/engine/encryption.ts'
import { migrateDatabase } from '../store/engine/migrate.ts'

/**
 * Runs `work` on the bot's servers: those of a running bot, or embedded ones started for as long as the work takes.
 * `alone`: the servers are embedded, and no bot runs on them.
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

/** Runs `work` on the bot's database, migrated to this version. */
export const withDatabase = <T>(config: Config, work: (database: Database) => Promise<T>): Promise<T> =>
  withServers(config, async ({ databaseUrl }) => {
    await migrateDatabase(databaseUrl)
    return onDatabase(config, databaseUrl, await loadKeyring(config), work)
  })

/** Opens a database that is migrated already, for `work`. */
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
