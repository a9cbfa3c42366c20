import type { Scope } from '../engine/database.ts'
import { pledges } from './tables.ts'

export type Pledge = typeof pledges.$inferSelect

/** Every confirmation of the region. */
export const allPledges = (scope: Scope): Promise<Pledge[]> => scope.tx.select().from(pledges)

/** Notes that a member confirmed for a body. False where they had before: the first instant stays. */
export const addPledge = async (
  scope: Scope,
  pledge: Pick<Pledge, 'bodyId' | 'memberId' | 'at'>,
): Promise<boolean> => {
  const added = await scope.tx
    .insert(pledges)
    .values({ regionId: scope.regionId, ...pledge })
    .onConflictDoNothing()
    .returning({ at: pledges.at })
  return added.length > 0
}
