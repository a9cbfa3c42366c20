import { type Client, Events, Routes } from 'discord.js'
import { z } from 'zod'
import type { Services, Started } from '../adapter.ts'
import { detailOf } from '../kit/failure.ts'
import { inFlight } from '../kit/in-flight.ts'
import type { Failure, NotStarted } from '../port.ts'
import { type Calls, restCalls } from './calls.ts'
import { isTooLate, loggable } from './errors.ts'
import { connect, makeClient } from './gateway.ts'
import { channelGuilds, personGuilds } from './guilds.ts'
import { registerCommands } from './install.ts'
import { openForms } from './open-forms.ts'
import { receive } from './receive.ts'
import { discordPlatform } from './send.ts'
import { wordsIn } from './words.ts'

export type DiscordOptions = Pick<Services, 'receives' | 'dispatch' | 'commands' | 'log'> &
  Partial<Pick<Services, 'onLeft' | 'signal'>> & {
    token: string
    /** Without a version, e.g. `https://discord.com/api`, which is the default. */
    apiUrl?: string | undefined
    /** The gateway's shards that this process holds, of how many; all of them where absent. */
    shards?: { ids: number[]; count: number } | undefined
    /** Timeout after which an answer is deferred. */
    patienceMs?: number
    /** Timeout of one call of the REST API. */
    timeoutMs?: number
    /** Timeout of the gateway's first connection. */
    readyWithinMs?: number
    /** How long an unfinished form is kept. */
    keepFormsMs?: number
  }

/** Discord waits 3 s for a first answer. */
const PATIENCE_MS = 2_000
const TIMEOUT_MS = 10_000
/** The time an interaction lives. */
const KEEP_FORMS_MS = 15 * 60_000
const FORMS_MOST = 500

const Identity = z.object({ id: z.string() })

/** Connects to Discord. A token that does not work, or a Discord that does not answer, is a reason in one line. */
export const startDiscord = async (options: DiscordOptions): Promise<Started> => {
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
  const platform = discordPlatform({ calls, bot, guildOfChannel, stop: found.stop })
  return { ok: true, platform, requestListener: undefined }
}

type Gateway =
  | { ok: true; guildOfChannel: (channel: string) => string | undefined; stop: () => Promise<void> }
  | NotStarted

const ONLY_SENDS: Gateway = { ok: true, guildOfChannel: () => undefined, stop: async () => {} }

/** Logs in, so that what people do arrives here, and registers the commands. */
const onGateway = async (calls: Calls, options: DiscordOptions, timeoutMs: number): Promise<Gateway> => {
  const { commands, log } = options
  const ended = new AbortController()
  const client = makeClient({ ...options, timeoutMs }, ended.signal)
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

/** Starts receiving. The function it returns drains: it takes nothing new and waits for the answers in flight. */
const receiving = (client: Client, calls: Calls, options: DiscordOptions): (() => Promise<void>) => {
  const { dispatch, commands, log } = options
  const keepMs = options.keepFormsMs ?? KEEP_FORMS_MS
  const forms = openForms(keepMs, FORMS_MOST)
  const people = personGuilds(calls, () => [...client.guilds.cache.keys()])
  const running = inFlight()
  const patienceMs = options.patienceMs ?? PATIENCE_MS
  const how = { dispatch, commands, forms, people, patienceMs, keptMinutes: Math.ceil(keepMs / 60_000) }
  client.on(Events.InteractionCreate, (interaction) => {
    const work = receive(interaction, how).catch((error: unknown) => {
      const facts = { ...loggable(error), interaction: interaction.id, type: interaction.type }
      log[isTooLate(error) ? 'info' : 'error'](facts, 'discord: an answer was not shown')
    })
    void running.track(work)
  })
  client.on(Events.GuildCreate, () => people.forget())
  client.on(Events.GuildDelete, ({ id }) => {
    people.forget()
    void running.track(leave(id, options))
  })
  return async () => {
    client.removeAllListeners(Events.InteractionCreate)
    await running.drain()
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
