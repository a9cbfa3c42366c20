import type { Dispatch, NotStarted } from '../bot/port.ts'
import { practiceWorkspace } from '../bot/practice/practice.ts'
import { storedPractice } from '../bot/practice/stored.ts'
import { catalogues } from '../text/catalogue.ts'
import type { Assembly } from './assemble.ts'
import { calendarFeed } from './calendar-feed.ts'
import type { Config, Role } from './config.ts'
import { type Backoff, type Connection, keepConnecting } from './keep-connecting.ts'
import { practiceTime, type SharedTime } from './practice-setup.ts'
import { startDiscordInTurn } from './start-discord.ts'
import { startConfiguredSlack } from './start-slack.ts'
import type { WebParts } from './web.ts'

export type Platforms = {
  parts: WebParts
  /** Ends what is still connecting, and every platform that has joined. */
  stop(): Promise<void>
}

type Starting = {
  config: Config
  assembly: Assembly
  time: SharedTime
  databaseUrl: string
  parts: WebParts
  common: Pick<Assembly, 'dispatch' | 'log'> & { commands: Assembly['registry']['views']; receives: boolean }
  backoff: Backoff | undefined
}

/**
 * Starts what is configured. A platform that cannot be reached, or refuses its token, is a clear line: the others go on
 * without it, and it joins when it can.
 */
export const startPlatforms = async (
  config: Config,
  role: Role,
  databaseUrl: string,
  assembly: Assembly,
  time: SharedTime,
  backoff?: Backoff,
): Promise<Platforms> => {
  const { database, registry, queues, log } = assembly
  const receives = role !== 'worker'
  const connections: Connection[] = []
  const parts: WebParts = {
    ready: async () => (await queues.ready()) && (await database.atGate(async () => true).catch(() => false)),
    missing: () =>
      connections.flatMap((one) => {
        const why = one.missing()
        return why === undefined ? [] : [{ platform: one.name, why }]
      }),
    calendar: receives ? calendarFeed({ database, clock: time.clock }) : undefined,
  }
  const dispatch: Dispatch = async (interaction) => {
    // Where the database is away, the dispatch says so.
    await time.follow().catch(() => undefined)
    return assembly.dispatch(interaction)
  }
  const common = { dispatch, commands: registry.views, log, receives }
  const starting: Starting = { config, assembly, time, databaseUrl, parts, common, backoff }
  await startPractice(starting)
  connections.push(...(await Promise.all([...connectSlack(starting), ...connectDiscord(starting)])))
  const stop = async () => {
    await Promise.all(connections.map((connection) => connection.stop()))
    await stopJoined(assembly)
  }
  return { parts, stop }
}

export const stopJoined = async ({ platforms }: Pick<Assembly, 'platforms'>): Promise<void> => {
  await Promise.all([...platforms.values()].map((platform) => platform.stop()))
}

const startPractice = async ({ config, assembly, time, parts, common }: Starting): Promise<void> => {
  if (time.practice === undefined) return
  const practice = practiceWorkspace({
    ...common,
    store: storedPractice(assembly.database, time.practice),
    time: await practiceTime(assembly, time.clock, time.practice, time),
    hosts: [config.host],
  })
  assembly.join(practice.platform)
  if (common.receives) parts.practice = practice.app
}

const connectSlack = ({ config, assembly, parts, common, backoff }: Starting): Promise<Connection>[] => {
  const { slack, publicUrl } = config
  if (!slack) return []
  const takesRequests = slack.receiver.mode === 'http' || 'app' in slack
  if (common.receives && takesRequests) parts.slack = (_, response) => void response.writeHead(503).end()
  const onLeft = (workspace: string) => assembly.workspaceLeft('slack', workspace)
  const connecting = keepConnecting({
    name: 'slack',
    log: common.log,
    connect: (signal) =>
      startConfiguredSlack(slack, publicUrl, assembly.database, { ...common, onLeft, signal }),
    connected: ({ platform, requestListener }) => {
      assembly.join(platform)
      parts.slack = requestListener
    },
    told: tell('Slack'),
    backoff,
  })
  return [connecting]
}

const connectDiscord = ({
  config,
  assembly,
  databaseUrl,
  common,
  backoff,
}: Starting): Promise<Connection>[] => {
  const { discord } = config
  if (!discord) return []
  const onLeft = (guild: string) => assembly.workspaceLeft('discord', guild)
  const connecting = keepConnecting({
    name: 'discord',
    log: common.log,
    connect: (signal) => startDiscordInTurn({ ...discord, ...common, onLeft, signal }, databaseUrl),
    connected: ({ platform }) => assembly.join(platform),
    told: tell('Discord'),
    backoff,
  })
  return [connecting]
}

const words = catalogues.ja.start

/** A line in the terminal for each change; nothing for a platform that is there at once. */
const tell = (platform: string) => (failure: NotStarted | undefined) => {
  const line = failure ? words.notConnected[failure.why](platform, failure.reason) : words.connected(platform)
  process.stderr.write(`${line}\n`)
}
