import { commandsFault, messageFault } from './check.ts'
import { APPLICATION, BOT, GUILD, messageEvent, READ_HISTORY, VIEW } from './events.ts'
import type { exchanges, Keep, Reply } from './exchanges.ts'
import { type ScheduledEvent, scheduledEventsRoute } from './scheduled-events.ts'
import { type Body, type Component, type DiscordMessage, numbered } from './shapes.ts'

export type FakeDiscordOptions = {
  users: string[]
  channels: {
    id: string
    isPrivate: boolean
    members: string[]
    /** In place of those that follow from `isPrivate` and `members`. */
    overwrites?: { id: string; type: 0 | 1; allow: string; deny: string }[]
    /** A thread's channel. */
    parent?: string
  }[]
  /** Further servers that the bot is in, with who is in them. */
  otherGuilds?: { id: string; users: string[] }[]
  roles?: { id: string; permissions: string; members: string[] }[]
  owner?: string
  /** Whether the bot may list members (Server Members Intent). */
  listsMembers?: boolean
  /** Whether the bot is shown past messages. */
  readsHistory?: boolean
  closedToBots?: string[]
  /** What Discord's clock says, in milliseconds; the machine's where absent. */
  now?: () => number
}

export type World = {
  options: FakeDiscordOptions
  messages: DiscordMessage[]
  commands: Body[]
  events: ScheduledEvent[]
  nextId: () => string
  gatewayUrl: () => string
  directs: Map<string, string>
  directChannel: (user: string) => string
  keep: Keep
  exchanged: ReturnType<typeof exchanges>
}

type Request = { method: string; path: string; body: Body; query: URLSearchParams }

const refused = (status: number, code: number, message: string): Reply => ({
  status,
  body: { code, message },
})
const ok = (body: unknown): Reply => ({ status: 200, body })

/** Discord's REST routes that we use, with their documented errors. */
export const route = (world: World, request: Request): Reply => {
  const { method, path, body } = request
  const { options } = world
  const at = (pattern: RegExp) => pattern.exec(path)
  if (path === '/gateway/bot')
    return ok({
      url: world.gatewayUrl(),
      shards: 1,
      session_start_limit: { total: 1000, remaining: 999, reset_after: 1000, max_concurrency: 1 },
    })
  if (path === '/applications/@me') return ok({ id: APPLICATION, name: 'tsunagi' })
  if (path === '/users/@me') return ok({ id: BOT, username: 'tsunagi', bot: true })
  if (path === '/users/@me/channels') {
    const user = String(body.recipient_id)
    return options.users.includes(user)
      ? ok({ id: world.directChannel(user), type: 1 })
      : refused(400, 10013, 'Unknown User')
  }
  if (at(/^\/applications\/\d+\/commands$/)) return commandsRoute(world, request)
  const single = at(/^\/channels\/(\d+)\/messages\/(\d+)$/)
  if (single) return messageRoute(world, request, single[2] ?? '')
  const pinned = at(/^\/channels\/\d+\/messages\/pins\/(\d+)$/)
  if (pinned) return pinRoute(world, request, pinned[1] ?? '')
  const thread = at(/^\/channels\/\d+\/messages\/(\d+)\/threads$/)
  if (thread) return threadRoute(world, request, thread[1] ?? '')
  const listed = at(/^\/channels\/(\d+)\/messages$/)
  if (listed) return messagesRoute(world, request, listed[1] ?? '')
  const channel = at(/^\/channels\/(\d+)$/)
  if (channel) return channelRoute(options, channel[1] ?? '')
  const events = at(/^\/guilds\/\d+\/scheduled-events(?:\/(\d+))?$/)
  if (events) return scheduledEventsRoute(world.events, request, events[1], world.nextId)
  const guild = at(/^\/guilds\/(\d+)(?:\/members(?:\/(\d+))?)?$/)
  if (guild) return guildRoute(options, path, guild[1] ?? '', guild[2], request.query)
  const callback = at(/^\/interactions\/(\d+)\/[^/]+\/callback$/)
  if (callback) return world.exchanged.callback(callback[1] ?? '', body)
  const after = at(/^\/webhooks\/\d+\/([^/]+)(\/messages\/@original)?$/)
  if (after) return world.exchanged.afterwards(method, after[1] ?? '', after[2] !== undefined, body)
  return refused(404, 0, `no route ${method} ${path}`)
}

/** What Discord answers has its own additions, and none of what is empty. */
const commandsRoute = (world: World, { method, body, query }: Request): Reply => {
  if (method === 'PUT') {
    const commands = body as unknown as Body[]
    const fault = commandsFault(commands)
    if (fault) return refused(400, 50035, fault)
    world.commands = commands.map((command, at) => ({
      type: 1,
      description: '',
      ...command,
      id: `94000000000000000${at}`,
      version: '1',
      nsfw: false,
      default_member_permissions: null,
    }))
  }
  const localised = method === 'PUT' || query.get('with_localizations') === 'true'
  return ok(
    JSON.parse(JSON.stringify(world.commands), (key, value) =>
      dropped(key, value, localised) ? undefined : value,
    ),
  )
}

