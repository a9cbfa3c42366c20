import type { Config } from '../../app/config.ts'
import { loadKeyring } from '../../app/key-file.ts'
import type { Database } from '../../store/engine/database.ts'
import { countByKey } from '../../store/keeping/reseal.ts'
import { SEALED_COLUMNS, VAULT_COLUMNS } from '../../store/keeping/schema.ts'
import { regionIds } from '../../store/region/regions.ts'
import { onDatabase } from '../with-database.ts'

/** Counts the texts by the key that sealed them, in all regions and among workspaces' tokens. */
export const countsByKey = async (database: Database): Promise<Map<string, number>> => {
  const counts = await database.inVault((vault) => countByKey(vault, VAULT_COLUMNS))
  for (const regionId of await database.atGate(regionIds)) {
    const here = await database.inRegion(regionId, (scope) => countByKey(scope, SEALED_COLUMNS))
    for (const [id, texts] of here) counts.set(id, (counts.get(id) ?? 0) + texts)
  }
  return counts
}

/** Counts the texts of several stores. */
export const countsIn = async (config: Config, urls: readonly string[]): Promise<Map<string, number>> => {
  const ring = await loadKeyring(config)
  const counts = new Map<string, number>()
  for (const url of urls)
    for (const [id, texts] of await onDatabase(config, url, ring, countsByKey))
      counts.set(id, (counts.get(id) ?? 0) + texts)
  return counts
}
