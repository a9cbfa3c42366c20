import type { Installations } from '../bot/adapter.ts'
import type { Clock } from '../domain/calendar/clock.ts'
import type { ExternalPlatform } from '../domain/workspace/platforms.ts'
import type { Database, Vault } from '../store/engine/database.ts'
import {
  dropInstallation,
  installationOf,
  keepInstallation,
  renewInstallation,
  takeInstall,
} from '../store/workspace/installations.ts'

/** Stores a platform's installations in the database, sealed. */
export const installationsOf = (
  platform: ExternalPlatform,
  database: Database,
  clock: Clock,
): Installations => {
  const inVault = <T>(work: (vault: Vault) => Promise<T>) => database.inVault(work)
  const at = (workspace: string) => ({ platform, workspace })
  return {
    take: (state, expiresAt) => inVault((vault) => takeInstall(vault, state, clock.now(), expiresAt)),
    keep: (workspace, secrets) =>
      inVault((vault) => keepInstallation(vault, at(workspace), secrets, clock.now())),
    find: (workspace) => inVault((vault) => installationOf(vault, at(workspace))),
    renew: (workspace, make) => inVault((vault) => renewInstallation(vault, at(workspace), make)),
    drop: (workspace, leftAt) => inVault((vault) => dropInstallation(vault, at(workspace), leftAt)),
  }
}
