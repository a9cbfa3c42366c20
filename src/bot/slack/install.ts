import type { CommandView } from '../port.ts'
import { cut } from './limits.ts'
import { WORDS } from './words.ts'

/** What the bot may do in a workspace. docs/slack.md says why, scope by scope. */
export const SCOPES = [
  'commands',
  'chat:write',
  'im:write',
  'im:read',
  'im:history',
  'channels:history',
  'groups:history',
  'channels:read',
  'groups:read',
  'users:read',
  'files:write',
  'pins:write',
]

/** Slack's limits for an app's slash commands. */
const COMMANDS_MOST = 50
const COMMAND = 32
const DESCRIPTION = 2_000
const USAGE_HINT = 1_000

type Manifest = {
  display_information: { name: string; description: string }
  features: {
    app_home: Record<string, boolean>
    bot_user: { display_name: string; always_online: boolean }
    slash_commands: SlashCommand[]
  }
  oauth_config: { scopes: { bot: string[] } }
  settings: Record<string, unknown>
}
type SlashCommand = {
  command: string
  description: string
  usage_hint: string
  should_escape: boolean
  url?: string
}

/**
 * The app manifest, from the command declarations: one slash command a noun. `requestUrl` is where Slack reaches the
 * bot over HTTP, e.g. `https://tsunagi.example.jp/slack/events`; without it the app uses Socket Mode. Throws when the
 * declarations ask for more than Slack allows.
 */
export const slackManifest = (commands: readonly CommandView[], requestUrl?: string): Manifest => {
  const url = requestUrl === undefined ? {} : { request_url: requestUrl }
  return {
    display_information: { name: WORDS.appName, description: WORDS.appDescription },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: 'tsunagi', always_online: true },
      slash_commands: slashCommands(commands, requestUrl),
    },
    oauth_config: { scopes: { bot: [...SCOPES] } },
    settings: {
      event_subscriptions: { ...url, bot_events: ['app_home_opened'] },
      interactivity: { is_enabled: true, ...url },
      org_deploy_enabled: false,
      socket_mode_enabled: requestUrl === undefined,
      token_rotation_enabled: false,
    },
  }
}

const slashCommands = (commands: readonly CommandView[], requestUrl: string | undefined): SlashCommand[] => {
  const nouns = [...Map.groupBy(commands, ({ noun }) => noun.en)]
  if (nouns.length > COMMANDS_MOST)
    throw new Error(`Slack takes ${COMMANDS_MOST} slash commands, not ${nouns.length}: join some nouns`)
  const long = nouns.find(([noun]) => noun.length >= COMMAND)
  if (long) throw new Error(`/${long[0]} is too long for Slack: shorten it to under ${COMMAND} letters`)
  return nouns.map(([noun, verbs]) => ({
    command: `/${noun}`,
    description: cut(
      `${verbs[0]?.noun.ja ?? noun}: ${verbs.map(({ verb }) => verb.ja).join('・')}`,
      DESCRIPTION,
    ),
    usage_hint: cut(verbs.map(({ verb }) => `${verb.en}（${verb.ja}）`).join(' | '), USAGE_HINT),
    should_escape: false,
    ...(requestUrl === undefined ? {} : { url: requestUrl }),
  }))
}
