import type { Hono } from 'hono'
import type { Dispatch } from '../bot/port.ts'
import { practiceWorkspace } from '../bot/practice/practice.ts'
import { locked } from '../store/engine/lock.ts'
import { type Assembly, type AssemblyOptions, planRegions } from './assemble.ts'
import { type PracticeAssembly, practiceAssembly } from './assemblies.ts'
import { calendarFeed } from './calendar-feed.ts'
import type { Config, Role } from './config.ts'
import { followClock, practiceRegion, practiceTime, type SharedTime } from './practice-setup.ts'
import { stopJoined } from './start-platforms.ts'
import { storedPractice } from './stored-practice.ts'

export type Practice = {
  assembly: Assembly
  /** The page and its interface; absent in a worker. */
  app: Hono | undefined
  calendar: Hono | undefined
  /** Starts the workers. */
  work(): Promise<void>
  stopPlatforms(): Promise<void>
}

/** Where practice's own addresses begin, beside the real ones. */
const UNDER = '/practice'

/**
 * Starts practice on its own store: an assembly of its own, with the built-in platform and the clock that its page moves.
 * `isTraining`: it runs beside the real product, and says so on every screen.
 */
export const startPractice = async (
  config: Config,
  role: Role,
  options: Omit<AssemblyOptions, 'clock' | 'joins'>,
  isTraining: boolean,
): Promise<Practice> => {
  const { databaseUrl } = options
  const { assembly, clock } = practiceAssembly({ ...options, publicUrl: `${config.publicUrl}${UNDER}` })
  try {
    const regionId = await locked(databaseUrl, 'plan', async () => {
      const id = await practiceRegion(assembly)
      await followClock(assembly, clock, id)
      await planRegions(assembly)
      return id
    })
    const time: SharedTime = {
      follow: () => followClock(assembly, clock, regionId),
      alone: (work) => locked(databaseUrl, 'leap', work),
    }
    const app = await joinWorkspace(config, { assembly, clock }, regionId, time, isTraining)
    const receives = role !== 'worker'
    return {
      assembly,
      app: receives ? app : undefined,
      calendar: receives ? calendarFeed({ database: assembly.database, clock }) : undefined,
      work: () => assembly.work(true, time.follow),
      stopPlatforms: () => stopJoined(assembly),
    }
  } catch (error) {
    await stopJoined(assembly)
    await assembly.close()
    throw error
  }
}

/** Joins the built-in platform: part of the composition, because it uses our store and moves practice's clock. */
const joinWorkspace = async (
  { host }: Config,
  { assembly, clock }: PracticeAssembly,
  regionId: string,
  time: SharedTime,
  isTraining: boolean,
): Promise<Hono> => {
  const dispatch: Dispatch = async (interaction) => {
    // Ignore a failure: while the database is away, dispatch reports it.
    await time.follow().catch(() => undefined)
    return assembly.dispatch(interaction)
  }
  const { platform, app } = practiceWorkspace({
    dispatch,
    commands: assembly.registry.views,
    log: assembly.log,
    store: storedPractice(assembly.database, regionId, clock),
    time: await practiceTime(assembly, clock, regionId, time),
    hosts: [host],
    isTraining,
  })
  assembly.join(platform)
  return app
}
