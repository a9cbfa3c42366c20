import { z } from 'zod'
import type { Installations } from '../adapter.ts'

/** What is kept of a workspace that took the app in. */
const InstalledApp = z.object({
  workspace: z.string(),
  name: z.string().optional(),
  botToken: z.string(),
  botId: z.string(),
  botUserId: z.string(),
  /** Where the app's tokens are changed every twelve hours; `expiresAt` in seconds since 1970. */
  rotation: z.object({ refreshToken: z.string(), expiresAt: z.int() }).optional(),
})
export type InstalledApp = z.output<typeof InstalledApp>

/** Where the apps are kept that workspaces took in. */
export type InstalledApps = Pick<Installations, 'take' | 'drop'> & {
  keep(app: InstalledApp): Promise<void>
  find(workspace: string): Promise<InstalledApp | undefined>
  /**
   * Reads, makes and stores under a lock for each workspace; undefined leaves it as it is. Returns what is stored then.
   */
  renew(
    workspace: string,
    make: (app: InstalledApp) => Promise<InstalledApp | undefined>,
  ): Promise<InstalledApp | undefined>
}

export const readInstalledApp = (secrets: string | undefined): InstalledApp | undefined =>
  secrets === undefined ? undefined : InstalledApp.parse(JSON.parse(secrets))

export const installedApps = (installations: Installations): InstalledApps => ({
  ...installations,
  keep: (app) => installations.keep(app.workspace, JSON.stringify(app)),
  find: async (workspace) => readInstalledApp(await installations.find(workspace)),
  renew: async (workspace, make) => {
    const renewed = await installations.renew(workspace, async (secrets) => {
      const made = await make(InstalledApp.parse(JSON.parse(secrets)))
      return made && JSON.stringify(made)
    })
    return readInstalledApp(renewed)
  },
})
