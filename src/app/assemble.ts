import type { Logger } from 'pino'
import { planRegion } from '../actions/region/standing-reminders.ts'
import { leaveWorkspace } from '../actions/workspace/leave-workspace.ts'
import type { Dispatch, Platform } from '../bot/port.ts'
import type { Clock } from '../domain/calendar/clock.ts'
import { type ExternalPlatform, PLATFORM_NAMES, type PlatformName } from '../domain/workspace/platforms.ts'
import { dispatcher } from '../handlers/dispatch.ts'
import { type Registry, registry } from '../handlers/registry.ts'
import { type BeforeJob, openQueues, type Queues } from '../jobs/queues.ts'
import { tracedPlatform } from '../observability/traced-platform.ts'
import { unwatched, type Watch } from '../observability/watch.ts'
import { type Database, openDatabase } from '../store/engine/database.ts'
import type { Keyring } from '../store/engine/encryption.ts'
import { loadRegion, regionIds, regionOfWorkspace } from '../store/region/regions.ts'
import { loadDictionary } from './dictionary.ts'

/** The product without its platforms: the one composition of bot, simulation and tests. */
export type Assembly = {
  database: Database
  queues: Queues
  registry: Registry
  dispatch: Dispatch
  clock: Clock
  /** Platforms that have joined; messages to others wait. */
  platforms: ReadonlyMap<PlatformName, Platform>
  /** Adds a started platform, checked and traced. The only way to add one. */
  join(platform: Platform): void
  log: Logger
  /** Handles the removal of the bot from a workspace, reported by an adapter. No-op where it is in no region. */
  workspaceLeft(platform: ExternalPlatform, workspace: string): Promise<void>
  /** Starts the workers; `ticks`: with the ticker, on a real clock. `beforeJob` runs before each job. */
  work(ticks: boolean, beforeJob?: BeforeJob): Promise<void>
  close(): Promise<void>
}

export type AssemblyOptions = {
  databaseUrl: string
  redisUrl: string
  keyring: Keyring
  clock: Clock
  log: Logger
  /** Receives measurements of the work. */
  watch?: Watch
  queuePrefix?: string | undefined
  /** The public URL of this bot. */
  publicUrl?: string
  /** Where the practice workspace is served, for members of external platforms. */
  practiceUrl?: string | undefined
  /** The platforms that may join; all by default. */
  joins?: readonly PlatformName[]
}

export const assemble = (options: AssemblyOptions): Assembly => {
  const { databaseUrl, redisUrl, keyring, clock, log, queuePrefix = '{tsunagi}' } = options
  const {
    publicUrl = 'http://localhost:3000',
    practiceUrl,
    joins = PLATFORM_NAMES,
    watch = unwatched,
  } = options
  const database = openDatabase(databaseUrl, keyring, (error) =>
    log.error({ error }, 'the database connection'),
  )
  const queues = openQueues({ redisUrl, prefix: queuePrefix, log })
  const known = registry()
  const platforms = new Map<PlatformName, Platform>()
  return {
    database,
    queues,
    registry: known,
    dispatch: dispatcher({
      database,
      registry: known,
      clock,
      log,
      watch,
      publicUrl,
      practiceUrl,
      tokenise: loadDictionary(),
      wake: queues.wake,
    }),
    clock,
    platforms,
    join: (platform) => {
      if (!joins.includes(platform.name)) throw new Error(`${platform.name} does not belong to this assembly`)
      platforms.set(platform.name, whole(tracedPlatform(whole(platform))))
    },
    log,
    workspaceLeft: async (platform, workspace) => {
      const regionId = await database.atGate((gate) => regionOfWorkspace(gate, platform, workspace))
      if (regionId === undefined) return
      await database.inRegion(regionId, (scope) =>
        leaveWorkspace(scope, { platform, workspace }, clock.now()),
      )
    },
    work: (ticks, beforeJob) => queues.work({ clock, database, platforms, log, watch }, ticks, beforeJob),
    close: async () => {
      await queues.close()
      await database.close()
    },
  }
}

/** What the port has beside its name and limits. */
const CALLS = {
  post: true,
  find: true,
  update: true,
  audience: true,
  people: true,
  pin: true,
  openThread: true,
  stop: true,
} satisfies Record<Exclude<keyof Platform, 'name' | 'limits'>, true>

/** Asserts that no wrapper or cast lost a part of the port, which would show only when that part is used. */
const whole = (platform: Platform): Platform => {
  const parts: Record<string, unknown> = platform
  const lost = Object.keys(CALLS).filter((call) => typeof parts[call] !== 'function')
  if (parts.limits === undefined) lost.push('limits')
  if (lost.length > 0) throw new Error(`the platform ${platform.name} has no ${lost.join(', ')}`)
  return platform
}

/** Plans what every region must always have planned; idempotent. Run at start and after a region file was applied. */
export const planRegions = async ({
  database,
  clock,
}: Pick<Assembly, 'database' | 'clock'>): Promise<void> => {
  for (const regionId of await database.atGate(regionIds))
    await database.inRegion(regionId, async (scope) =>
      planRegion(scope, await loadRegion(scope), clock.now()),
    )
}
