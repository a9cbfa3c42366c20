import { Client, type ClientOptions, Events, GatewayIntentBits, Options, Routes } from 'discord.js'
import type { Logger } from 'pino'
import { z } from 'zod'
import type { CommandView, Dispatch, Failure, Platform } from '../port.ts'
import { within } from './answer.ts'
import { type Calls, restCalls } from './calls.ts'
import { channelGuilds } from './channel-guild.ts'
import { detailOf, isTooLate, loggable } from './errors.ts'
import { passOverOddEvents } from './ignore-unreadable-events.ts'
import { registerCommands } from './install.ts'
import { openForms } from './open-forms.ts'
import { personGuilds } from './person-guild.ts'
import { receive } from './receive.ts'
import { discordPlatform } from './send.ts'
import { wordsIn } from './words.ts'

export type DiscordOptions = {
  token: string
  /** Without a version, e.g. `https://discord.com/api`, which is the default. */
  apiUrl?: string
  /** False: only sends, over REST. The gateway's session, the commands and what people do are another process's. */
  receives: boolean
  /** The gateway's shards that this process holds, of how many; all of them where absent. */
  shards?: { ids: number[]; count: number }
  dispatch: Dispatch
  commands: readonly CommandView[]
  log: Logger
  /** The bot was taken out of a server. An outage of Discord's is none. */
  onLeft?: (workspace: string) => Promise<void>
  /** How long an answer may take before Discord is told to wait. */
  patienceMs?: number
  /** How long one call of the REST API may take. */
  timeoutMs?: number
  /** How long the gateway may take at start. */
  readyWithinMs?: number
  /** How long an unfinished form is kept. */
  keepFormsMs?: number
}

export type DiscordStarted = { ok: true; platform: Platform } | { ok: false; reason: string }

/** Discord waits 3 s for a first answer. */
const PATIENCE_MS = 2_000
const TIMEOUT_MS = 10_000
const READY_WITHIN_MS = 30_000
/** The time an interaction lives. */
const KEEP_FORMS_MS = 15 * 60_000
const FORMS_MOST = 500
const GUILDS_WITHIN_MS = 5_000

const Identity = z.object({ id: z.string() })

/** Connects to Discord. A token that does not work, or a Discord that does not answer, is a reason in one line. */
export const startDiscord = async (options: DiscordOptions): Promise<DiscordStarted> => {
  const { token, apiUrl } = options
  const words = wordsIn('ja').start
  const timeoutMs = options.timeoutMs ?? TIMEOUT_MS
  const calls = restCalls({ token, apiUrl, timeoutMs })
  const identity = await calls.get(Routes.user())
  if (!identity.ok) return { ok: false, reason: reasonOf(identity) }
  const bot = Identity.safeParse(identity.answer).data?.id
  if (bot === undefined) return { ok: false, reason: words.unreachable('no bot') }
  const found = options.receives ? await onGateway(calls, options, timeoutMs) : ONLY_SENDS
  if (!found.ok) return found
  const guildOfChannel = channelGuilds(calls, found.guildOfChannel)
  return { ok: true, platform: discordPlatform({ calls, bot, guildOfChannel, stop: found.stop }) }
}

type Gateway =
  | { ok: true; guildOfChannel: (channel: string) => string | undefined; stop: () => Promise<void> }
  | { ok: false; reason: string }

const ONLY_SENDS: Gateway = { ok: true, guildOfChannel: () => undefined, stop: async () => {} }

/** Logs in, so that what people do arrives here, and registers the commands. */
const onGateway = async (calls: Calls, options: DiscordOptions, timeoutMs: number): Promise<Gateway> => {
  const { token, commands, log } = options
  const client = makeClient(options, timeoutMs)
  const stop = receiving(client, calls, options)
  const connected = await connect(client, token, options.readyWithinMs ?? READY_WITHIN_MS)
  if (!connected.ok) {
    await stop()
    return { ok: false, reason: wordsIn('ja').start.notReady(connected.detail) }
  }
  const registered = await registerCommands(calls, connected.application, commands)
  if (!registered.ok) log.error({ failure: registered }, 'discord: commands could not be registered')
  const guildOfChannel = (id: string) => {
    const channel = client.channels.cache.get(id)
    return channel && 'guildId' in channel ? channel.guildId : undefined
  }
  return { ok: true, guildOfChannel, stop }
}

