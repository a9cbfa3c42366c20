import type { Installations } from '../bot/adapter.ts'
import type { Clock } from '../domain/calendar/clock.ts'
import type { ExternalPlatform } from '../domain/workspace/platforms.ts'
import type { Database, Vault } from '../store/engine/database.ts'
import {
  beginInstall,
  dropInstallation,
  installationOf,
  keepInstallation,
  renewInstallation,
  takeInstall,
} from '../store/workspace/installations.ts'

/** Time to live of an OAuth state: as long as a platform's own page may stay open. */
const STATE_MINUTES = 10

/** Stores a platform's installations in the database, sealed. */
export const installationsOf = (
  platform: ExternalPlatform,
  database: Database,
  clock: Clock,
): Installations => {
  const inVault = <T>(work: (vault: Vault) => Promise<T>) => database.inVault(work)
  const at = (workspace: string) => ({ platform, workspace })
  return {
    begin: (state) => {
      const now = clock.now()
      return inVault((vault) => beginInstall(vault, state, now, now.add({ minutes: STATE_MINUTES })))
    },
    take: (state) => inVault((vault) => takeInstall(vault, state, clock.now())),
    keep: (workspace, secrets) =>
      inVault((vault) => keepInstallation(vault, at(workspace), secrets, clock.now())),
    find: (workspace) => inVault((vault) => installationOf(vault, at(workspace))),
    renew: (workspace, make) => inVault((vault) => renewInstallation(vault, at(workspace), make)),
    drop: (workspace, leftAt) => inVault((vault) => dropInstallation(vault, at(workspace), leftAt)),
  }
}
