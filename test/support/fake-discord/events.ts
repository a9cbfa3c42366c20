import type { Body, DiscordMessage } from './shapes.ts'

export const BOT = '900000000000000001'
export const APPLICATION = '900000000000000002'
export const GUILD = '910000000000000001'
export const VIEW = 1n << 10n
export const READ_HISTORY = 1n << 16n

const person = (id: string) => ({
  id,
  username: `u${id}`,
  discriminator: '0',
  global_name: null,
  avatar: null,
})

export const readyEvent = (gateway: string, guilds: readonly string[]): Body => ({
  v: 10,
  user: { ...person(BOT), username: 'tsunagi', bot: true },
  guilds: guilds.map((id) => ({ id, unavailable: true })),
  session_id: 'session',
  resume_gateway_url: gateway,
  application: { id: APPLICATION, flags: 0 },
})

export const guildEvent = (id: string, channels: readonly Body[]): Body => ({
  id,
  name: 'guild',
  roles: [
    {
      id,
      name: '@everyone',
      permissions: VIEW.toString(),
      position: 0,
      color: 0,
      hoist: false,
      managed: false,
      mentionable: false,
    },
  ],
  channels,
  members: [],
  emojis: [],
  stickers: [],
  threads: [],
  presences: [],
  voice_states: [],
  stage_instances: [],
  guild_scheduled_events: [],
  features: [],
  owner_id: '1',
  preferred_locale: 'ja',
})

export type Act = {
  /** 2 a slash command, 3 a component, 4 autocompletion, 5 a submitted modal. */
  type: 2 | 3 | 4 | 5
  user: string
  channel: string
  data: Body
  /** In the bot's direct messages: no guild, no member. */
  direct?: boolean
  guild?: string
  /** The message that was acted on, or from which the modal was opened. */
  message?: DiscordMessage | undefined
  locale?: string
}

/** An interaction as the gateway sends it. */
export const interactionEvent = (id: string, act: Act): Body => {
  const { type, user, channel, data, direct, message, locale = 'ja', guild = GUILD } = act
  const member = {
    user: person(user),
    roles: [],
    permissions: '0',
    joined_at: '2026-01-01T00:00:00Z',
    deaf: false,
    mute: false,
    flags: 0,
  }
  const where = direct
    ? { user: person(user), channel: { id: channel, type: 1 } }
    : { guild_id: guild, member, channel: { id: channel, type: 0, guild_id: guild, permissions: '0' } }
  return {
    id,
    application_id: APPLICATION,
    type,
    token: `token-${id}`,
    version: 1,
    channel_id: channel,
    ...where,
    app_permissions: '0',
    locale,
    guild_locale: 'ja',
    entitlements: [],
    authorizing_integration_owners: {},
    context: direct ? 1 : 0,
    attachment_size_limit: 10_000_000,
    data,
    ...(message ? { message: messageEvent(message) } : {}),
  }
}

/** A message as Discord gives it back: the nonce is forgotten. */
export const messageEvent = ({ nonce: _, onlyFor: __, author, ...message }: DiscordMessage): Body => ({
  ...message,
  author: person(author.id),
  type: 0,
  timestamp: '2026-01-01T00:00:00Z',
  edited_timestamp: null,
  tts: false,
  mention_everyone: false,
  mentions: [],
  mention_roles: [],
  attachments: [],
  embeds: [],
  pinned: false,
})
