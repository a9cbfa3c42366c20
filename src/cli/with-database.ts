import { pino } from 'pino'
import type { Config } from '../config.ts'
import { claimFolder } from '../embedded/claim-folder.ts'
import { startServers } from '../embedded/servers.ts'
import { loadKeyring } from '../key-file.ts'
import { type Database, openDatabase } from '../store/database.ts'
import { migrateDatabase } from '../store/migrate.ts'

/**
 * Works on the database that the bot uses: beside a running bot, or with the servers brought up for as long as the
 * work takes.
 */
export const withDatabase = async <T>(
  config: Config,
  work: (database: Database) => Promise<T>,
): Promise<T> => {
  const servers = await startServers(config)
  const claim = servers.embedded ? await claimFolder(servers.databaseUrl, config.dataDir) : undefined
  const log = pino({ level: config.logLevel })
  try {
    await migrateDatabase(servers.databaseUrl)
    const keyring = await loadKeyring(config.dataDir, config.keys)
    const database = openDatabase(servers.databaseUrl, keyring, (error) => log.error({ error }, 'database'))
    try {
      return await work(database)
    } finally {
      await database.close()
    }
  } finally {
    if (claim?.ok) {
      await claim.release()
      await servers.stop()
    }
  }
}