const reasonOf = (failure: Failure): string => {
  const words = wordsIn('ja').start
  const bad = failure.failure === 'refused' && failure.reason === 'not-connected'
  return bad ? words.badToken : words.unreachable(detailOf(failure))
}

/** Hears of guilds and interactions only; keeps no messages. Every error event is heard, so that none ends the process. */
const makeClient = ({ apiUrl, shards, log }: DiscordOptions, timeoutMs: number): Client => {
  const rest: ClientOptions['rest'] = {
    retries: 0,
    timeout: timeoutMs,
    ...(apiUrl === undefined ? {} : { api: apiUrl.replace(/\/+$/, '') }),
  }
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    ...(shards ? { shards: shards.ids, shardCount: shards.count } : {}),
    allowedMentions: { parse: [] },
    makeCache: Options.cacheWithLimits({ ...Options.DefaultMakeCacheSettings, MessageManager: 0 }),
    waitGuildTimeout: GUILDS_WITHIN_MS,
    rest,
  })
  client.on(Events.Error, (error) => log.error(loggable(error), 'discord: the client failed'))
  client.on(Events.ShardError, (error) => log.warn(loggable(error), 'discord: the gateway failed'))
  client.on(Events.ShardDisconnect, ({ code }) =>
    log.error(
      { code },
      'discord: the gateway is closed for good; start again after mending the token or intents',
    ),
  )
  passOverOddEvents(client, log)
  client.on(Events.Invalidated, () => log.error('discord: the session was made invalid'))
  return client
}

type Connected = { ok: true; application: string } | { ok: false; detail: string }

const connect = async (client: Client, token: string, readyWithinMs: number): Promise<Connected> => {
  const ready = new Promise<Connected>((resolve) => {
    client.once(Events.ClientReady, ({ application }) => resolve({ ok: true, application: application.id }))
    client.once(Events.ShardDisconnect, ({ code }) => resolve({ ok: false, detail: `gateway ${code}` }))
  })
  const login = client.login(token).then(
    () => ready,
    (error: unknown): Connected => ({
      ok: false,
      detail: error instanceof Error ? error.message : String(error),
    }),
  )
  const connected = await within(readyWithinMs, Promise.race([ready, login]))
  return connected ?? { ok: false, detail: `${readyWithinMs / 1_000} s` }
}

/** Answers `stop`: takes nothing new, lets what is under way answer, and closes. */
const receiving = (client: Client, calls: Calls, options: DiscordOptions): (() => Promise<void>) => {
  const { dispatch, commands, log } = options
  const keepMs = options.keepFormsMs ?? KEEP_FORMS_MS
  const forms = openForms(keepMs, FORMS_MOST)
  const people = personGuilds(calls, () => [...client.guilds.cache.keys()])
  const running = new Set<Promise<void>>()
  const under = (work: Promise<void>) => {
    running.add(work)
    void work.finally(() => running.delete(work))
  }
  const patienceMs = options.patienceMs ?? PATIENCE_MS
  const how = { dispatch, commands, forms, people, patienceMs, keptMinutes: Math.ceil(keepMs / 60_000) }
  client.on(Events.InteractionCreate, (interaction) => {
    const work = receive(interaction, how).catch((error: unknown) => {
      const facts = { ...loggable(error), interaction: interaction.id, type: interaction.type }
      log[isTooLate(error) ? 'info' : 'error'](facts, 'discord: an answer was not shown')
    })
    under(work)
  })
  client.on(Events.GuildCreate, () => people.forget())
  client.on(Events.GuildDelete, ({ id }) => {
    people.forget()
    under(leave(id, options))
  })
  return async () => {
    client.removeAllListeners(Events.InteractionCreate)
    await Promise.allSettled(running)
    forms.clear()
    await client.destroy()
  }
}

const leave = async (guild: string, { onLeft, log }: DiscordOptions): Promise<void> => {
  try {
    await onLeft?.(guild)
  } catch (error) {
    log.error({ error, guild }, 'discord: a server was left, and that could not be kept')
  }
}
