import { type Installations, InstalledApp } from '../bot/slack/installed-app.ts'
import type { Clock } from '../domain/calendar/clock.ts'
import type { Database, Vault } from '../store/engine/database.ts'
import {
  beginInstall,
  dropInstallation,
  installationOf,
  keepInstallation,
  renewInstallation,
  takeInstall,
} from '../store/workspace/installations.ts'

/** As long as Slack's own page may lie open. */
const STATE_MINUTES = 10

/** Slack's installations in the database, sealed. */
export const slackInstallations = (database: Database, clock: Clock): Installations => {
  const within = <T>(work: (vault: Vault) => Promise<T>) => database.inVault(work)
  const at = (workspace: string) => ({ platform: 'slack' as const, workspace })
  const read = (tokens: string | undefined) =>
    tokens === undefined ? undefined : InstalledApp.parse(JSON.parse(tokens))
  return {
    begin: (state) => {
      const now = clock.now()
      return within((vault) => beginInstall(vault, state, now, now.add({ minutes: STATE_MINUTES })))
    },
    take: (state) => within((vault) => takeInstall(vault, state, clock.now())),
    keep: (app) =>
      within((vault) => keepInstallation(vault, at(app.workspace), JSON.stringify(app), clock.now())),
    find: async (workspace) => read(await within((vault) => installationOf(vault, at(workspace)))),
    renew: async (workspace, make) => {
      const renew = async (tokens: string) => {
        const made = await make(InstalledApp.parse(JSON.parse(tokens)))
        return made && JSON.stringify(made)
      }
      return read(await within((vault) => renewInstallation(vault, at(workspace), renew)))
    },
    drop: (workspace, leftAt) => within((vault) => dropInstallation(vault, at(workspace), leftAt)),
  }
}
