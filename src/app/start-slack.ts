import type { SlackOptions, SlackStarted } from '../bot/slack/start.ts'
import type { Database } from '../store/engine/database.ts'
import type { Config } from './config.ts'
import { slackInstallations } from './slack-installations.ts'
import { systemClock } from './system-clock.ts'

/** What every platform is given, and what is to be done when the app is removed from a workspace. */
type Common = Pick<SlackOptions, 'dispatch' | 'commands' | 'receives' | 'log' | 'onLeft' | 'signal'>

/** Slack as it is configured: one workspace by its token, or every workspace that takes the app in. */
export const startConfiguredSlack = async (
  slack: NonNullable<Config['slack']>,
  publicUrl: string,
  database: Database,
  common: Common,
): Promise<SlackStarted> => {
  const { startSlack } = await import('../bot/slack/start.ts')
  const { apiUrl, receiver } = slack
  const installations = slackInstallations(database, systemClock)
  const access =
    'botToken' in slack ? { botToken: slack.botToken } : { oauth: { ...slack.app, publicUrl, installations } }
  return startSlack({
    ...access,
    apiUrl,
    receiver,
    clock: systemClock,
    ...common,
  })
}
