import { type FailedDelivery, failedDeliveries } from '../../store/delivery/failed-deliveries.ts'
import { serverVersion } from '../../store/engine/health.ts'
import { type QueueState, queueState, type RegionState, regionStates, type Watched } from '../state.ts'

const LOOKS_BACK = Temporal.Duration.from({ hours: 14 * 24 })
const MOST_FAILED = 50

type DatabaseFacts = { version: string; regions: RegionState[]; failed: FailedDelivery[] }

/** What the page shows: ids, kinds, counts and instants. A field is undefined while its server does not answer. */
export type Facts = {
  now: Temporal.Instant
  database: DatabaseFacts | undefined
  queue: QueueState | undefined
  platforms: string[]
}

export const factsOf = async (watched: Watched): Promise<Facts> => {
  const seen = <T>(server: string, look: Promise<T>): Promise<T | undefined> =>
    look.catch((error: unknown) => {
      watched.log.warn({ error, server }, 'not seen for the operations page')
      return undefined
    })
  const [database, queue] = await Promise.all([
    seen('database', databaseFacts(watched)),
    seen('queue', queueState(watched)),
  ])
  return { now: watched.clock.now(), database, queue, platforms: [...watched.platforms.keys()] }
}

const databaseFacts = async (watched: Watched): Promise<DatabaseFacts> => {
  const { database, clock } = watched
  const version = await database.atGate(serverVersion)
  const regions = await regionStates(watched)
  const since = clock.now().subtract(LOOKS_BACK)
  const failed: FailedDelivery[] = []
  for (const { region } of regions)
    failed.push(...(await database.inRegion(region, (scope) => failedDeliveries(scope, since, MOST_FAILED))))
  const latest = failed.toSorted((one, other) => Temporal.Instant.compare(other.plannedFor, one.plannedFor))
  return { version, regions, failed: latest.slice(0, MOST_FAILED) }
}
