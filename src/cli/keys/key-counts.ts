import type { Database } from '../../store/database.ts'
import { regionIds } from '../../store/regions.ts'
import { countByKey } from '../../store/reseal.ts'

/** How many texts each key has sealed, in every region. */
export const countsByKey = async (database: Database): Promise<Map<string, number>> => {
  const counts = new Map<string, number>()
  for (const regionId of await database.atGate(regionIds))
    for (const [id, texts] of await database.inRegion(regionId, countByKey))
      counts.set(id, (counts.get(id) ?? 0) + texts)
  return counts
}
