import type { Logger } from 'pino'
import type { Dispatch, Platform, PlatformName } from './bot/port.ts'
import type { Clock } from './clock.ts'
import { dispatcher } from './handlers/dispatch.ts'
import { type Registry, registry } from './handlers/registry.ts'
import { type BeforeJob, openQueues, type Queues } from './jobs/queues.ts'
import { loadDictionary } from './privacy/dictionary.ts'
import { type Database, openDatabase } from './store/database.ts'
import type { Keyring } from './store/encryption.ts'
import { planMeetings } from './store/meeting-plan.ts'
import { loadRegion, regionIds } from './store/regions.ts'
import { planStandingReminders } from './store/standing-reminders.ts'
import { planVisits } from './store/visits.ts'

/** The product without its platforms: what the bot, the simulation and the tests put together alike. */
export type Assembly = {
  database: Database
  queues: Queues
  registry: Registry
  dispatch: Dispatch
  clock: Clock
  /** Filled as platforms start; messages for a platform that is not in it wait. */
  platforms: Map<PlatformName, Platform>
  log: Logger
  /** Starts the workers; `clockwork` when time flows by itself. `beforeJob` is done before each job. */
  work(clockwork: boolean, beforeJob?: BeforeJob): Promise<void>
  close(): Promise<void>
}

export type AssemblyOptions = {
  databaseUrl: string
  redisUrl: string
  keyring: Keyring
  clock: Clock
  log: Logger
  queuePrefix?: string
  /** Where this bot is reached from outside. */
  publicUrl?: string
  /** Whether the practice workspace is served there. */
  practice?: boolean
}

export const assemble = (options: AssemblyOptions): Assembly => {
  const { databaseUrl, redisUrl, keyring, clock, log, queuePrefix = '{tsunagi}' } = options
  const { publicUrl = 'http://localhost:3000', practice = false } = options
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
      publicUrl,
      ...(practice ? { practiceUrl: publicUrl } : {}),
      tokenise: loadDictionary(),
      wake: queues.wake,
    }),
    clock,
    platforms,
    log,
    work: (clockwork, beforeJob) => queues.work({ clock, database, platforms, log }, clockwork, beforeJob),
    close: async () => {
      await queues.close()
      await database.close()
    },
  }
}

/** What every region must always have planned, made whole: at start, and after a region file was applied. */
export const planRegions = async ({
  database,
  clock,
}: Pick<Assembly, 'database' | 'clock'>): Promise<void> => {
  for (const regionId of await database.atGate(regionIds))
    await database.inRegion(regionId, async (scope) => {
      const region = await loadRegion(scope)
      await planMeetings(scope, region, clock.now())
      await planVisits(scope, region, clock.now())
      await planStandingReminders(scope, region, clock.now())
    })
}
