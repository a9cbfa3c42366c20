import { openDatabase } from '../store/engine/database.ts'
import {
  databaseBeside,
  databaseExists,
  holdsRegion,
  makeDatabase,
  moveDatabase,
} from '../store/engine/databases.ts'
import type { Keyring } from '../store/engine/encryption.ts'
import { migrateDatabase } from '../store/engine/migrate.ts'
import { isPractised } from '../store/practice/practised.ts'
import { regionIds } from '../store/region/regions.ts'
import { hasInstallations } from '../store/workspace/installations.ts'
import type { Config } from './config.ts'
import { ServerFault } from './embedded/server-fault.ts'
import type { Servers } from './embedded/servers.ts'

/** The database of practice: the one that is given, else the one beside the real store's. */
export const practiceUrlOf = (
  { databaseUrl }: Pick<Servers, 'databaseUrl'>,
  { practiceDatabaseUrl }: Pick<Config, 'practiceDatabaseUrl'>,
): string => practiceDatabaseUrl ?? databaseBeside(databaseUrl, '_practice')

/** Whether practice alone runs here: it is on, and no external platform is configured. */
export const isPracticeAlone = ({ practice, platforms }: Pick<Config, 'practice' | 'platforms'>): boolean =>
  practice && platforms.length === 0

/** Makes the store of practice where it is missing. Returns its address; what is there is not migrated yet. */
export const openPracticeStore = async (
  servers: Servers,
  config: Config,
  keyring: Keyring,
): Promise<string> => {
  const url = practiceUrlOf(servers, config)
  await adopt(servers, config, url, keyring)
  if (config.practiceDatabaseUrl === undefined && !(await makeDatabase(url, servers.databaseUrl)))
    throw new ServerFault('no-practice', '')
  return url
}

/**
 * Moves what an installation of before practised with, in the one store that there was, into the store of practice. Only
 * in a data folder of our own where practice alone runs, and only what was never of a real workspace: all else stays real.
 */
const adopt = async (
  { databaseUrl, embedded }: Servers,
  config: Config,
  url: string,
  keyring: Keyring,
): Promise<void> => {
  if (!embedded || !isPracticeAlone(config) || config.practiceDatabaseUrl !== undefined) return
  if ((await databaseExists(url)) || !(await holdsRegion(databaseUrl))) return
  await migrateDatabase(databaseUrl)
  const database = openDatabase(databaseUrl, keyring, () => undefined)
  let isPractice: boolean
  try {
    const ids = await database.atGate(regionIds)
    const practised = await Promise.all(ids.map((id) => database.inRegion(id, isPractised)))
    isPractice = practised.every(Boolean) && !(await database.inVault(hasInstallations))
  } finally {
    await database.close()
  }
  if (isPractice) await moveDatabase(databaseUrl, url)
}
