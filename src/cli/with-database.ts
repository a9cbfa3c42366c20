import type { Config } from '../app/config.ts'
import { type Servers, startServers } from '../app/embedded/servers.ts'
import { loadKeyring } from '../app/key-file.ts'
import { isPracticeAlone, openPracticeStore, practiceUrlOf } from '../app/practice-store.ts'
import { makeLog } from '../observability/log.ts'
import { type Database, openDatabase } from '../store/engine/database.ts'
import { databaseExists, holdsRegion } from '../store/engine/databases.ts'
import type { Keyring } from '../store/engine/encryption.ts'
import { migrateDatabase } from '../store/engine/migrate.ts'

/**
 * The store that a command without `--practice` speaks of. `either`: the real one, or the one of practice as long as
 * practice alone runs and no real region is stored. `look`: the same, and a store is never made by it.
 */
export type Store = 'real' | 'either' | 'look'

/** The servers, with the database of the store that is spoken of. */
export type StoreServers = Servers & { isPractice: boolean }

/**
 * Runs `work` on the bot's servers: those of a running bot, or embedded ones started for as long as the work takes.
 * `alone`: the servers are embedded, and no bot runs on them.
 */
export const withServers = async <T>(
  config: Config,
  work: (servers: StoreServers, alone: boolean) => Promise<T>,
  store: Store = 'real',
): Promise<T> => {
  const servers = await startServers(config)
  try {
    const spoken = { ...servers, ...(await storeOf(config, servers, store)) }
    return await work(spoken, servers.embedded && servers.claim?.ok === true)
  } finally {
    await servers.stop()
  }
}

const storeOf = async (
  config: Config,
  servers: Servers,
  store: Store,
): Promise<Pick<StoreServers, 'databaseUrl' | 'isPractice'>> => {
  const practice = { databaseUrl: practiceUrlOf(servers, config), isPractice: true }
  const real = { databaseUrl: servers.databaseUrl, isPractice: false }
  if (config.meansPractice) {
    if (store !== 'look') await openPracticeStore(servers, config, await loadKeyring(config))
    return practice
  }
  if (store === 'real' || !isPracticeAlone(config)) return real
  const isReal = await holdsRegion(real.databaseUrl).catch((error: unknown) => {
    // A database that is away is what `look` is there to tell.
    if (store === 'look') return true
    throw error
  })
  if (isReal) return real
  return (await databaseExists(practice.databaseUrl)) ? practice : real
}

/** Runs `work` on the bot's database, migrated to this version. */
export const withDatabase = <T>(
  config: Config,
  work: (database: Database) => Promise<T>,
  store: Store = 'real',
): Promise<T> =>
  withServers(
    config,
    async ({ databaseUrl }) => {
      await migrateDatabase(databaseUrl)
      return onDatabase(config, databaseUrl, await loadKeyring(config), work)
    },
    store,
  )

/** Runs `work` with the addresses of every store that there is, migrated: the same keys seal the texts of all. */
export const withStores = <T>(config: Config, work: (urls: readonly string[]) => Promise<T>): Promise<T> =>
  withServers(config, async (servers) => {
    const practice = practiceUrlOf(servers, config)
    const urls = [servers.databaseUrl, ...((await databaseExists(practice)) ? [practice] : [])]
    for (const url of urls) await migrateDatabase(url)
    return work(urls)
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
