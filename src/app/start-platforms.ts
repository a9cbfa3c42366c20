import type { Configured, RequestListener, Services } from '../bot/adapter.ts'
import type { Dispatch, NotStarted } from '../bot/port.ts'
import { practiceWorkspace } from '../bot/practice/practice.ts'
import { type ExternalPlatform, titleOf } from '../domain/workspace/platforms.ts'
import { holdExclusively } from '../store/engine/hold-exclusively.ts'
import { catalogues } from '../text/catalogue.ts'
import type { Assembly } from './assemble.ts'
import { calendarFeed } from './calendar-feed.ts'
import type { Config, Role } from './config.ts'
import { installationsOf } from './installations.ts'
import { type Backoff, type Connection, keepConnecting } from './keep-connecting.ts'
import { practiceTime, type SharedTime } from './practice-setup.ts'
import { storedPractice } from './stored-practice.ts'
import { systemClock } from './system-clock.ts'
import type { WebParts } from './web.ts'

export type Platforms = {
  parts: WebParts
  /** Aborts pending connections, and stops every platform that has joined. */
  stop(): Promise<void>
}

type Starting = {
  config: Config
  assembly: Assembly
  time: SharedTime
  databaseUrl: string
  /** HTTP request listeners, by platform. */
  listeners: Map<string, RequestListener>
  common: Pick<Services, 'dispatch' | 'commands' | 'log' | 'receives'>
  backoff: Backoff | undefined
}

/**
 * Starts the configured platforms, each independently: one that cannot be reached or refuses its token is reported in a
 * line and retried in the background.
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
  const dispatch: Dispatch = async (interaction) => {
    // Ignore a failure: while the database is away, dispatch reports it.
    await time.follow().catch(() => undefined)
    return assembly.dispatch(interaction)
  }
  const common = { dispatch, commands: registry.views, log, receives }
  const listeners = new Map<string, RequestListener>()
  const starting: Starting = { config, assembly, time, databaseUrl, listeners, common, backoff }
  const practice = await startPractice(starting)
  const connections = await Promise.all(config.platforms.map((platform) => connect(platform, starting)))
  const parts: WebParts = {
    ready: async () => (await queues.ready()) && (await database.atGate(async () => true).catch(() => false)),
    missing: () =>
      connections.flatMap((one) => {
        const why = one.missing()
        return why === undefined ? [] : [{ platform: one.name, why }]
      }),
    calendar: receives ? calendarFeed({ database, clock: time.clock }) : undefined,
    practice: receives ? practice : undefined,
    platforms: listeners,
    failed: (error) => log.error({ error }, 'a request failed'),
  }
  const stop = async () => {
    await Promise.all(connections.map((connection) => connection.stop()))
    await stopJoined(assembly)
  }
  return { parts, stop }
}

export const stopJoined = async ({ platforms }: Pick<Assembly, 'platforms'>): Promise<void> => {
  await Promise.all([...platforms.values()].map((platform) => platform.stop()))
}

/** Starts the built-in platform: part of the composition, because it uses our store and moves the clock. */
const startPractice = async ({ config, assembly, time, common }: Starting) => {
  if (time.practice === undefined) return undefined
  const { platform, app } = practiceWorkspace({
    ...common,
    store: storedPractice(assembly.database, time.practice, time.clock),
    time: await practiceTime(assembly, time.clock, time.practice, time),
    hosts: [config.host],
  })
  assembly.join(platform)
  return app
}

const connect = (
  { name, takesRequests, start }: Configured,
  { config, assembly, databaseUrl, listeners, common, backoff }: Starting,
): Promise<Connection> => {
  if (common.receives && takesRequests)
    listeners.set(name, (_, response) => void response.writeHead(503).end())
  const services: Omit<Services, 'signal'> = {
    ...common,
    publicUrl: config.publicUrl,
    now: systemClock.now,
    installations: installationsOf(name, assembly.database, systemClock),
    exclusively: (lock, work) => holdExclusively(databaseUrl, lock, work),
    onLeft: (workspace) => assembly.workspaceLeft(name, workspace),
  }
  return keepConnecting({
    name,
    log: common.log,
    connect: (signal) => start({ ...services, signal }),
    connected: ({ platform, requestListener }) => {
      assembly.join(platform)
      if (requestListener) listeners.set(name, requestListener)
      else listeners.delete(name)
    },
    told: (failure) => tell(name, failure),
    backoff,
  })
}

/** Prints a line for each change of a platform's state; none for one that connects at once. */
const tell = (name: ExternalPlatform, failure: NotStarted | undefined): void => {
  const words = catalogues.ja.start
  const title = titleOf(name)
  const line = failure ? words.notConnected[failure.why](title, failure.reason) : words.connected(title)
  process.stderr.write(`${line}\n`)
}
