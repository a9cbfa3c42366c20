import type { Database } from '../../store/database.ts'
import { regionIds } from '../../store/regions.ts'
import { countByKey } from '../../store/reseal.ts'
import { SEALED_COLUMNS, SEALED_IN_VAULT } from '../../store/sealed-columns.ts'

/** How many texts each key has sealed, in every region and of none. */
export const countsByKey = async (database: Database): Promise<Map<string, number>> => {
  const counts = await database.inVault((vault) => countByKey(vault, SEALED_IN_VAULT))
  for (const regionId of await database.atGate(regionIds))
    for (const [id, texts] of await database.inRegion(regionId, (scope) => countByKey(scope, SEALED_COLUMNS)))
      counts.set(id, (counts.get(id) ?? 0) + texts)
  return counts
}
