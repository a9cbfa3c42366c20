import type { Assembly } from './assemble.ts'
import type { SlackStarted } from './bot/slack/start.ts'
import { systemClock } from './clock.ts'
import type { Config } from './config.ts'
import { slackInstallations } from './slack-installations.ts'

/** Slack as it is configured: one workspace by its token, or every workspace that takes the app in. */
export const startConfiguredSlack = async (
  { publicUrl }: Config,
  slack: NonNullable<Config['slack']>,
  { database, dispatch, registry, log }: Assembly,
  receives: boolean,
  onLeft?: (workspace: string) => Promise<void>,
): Promise<SlackStarted> => {
  const { startSlack } = await import('./bot/slack/start.ts')
  const { apiUrl, receiver } = slack
  const installations = slackInstallations(database, systemClock)
  const access =
    'botToken' in slack ? { botToken: slack.botToken } : { oauth: { ...slack.app, publicUrl, installations } }
  return startSlack({
    ...access,
    ...(apiUrl === undefined ? {} : { apiUrl }),
    receiver,
    receives,
    dispatch,
    commands: registry.views,
    clock: systemClock,
    log,
    ...(onLeft === undefined ? {} : { onLeft }),
  })
}
