import { and, desc, eq, isNull, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { Scope } from '../engine/database.ts'
import { monitorings } from '../monitoring/tables.ts'
import { cases, suspensions } from './tables.ts'

type Suspension = typeof suspensions.$inferSelect

/** The one that has no end yet, or the latest. */
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

/**
 * Nothing is due while a case is suspended, nor for a month that lay wholly within a suspension. A month that was
 * cut by one is due again once the case is resumed.
 */
export const notSuspended = (today: SQLWrapper): SQL =>
  sql`not exists (
    select 1 from ${suspensions} s where s.region_id = ${cases.regionId} and s.case_id = ${cases.id}
    and ((s.from_day <= ${today} and coalesce(s.to_day, 'infinity') >= ${today})
      or (s.from_day <= ${monitorings.dueMonth}
        and coalesce(s.to_day, 'infinity') >= (${monitorings.dueMonth} + interval '1 month - 1 day')::date)))`

/** A month that lies wholly within a suspension will not be kept. */
export const notSuspendedInMonth = sql`not exists (
  select 1 from ${suspensions} s where s.region_id = ${cases.regionId} and s.case_id = ${cases.id}
  and s.from_day <= ${monitorings.dueMonth}
  and coalesce(s.to_day, 'infinity') >= (${monitorings.dueMonth} + interval '1 month - 1 day')::date)`
