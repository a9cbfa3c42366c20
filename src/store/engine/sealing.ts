import { sql } from 'drizzle-orm'
import type { Form } from './encryption.ts'
import type { Transaction } from './transactions.ts'

/**
 * How texts of a region, or of the vault, are sealed (docs/decisions/0039): at first the old way, which processes of
 * 0.1.0 beside this one read; then by place, while old texts still open and are sealed anew; then by place alone. The
 * table `sealings` records it, so that a restored backup brings the state of its day.
 */
export type Sealing = {
  seals: Form
  opensOld: boolean
  /** Whether this transaction sealed a text the old way. */
  sealedOld: boolean
}

/** The vault's row in `sealings`: it is of no region. */
export const VAULT = ''

type Within = { readonly tx: Transaction }
type Here = Within & { readonly regionId?: string; readonly sealing: Sealing }

const byPlaceAlone = (): Sealing => ({ seals: 'placed', opensOld: false, sealedOld: false })

/** Reads how a region or the vault seals. Once by place alone it never goes back, so that answer may be cached. */
export const readSealing = async ({ tx }: Within, place: string): Promise<Sealing> => {
  const { rows } = await tx.execute<{ old_accepted: boolean }>(
    sql`select old_accepted from sealings where region_id = ${place}`,
  )
  const [found] = rows
  if (found && !found.old_accepted) return byPlaceAlone()
  return { seals: found ? 'placed' : 'old', opensOld: true, sealedOld: false }
}

export const knownSealing = byPlaceAlone

const lockOf = (place: string) => sql`hashtextextended(${`tsunagi sealing ${place}`}, 0)`

/** Thrown where a transaction sealed the old way and another process has begun to seal by place meanwhile: run it again. */
export class SealingChanged extends Error {
  override name = 'SealingChanged'
}

/**
 * Keeps the change to sealing by place from overtaking this transaction, which sealed the old way: once the change is
 * committed, no old text comes in any more. The last thing of the transaction.
 */
export const holdSealing = async ({ tx }: Within, place: string): Promise<void> => {
  await tx.execute(sql`select pg_advisory_xact_lock_shared(${lockOf(place)})`)
  if ((await readSealing({ tx }, place)).seals === 'placed') throw new SealingChanged()
}

/** Begins to seal by place; old texts still open. Waits for transactions that sealed the old way. */
export const beginPlaced = async ({ tx, regionId = VAULT }: Here): Promise<void> => {
  await tx.execute(sql`select pg_advisory_xact_lock(${lockOf(regionId)})`)
  await tx.execute(
    sql`insert into sealings (region_id, old_accepted) values (${regionId}, true) on conflict do nothing`,
  )
}

/** Ends the acceptance of old texts: nothing is left of them. False where another process did. */
export const endOld = async ({ tx, regionId = VAULT }: Here): Promise<boolean> => {
  const { rowCount } = await tx.execute(
    sql`update sealings set old_accepted = false where region_id = ${regionId} and old_accepted`,
  )
  return rowCount === 1
}

/** Seals a new region by place alone from its first text on: it has no old ones. */
export const sealPlacedFromNow = async ({ tx, regionId = VAULT, sealing }: Here): Promise<void> => {
  await tx.execute(
    sql`insert into sealings (region_id, old_accepted) values (${regionId}, false) on conflict do nothing`,
  )
  Object.assign(sealing, await readSealing({ tx }, regionId))
}
