import type { Configured, RequestListener, Services } from '../bot/adapter.ts'
import type { NotStarted } from '../bot/port.ts'
import { type ExternalPlatform, type PlatformName, titleOf } from '../domain/workspace/platforms.ts'
import { holdExclusively } from '../store/engine/hold-exclusively.ts'
import { catalogues } from '../text/catalogue.ts'
import type { Assembly } from './assemble.ts'
import type { Config, Role } from './config.ts'
import { installationsOf } from './installations.ts'
import { type Backoff, type Connection, keepConnecting } from './keep-connecting.ts'
import { systemClock } from './system-clock.ts'

export type Platforms = {
  /** The configured platforms that are not connected, and why. */
  missing(): { platform: PlatformName; why: NotStarted['why'] }[]
  /** HTTP request listeners, by platform. */
  listeners: ReadonlyMap<string, RequestListener>
  /** Aborts pending connections, and stops every platform that has joined. */
  stop(): Promise<void>
}

type Starting = {
  config: Config
  assembly: Assembly
  databaseUrl: string
  /** HTTP request listeners, by platform. */
  listeners: Map<string, RequestListener>
  common: Pick<Services, 'dispatch' | 'commands' | 'log' | 'receives'>
  backoff: Backoff | undefined
}

/**
 * Starts the configured external platforms, each independently: one that cannot be reached or refuses its token is reported in a
 * line and retried in the background.
 */
export const startPlatforms = async (
  config: Config,
  role: Role,
  databaseUrl: string,
  assembly: Assembly,
  backoff?: Backoff,
): Promise<Platforms> => {
  const { dispatch, registry, log } = assembly
  const common = { dispatch, commands: registry.views, log, receives: role !== 'worker' }
  const listeners = new Map<string, RequestListener>()
  const starting: Starting = { config, assembly, databaseUrl, listeners, common, backoff }
  const connections = await Promise.all(config.platforms.map((platform) => connect(platform, starting)))
  return {
    missing: () =>
      connections.flatMap((one) => {
        const why = one.missing()
        return why === undefined ? [] : [{ platform: one.name, why }]
      }),
    listeners,
    stop: async () => {
      await Promise.all(connections.map((connection) => connection.stop()))
      await stopJoined(assembly)
    },
  }
}

export const stopJoined = async ({ platforms }: Pick<Assembly, 'platforms'>): Promise<void> => {
  await Promise.all([...platforms.values()].map((platform) => platform.stop()))
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
