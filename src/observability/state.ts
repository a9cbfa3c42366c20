import type { Assembly } from '../app/assemble.ts'
import type { Queues } from '../jobs/queues.ts'
import {
  type DigestCoverage,
  digestCoverage,
  type LateDeliveries,
  lateDeliveries,
} from '../store/delivery/delivery-overview.ts'
import { regionIds } from '../store/region/regions.ts'

export type Watched = Pick<Assembly, 'database' | 'queues' | 'clock' | 'platforms' | 'log'>

export type RegionState = { region: string; late: LateDeliveries; digest: DigestCoverage | undefined }
export type QueueState = {
  counts: Awaited<ReturnType<Queues['counts']>>
  lastTick: Temporal.Instant | undefined
  server: string
}

/** Reads the state of every region's messages, one transaction a region. Rejects while the database is away. */
export const regionStates = async ({
  database,
  clock,
}: Pick<Watched, 'database' | 'clock'>): Promise<RegionState[]> => {
  const now = clock.now()
  const states: RegionState[] = []
  for (const region of await database.atGate(regionIds))
    states.push(
      await database.inRegion(region, async (scope) => ({
        region,
        late: await lateDeliveries(scope, now),
        digest: await digestCoverage(scope, now),
      })),
    )
  return states
}

/** Reads the queues' state. Rejects while Redis is away. */
export const queueState = async ({ queues }: Pick<Watched, 'queues'>): Promise<QueueState> => {
  const [counts, lastTick, server] = await Promise.all([queues.counts(), queues.lastTick(), queues.server()])
  return { counts, lastTick, server }
}
