import type { CommandView } from '../port.ts'
import { cut } from './limits.ts'
import { WORDS } from './words.ts'

/** Where Slack sends people back to who allowed the app. */
export const REDIRECT_PATH = '/slack/oauth_redirect'

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

/** Slack's own slash commands: one of them in a manifest, and Slack refuses all of it. */
const RESERVED: ReadonlySet<string> = new Set([
  'away',
  'collapse',
  'dnd',
  'expand',
  'feed',
  'join',
  'leave',
  'me',
  'msg',
  'mute',
  'open',
  'pro',
  'remind',
  'search',
  'shortcuts',
  'shrug',
  'status',
  'topic',
  'who',
])

/** And for its shortcuts. */
const SHORTCUTS_MOST = 10
const SHORTCUT_NAME = 24
const SHORTCUT_DESCRIPTION = 150

/** What Slack tells of by itself. */
const EVENTS = ['app_home_opened', 'app_uninstalled', 'tokens_revoked']

type Manifest = {
  display_information: { name: string; description: string }
  features: {
    app_home: Record<string, boolean>
    bot_user: { display_name: string; always_online: boolean }
    slash_commands: SlashCommand[]
    shortcuts: Shortcut[]
  }
  oauth_config: { scopes: { bot: string[] }; redirect_urls?: string[] }
  settings: Record<string, unknown>
}
type SlashCommand = {
  command: string
  description: string
  usage_hint: string
  should_escape: boolean
  url?: string
}

type Shortcut = { type: 'global' | 'message'; name: string; callback_id: string; description: string }

/** Where Slack reaches the bot. */
export type Addresses = {
  /** Over HTTP, e.g. `https://tsunagi.example.jp/slack/events`; without it the app uses Socket Mode. */
  requestUrl?: string | undefined
  /** Where any number of workspaces take the app in, e.g. `https://tsunagi.example.jp`. */
  publicUrl?: string | undefined
}

/**
 * The app manifest, from the command declarations: one slash command a noun, and the shortcuts. Throws when
 * the declarations ask for more than Slack allows.
 */
export const slackManifest = (
  commands: readonly CommandView[],
  { requestUrl, publicUrl }: Addresses = {},
): Manifest => {
  return {
    display_information: { name: WORDS.appName, description: WORDS.appDescription },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: 'tsunagi', always_online: true },
      slash_commands: slashCommands(commands, requestUrl),
      shortcuts: shortcuts(commands),
    },
    oauth_config: {
      scopes: { bot: [...SCOPES] },
      redirect_urls: publicUrl === undefined ? undefined : [`${publicUrl}${REDIRECT_PATH}`],
    },
    settings: {
      event_subscriptions: { request_url: requestUrl, bot_events: [...EVENTS] },
      interactivity: { is_enabled: true, request_url: requestUrl },
      org_deploy_enabled: false,
      socket_mode_enabled: requestUrl === undefined,
      token_rotation_enabled: publicUrl !== undefined,
    },
  }
}

const slashCommands = (commands: readonly CommandView[], requestUrl: string | undefined): SlashCommand[] => {
  const nouns = [...Map.groupBy(commands, ({ noun }) => noun.en)]
  if (nouns.length > COMMANDS_MOST)
    throw new Error(`Slack takes ${COMMANDS_MOST} slash commands, not ${nouns.length}: join some nouns`)
  const long = nouns.find(([noun]) => noun.length >= COMMAND)
  if (long) throw new Error(`/${long[0]} is too long for Slack: shorten it to under ${COMMAND} letters`)
  const reserved = nouns.find(([noun]) => RESERVED.has(noun))
  if (reserved)
    throw new Error(
      `/${reserved[0]} is Slack's own command, and Slack refuses a manifest with it: give the noun another English word`,
    )
  return nouns.map(([noun, verbs]) => ({
    command: `/${noun}`,
    description: cut(
      `${verbs[0]?.noun.ja ?? noun}: ${verbs.map(({ verb }) => verb.ja).join('・')}`,
      DESCRIPTION,
    ),
    usage_hint: cut(verbs.map(({ verb }) => `${verb.en}（${verb.ja}）`).join(' | '), USAGE_HINT),
    should_escape: false,
    url: requestUrl,
  }))
}

const shortcuts = (commands: readonly CommandView[]): Shortcut[] => {
  const all = commands.flatMap(({ id, description, shortcutNames = {} }) =>
    (['global', 'message'] as const).flatMap((type) => {
      const name = shortcutNames[type]?.ja
      if (name === undefined) return []
      if (name.length > SHORTCUT_NAME)
        throw new Error(`${id}: 「${name}」 is too long for Slack: shorten it to ${SHORTCUT_NAME} characters`)
      return [{ type, name, callback_id: id, description: cut(description.ja, SHORTCUT_DESCRIPTION) }]
    }),
  )
  if (all.length > SHORTCUTS_MOST)
    throw new Error(`Slack takes ${SHORTCUTS_MOST} shortcuts, not ${all.length}: leave some out`)
  return all
}
