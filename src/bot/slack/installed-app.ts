import { z } from 'zod'

/** What is kept of a workspace that took the app in. */
export const InstalledApp = z.object({
  workspace: z.string(),
  name: z.string().optional(),
  botToken: z.string(),
  botId: z.string(),
  botUserId: z.string(),
  /** Where the app's tokens are changed every twelve hours; `expiresAt` in seconds since 1970. */
  rotation: z.object({ refreshToken: z.string(), expiresAt: z.int() }).optional(),
})
export type InstalledApp = z.output<typeof InstalledApp>

/** Where installations are kept. */
export type Installations = {
  /** Remembers an installation that was begun in somebody's browser. */
  begin(state: string): Promise<void>
  /** True once for a state that was begun, and in time. */
  take(state: string): Promise<boolean>
  keep(app: InstalledApp): Promise<void>
  find(workspace: string): Promise<InstalledApp | undefined>
  /** Stores what `make` gives, one at a time for each workspace; undefined leaves it as it is. Gives what holds then. */
  renew(
    workspace: string,
    make: (app: InstalledApp) => Promise<InstalledApp | undefined>,
  ): Promise<InstalledApp | undefined>
  /** Its tokens are gone. False when it came back after `leftAt`, and stays. */
  drop(workspace: string, leftAt: Temporal.Instant): Promise<boolean>
}
