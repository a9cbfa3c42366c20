import type { Body } from './shapes.ts'

/** Slack's own slash commands: an app's manifest with one of them is refused as a whole. */
const RESERVED = new Set(
  'me status away dnd shrug remind msg feed who collapse expand leave join open search topic mute pro shortcuts'.split(
    ' ',
  ),
)

type Refused = { message: string; pointer: string }
type Slash = { command: string; description: string; usage_hint?: string; url?: string }
type Shortcut = { name: string; description: string }
type Manifest = {
  display_information: { name: string; description?: string }
  features: { slash_commands?: Slash[]; shortcuts?: Shortcut[] }
  oauth_config: { scopes: { bot: string[] } }
  settings: {
    socket_mode_enabled: boolean
    event_subscriptions: { request_url?: string }
    interactivity: { request_url?: string }
  }
}

const isTaken = ({ command, description, usage_hint = '' }: Slash): boolean =>
  /^\/[a-z0-9_-]{1,31}$/.test(command) && description.length <= 2_000 && usage_hint.length <= 1_000

/** Why Slack would not take an app's manifest: `errors` as `apps.manifest.validate` gives them, none where it would. */
export const manifestFaults = (given: Body): Refused[] => {
  const { display_information: shown, features, oauth_config, settings } = given as unknown as Manifest
  const { slash_commands: slash = [], shortcuts = [] } = features
  const names = slash.map(({ command }) => command.slice(1))
  const reached = (url: string | undefined) => settings.socket_mode_enabled || url !== undefined
  const faults: [boolean, string, string][] = [
    [shown.name.length > 35, 'name is too long', '/display_information/name'],
    [(shown.description ?? '').length > 140, 'description is too long', '/display_information/description'],
    [slash.length > 50, 'too many slash commands', '/features/slash_commands'],
    [new Set(names).size < names.length, 'a slash command is there twice', '/features/slash_commands'],
    [
      !slash.every(isTaken) || names.some((name) => RESERVED.has(name)),
      'the slash command has an invalid name',
      '/features/slash_commands',
    ],
    [
      slash.length > 0 && !oauth_config.scopes.bot.includes('commands'),
      'Slash Commands requires `commands` bot scope',
      '/oauth_config/scopes/bot',
    ],
    [
      shortcuts.length > 10 ||
        shortcuts.some(({ name, description }) => name.length > 24 || description.length > 150),
      'invalid shortcuts',
      '/features/shortcuts',
    ],
    [
      !reached(settings.event_subscriptions.request_url),
      'Event Subscription requires either Request URL or Socket Mode Enabled',
      '/settings/event_subscriptions',
    ],
    [
      !reached(settings.interactivity.request_url),
      'Interactivity requires a Request URL',
      '/settings/interactivity',
    ],
    [!slash.every(({ url }) => reached(url)), 'a slash command requires a URL', '/features/slash_commands'],
  ]
  return faults.flatMap(([refused, message, pointer]) => (refused ? [{ message, pointer }] : []))
}
