import { checkRegion, type RegionFault } from '../../domain/region/check-region.ts'
import type { Region } from '../../domain/region/region.ts'
import type { Scope } from '../../store/engine/database.ts'
import { NOT_UNIQUE, postgresCode, REFERENCE_BROKEN } from '../../store/engine/postgres-error.ts'
import { withSavepoint } from '../../store/engine/transactions.ts'
import { loadRegion, lockRegion, saveRegion } from '../../store/region/regions.ts'

/** Why a region could not be stored: others refer to a row that would go, or a workspace is another region's. */
export type UnsavedReason = 'in-use' | 'workspace-taken'

/** Maps a Postgres error to the reason; rethrows anything else. */
export const unsavedReason = (error: unknown): UnsavedReason => {
  const code = postgresCode(error)
  if (code === REFERENCE_BROKEN) return 'in-use'
  if (code === NOT_UNIQUE) return 'workspace-taken'
  throw error
}

export type RegionChanged =
  | { ok: true; region: Region }
  | { ok: false; reason: 'faults'; faults: RegionFault[] }
  | { ok: false; reason: UnsavedReason }

/**
 * Edits the stored region under a lock: `edit` gets the region as it is now, so that of two who change it at once
 * neither undoes what the other did. Changes nothing where `edit` returns undefined or the same region.
 */
export const changeRegion = async (
  scope: Scope,
  edit: (region: Region) => Region | undefined,
): Promise<RegionChanged> => {
  await lockRegion(scope)
  const before = await loadRegion(scope)
  const after = edit(before)
  if (after === undefined || after === before) return { ok: true, region: before }
  const faults = checkRegion(after)
  if (faults.length > 0) return { ok: false, reason: 'faults', faults }
  try {
    await withSavepoint(scope.tx, () => saveRegion(scope, after))
  } catch (error) {
    return { ok: false, reason: unsavedReason(error) }
  }
  return { ok: true, region: after }
}
