import type { Database, Scope, Vault } from '../engine/database.ts'
import { FROM_THE_START, resealBatch, type Unopened } from './reseal.ts'
import { SEALED_COLUMNS, VAULT_COLUMNS } from './schema.ts'

/** Runs work in a region, or in the vault where none is named. */
export const inPlace = <T>(
  database: Pick<Database, 'inRegion' | 'inVault'>,
  regionId: string | undefined,
  work: (scope: Scope | Vault) => Promise<T>,
): Promise<T> => (regionId === undefined ? database.inVault(work) : database.inRegion(regionId, work))

export const sealedColumnsOf = (regionId: string | undefined) =>
  regionId === undefined ? VAULT_COLUMNS : SEALED_COLUMNS

/**
 * Seals the texts of a region, or of the vault, anew, each batch in a transaction of its own: it may be stopped at any
 * moment, and run by several processes at once. Idempotent.
 */
export const resealPlace = async (
  database: Pick<Database, 'inRegion' | 'inVault'>,
  regionId: string | undefined,
  those: 'of other keys' | 'old',
  signal?: AbortSignal,
): Promise<{ resealed: number; unopened: Unopened[] }> => {
  const unopened: Unopened[] = []
  let resealed = 0
  for (const column of sealedColumnsOf(regionId))
    for (let after: string | undefined = FROM_THE_START; after !== undefined && !signal?.aborted; ) {
      const from: string = after
      const batch = await inPlace(database, regionId, (scope) => resealBatch(scope, column, those, from))
      resealed += batch.resealed
      unopened.push(...batch.unopened)
      after = batch.next
    }
  return { resealed, unopened }
}
