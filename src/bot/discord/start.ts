import { Client, Events, GatewayIntentBits, Options } from 'discord.js'
import type { Logger } from 'pino'
import type { CommandView, Dispatch, Platform } from '../port.ts'
import { registerCommands } from './install.ts'
import { receive } from './receive.ts'
import { discordPlatform } from './send.ts'

export type DiscordOptions = {
  token: string
  apiUrl?: string
  dispatch: Dispatch
  commands: readonly CommandView[]
  log: Logger
  patienceMs?: number
}

export type DiscordStarted = { ok: true; platform: Platform } | { ok: false; reason: string }

/** Discord waits 3 s for a first answer. */
const PATIENCE_MS = 2_000

/** Connects to Discord's gateway. A token that does not work is a reason, and the other platforms go on. */
export const startDiscord = async (options: DiscordOptions): Promise<DiscordStarted> => {
  const { token, apiUrl, commands, dispatch, log } = options
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    allowedMentions: { parse: [] },
    makeCache: Options.cacheWithLimits({ ...Options.DefaultMakeCacheSettings, MessageManager: 0 }),
    rest: {
      retries: 0,
      timeout: 10_000,
      rejectOnRateLimit: () => true,
      ...(apiUrl === undefined ? {} : { api: apiUrl }),
    },
  })
  client.on(Events.Error, (error) => log.warn({ error }, 'discord: the connection'))
  client.on(Events.ShardError, (error) => log.warn({ error }, 'discord: a shard'))
  const running = new Set<Promise<unknown>>()
  const track = (work: Promise<unknown>) => {
    running.add(work)
    void work.finally(() => running.delete(work))
  }
  const forms = receive(client, { dispatch, log, patienceMs: options.patienceMs ?? PATIENCE_MS, track })
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve))
  const refused = await client.login(token).then(
    () => undefined,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  )
  if (refused !== undefined) {
    await client.destroy()
    return { ok: false, reason: refused }
  }
  const connected = await ready
  const register = (guild: string) =>
    registerCommands(connected, guild, commands).catch((error: unknown) =>
      log.error({ error, guild }, 'discord: commands could not be registered'),
    )
  await Promise.all(connected.guilds.cache.map(({ id }) => register(id)))
  client.on(Events.GuildCreate, ({ id }) => track(register(id)))
  const stop = async () => {
    await Promise.allSettled(running)
    forms.clear()
    await client.destroy()
  }
  return { ok: true, platform: discordPlatform(client, stop) }
}
