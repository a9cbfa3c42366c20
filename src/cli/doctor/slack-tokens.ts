import type { Config } from '../../app/config.ts'
import { slackInstallations } from '../../app/slack-installations.ts'
import type { Clock } from '../../domain/calendar/clock.ts'
import type { Region } from '../../domain/region/region.ts'
import type { Database } from '../../store/engine/database.ts'

/** A token and the workspaces it is for: one where the app was installed, or all (undefined) for the one in .env. */
export type SlackToken = { botToken: string; workspaces?: string[] }

/** The token of .env, or those of the regions' workspaces that installed the app. */
export const slackTokens = async (
  slack: NonNullable<Config['slack']>,
  database: Database,
  regions: readonly Region[],
  clock: Clock,
): Promise<SlackToken[]> => {
  if ('botToken' in slack) return [{ botToken: slack.botToken }]
  const installed = slackInstallations(database, clock)
  const named = regions.flatMap(({ workspaces }) => workspaces.filter(({ platform }) => platform === 'slack'))
  const found = await Promise.all(named.map(({ id }) => installed.find(id)))
  return found.flatMap((app) => (app ? [{ botToken: app.botToken, workspaces: [app.workspace] }] : []))
}
