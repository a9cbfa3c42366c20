import { Client, type ClientOptions, Events, GatewayIntentBits, Options, Routes } from 'discord.js'
import type { Logger } from 'pino'
import { z } from 'zod'
import type { CommandView, Dispatch, Failure, NotStarted, Platform } from '../port.ts'
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
import { pacedShards } from './shards.ts'
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
  /** Gives up connecting. Changes nothing once it is connected. */
  signal?: AbortSignal | undefined
  /** How long an unfinished form is kept. */
  keepFormsMs?: number
}

export type DiscordStarted = { ok: true; platform: Platform } | NotStarted

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
  const identity = await calls.get(Routes.user(), {}, options.signal)
  if (!identity.ok) return notStarted(identity)
  const bot = Identity.safeParse(identity.answer).data?.id
  if (bot === undefined) return { ok: false, why: 'unreachable', reason: words.unreachable('no bot') }
  const found = options.receives ? await onGateway(calls, options, timeoutMs) : ONLY_SENDS
  if (!found.ok) return found
  const guildOfChannel = channelGuilds(calls, found.guildOfChannel)
  return { ok: true, platform: discordPlatform({ calls, bot, guildOfChannel, stop: found.stop }) }
}

type Gateway =
  | { ok: true; guildOfChannel: (channel: string) => string | undefined; stop: () => Promise<void> }
  | NotStarted

const ONLY_SENDS: Gateway = { ok: true, guildOfChannel: () => undefined, stop: async () => {} }

/** Logs in, so that what people do arrives here, and registers the commands. */
const onGateway = async (calls: Calls, options: DiscordOptions, timeoutMs: number): Promise<Gateway> => {
  const { commands, log } = options
  const ended = new AbortController()
  const client = makeClient(options, timeoutMs, ended.signal)
  const finish = receiving(client, calls, options)
  const stop = async () => {
    await finish()
    ended.abort()
    await client.destroy()
  }
  const connected = await connect(client, options)
  if (!connected.ok) {
    await stop()
    const { why, detail } = connected
    return { ok: false, why, reason: wordsIn('ja').start.notReady(detail) }
  }
  const registered = await registerCommands(calls, connected.application, commands)
  if (!registered.ok) log.error({ failure: registered }, 'discord: commands could not be registered')
  const guildOfChannel = (id: string) => {
    const channel = client.channels.cache.get(id)
    return channel && 'guildId' in channel ? channel.guildId : undefined
  }
  return { ok: true, guildOfChannel, stop }
}

const notStarted = (failure: Failure): NotStarted => {
  const words = wordsIn('ja').start
  return failure.failure === 'refused' && failure.reason === 'not-connected'
    ? { ok: false, why: 'refused', reason: words.badToken }
    : { ok: false, why: 'unreachable', reason: words.unreachable(detailOf(failure)) }
}

/** Hears of guilds and interactions only; keeps no messages. Every error event is heard, so that none ends the process. */
const makeClient = (
  { apiUrl, shards, log }: DiscordOptions,
  timeoutMs: number,
  ended: AbortSignal,
): Client => {
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
    ws: pacedShards(ended),
  })
  client.on(Events.Error, (error) => log.error(loggable(error), 'discord: the client failed'))
  logGateway(client, log)
  passOverOddEvents(client, log)
  client.on(Events.Invalidated, () => log.error('discord: the session was made invalid'))
  return client
}

/** Logs a gateway that is lost once, not for each attempt to come back. What fails before it is ready is the start's answer. */
const logGateway = (client: Client, log: Logger): void => {
  let up = false
  const isUp = () => {
    up = true
  }
  for (const event of [Events.ClientReady, Events.ShardReady, Events.ShardResume] as const)
    client.on(event, isUp)
  client.on(Events.ShardError, (error) => {
    log[up ? 'warn' : 'debug'](loggable(error), 'discord: the gateway failed')
    up = false
  })
  client.on(Events.ShardDisconnect, ({ code }) => {
    if (client.isReady())
      log.error(
        { code },
        'discord: the gateway is closed for good; start again after mending the token or intents',
      )
  })
}

type Connected = { ok: true; application: string } | { ok: false; why: NotStarted['why']; detail: string }

const connect = async (client: Client, options: DiscordOptions): Promise<Connected> => {
  const { token, signal, readyWithinMs = READY_WITHIN_MS } = options
  const ready = new Promise<Connected>((resolve) => {
    client.once(Events.ClientReady, ({ application }) => resolve({ ok: true, application: application.id }))
    client.once(Events.ShardDisconnect, ({ code }) =>
      resolve({ ok: false, why: 'refused', detail: `gateway ${code}` }),
    )
  })
  const login = client.login(token).then(
    () => ready,
    (error: unknown): Connected => ({
      ok: false,
      why: 'unreachable',
      detail: error instanceof Error ? error.message : String(error),
    }),
  )
  const over = new AbortController()
  const givenUp = new Promise<undefined>((resolve) => {
    if (signal?.aborted) resolve(undefined)
    signal?.addEventListener('abort', () => resolve(undefined), { signal: over.signal })
  })
  const connected = await within(readyWithinMs, Promise.race([ready, login, givenUp]))
  over.abort()
  return connected ?? { ok: false, why: 'unreachable', detail: `${readyWithinMs / 1_000} s` }
}

/** Answers its end: takes nothing new, and lets what is under way answer. */
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
  }
}

const leave = async (guild: string, { onLeft, log }: DiscordOptions): Promise<void> => {
  try {
    await onLeft?.(guild)
  } catch (error) {
    log.error({ error, guild }, 'discord: a server was left, and that could not be kept')
  }
}