const dropped = (key: string, value: unknown, localised: boolean): boolean =>
  (!localised && key.endsWith('_localizations')) ||
  value === false ||
  (key !== '' && Array.isArray(value) && value.length === 0)

const messageRoute = (world: World, { method, body }: Request, id: string): Reply => {
  const found = world.messages.find((message) => message.id === id)
  if (!found || method !== 'PATCH') return refused(404, 10008, 'Unknown Message')
  const fault = messageFault(body)
  if (fault) return refused(400, 50035, fault)
  found.components = numbered(body.components as Component[])
  return ok(messageEvent(found))
}

const pinRoute = (world: World, { method }: Request, id: string): Reply => {
  const found = world.messages.find((message) => message.id === id)
  if (!found) return refused(404, 10008, 'Unknown Message')
  found.pinned = method === 'PUT'
  return { status: 204, body: undefined }
}

const threadRoute = (world: World, { body }: Request, id: string): Reply => {
  const found = world.messages.find((message) => message.id === id)
  if (!found) return refused(404, 10008, 'Unknown Message')
  if (found.thread !== undefined)
    return refused(400, 160004, 'A thread has already been created for this message')
  if (typeof body.name !== 'string' || body.name.length < 1 || body.name.length > 100)
    return refused(400, 50035, 'Invalid Form Body')
  found.thread = body.name
  return { status: 201, body: { id } }
}

const messagesRoute = (world: World, { method, body, query }: Request, channel: string): Reply => {
  const { options, directs, messages } = world
  const person = [...directs].find(([, id]) => id === channel)?.[0]
  if (person === undefined && !options.channels.some(({ id }) => id === channel))
    return refused(404, 10003, 'Unknown Channel')
  if (method === 'GET') {
    if (options.readsHistory === false && person === undefined) return ok([])
    const after = BigInt(query.get('after') ?? '0')
    const later = messages.filter(
      (one) => one.channel_id === channel && !one.onlyFor && BigInt(one.id) > after,
    )
    return ok(
      later
        .slice(0, Number(query.get('limit') ?? 50))
        .reverse()
        .map(messageEvent),
    )
  }
  if (person !== undefined && options.closedToBots?.includes(person))
    return refused(403, 50007, 'Cannot send messages to this user')
  const fault = messageFault(body)
  return fault ? refused(400, 50035, fault) : ok(world.keep(channel, body))
}

const channelRoute = (options: FakeDiscordOptions, id: string): Reply => {
  const known = options.channels.find((one) => one.id === id)
  if (!known) return refused(404, 10003, 'Unknown Channel')
  const everyone = { id: GUILD, type: 0, allow: '0', deny: known.isPrivate ? VIEW.toString() : '0' }
  const bot = { id: BOT_ROLE, type: 0, allow: VIEW.toString(), deny: '0' }
  const people = known.members.map((member) => ({ id: member, type: 1, allow: VIEW.toString(), deny: '0' }))
  const parent = known.parent === undefined ? {} : { parent_id: known.parent }
  return ok({
    id,
    guild_id: GUILD,
    type: known.parent === undefined ? 0 : 11,
    permission_overwrites: known.overwrites ?? [everyone, bot, ...people],
    ...parent,
  })
}

const BOT_ROLE = '920000000000000001'

const guildRoute = (
  options: FakeDiscordOptions,
  path: string,
  guild: string,
  user: string | undefined,
  query: URLSearchParams,
): Reply => {
  const users = guild === GUILD ? options.users : options.otherGuilds?.find(({ id }) => id === guild)?.users
  if (!users) return refused(404, 10004, 'Unknown Guild')
  const rolesOf = (id: string) =>
    id === BOT
      ? [BOT_ROLE]
      : (options.roles ?? []).filter(({ members }) => members.includes(id)).map((role) => role.id)
  const member = (id: string) => ({ user: { id, bot: id === BOT }, roles: rolesOf(id) })
  if (user !== undefined)
    return users.includes(user) || user === BOT ? ok(member(user)) : refused(404, 10007, 'Unknown Member')
  if (path.endsWith('/members')) {
    if (options.listsMembers === false) return refused(403, 50001, 'Missing Access')
    const after = BigInt(query.get('after') ?? '0')
    const sorted = [...users, BOT].toSorted((a, b) => (BigInt(a) < BigInt(b) ? -1 : 1))
    return ok(
      sorted
        .filter((id) => BigInt(id) > after)
        .slice(0, Number(query.get('limit') ?? 1))
        .map(member),
    )
  }
  const reading = options.readsHistory === false ? VIEW : VIEW | READ_HISTORY
  return ok({
    id: guild,
    owner_id: options.owner ?? '1',
    roles: [
      { id: guild, permissions: VIEW.toString() },
      { id: BOT_ROLE, permissions: reading.toString() },
      ...(options.roles ?? []).map(({ id, permissions }) => ({ id, permissions })),
    ],
  })
}
