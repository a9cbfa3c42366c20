import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Scope } from '../engine/database.ts'
import { suspensions } from './tables.ts'

type Suspension = typeof suspensions.$inferSelect

/** Finds the open suspension of a case, or the latest. */
export const lastSuspension = async (scope: Scope, caseId: string): Promise<Suspension | undefined> => {
  const [found] = await scope.tx
    .select()
    .from(suspensions)
    .where(eq(suspensions.caseId, caseId))
    .orderBy(desc(suspensions.from))
    .limit(1)
  return found
}

export const suspendCase = async (
  scope: Scope,
  suspension: Pick<Suspension, 'caseId' | 'from' | 'recordedBy'>,
): Promise<void> => {
  await scope.tx.insert(suspensions).values({ regionId: scope.regionId, ...suspension })
}

/** Ends the open suspension the day before `from`. False where there is none. */
export const resumeCase = async (
  scope: Scope,
  caseId: string,
  from: Temporal.PlainDate,
): Promise<boolean> => {
  const ended = await scope.tx
    .update(suspensions)
    .set({ to: from.subtract({ days: 1 }) })
    .where(and(eq(suspensions.caseId, caseId), isNull(suspensions.to)))
    .returning({ id: suspensions.id })
  return ended.length > 0
}
