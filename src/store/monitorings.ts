import { and, asc, eq, inArray, isNull, lte, notInArray, type SQL } from 'drizzle-orm'
import type { Scope } from './database.ts'
import { cases } from './schema/cases.ts'
import { monitorings, type OUTCOMES } from './schema/monitorings.ts'

export { OUTCOMES } from './schema/monitorings.ts'
export type Monitoring = typeof monitorings.$inferSelect
export type Outcome = (typeof OUTCOMES)[number]

/**
 * Makes a plan's due months what they should be: missing ones are added, open ones that are not wanted are taken
 * away, and what was recorded stays.
 */
export const setDueMonths = async (
  scope: Scope,
  plan: { id: string; caseId: string },
  months: readonly Temporal.PlainYearMonth[],
): Promise<void> => {
  await scope.tx
    .delete(monitorings)
    .where(
      and(
        eq(monitorings.planId, plan.id),
        isNull(monitorings.doneOn),
        months.length > 0 ? notInArray(monitorings.dueMonth, [...months]) : undefined,
      ),
    )
  if (months.length === 0) return
  await scope.tx
    .insert(monitorings)
    .values(
      months.map((dueMonth) => ({
        regionId: scope.regionId,
        caseId: plan.caseId,
        planId: plan.id,
        dueMonth,
      })),
    )
    .onConflictDoNothing()
}

export const monitoringsOfCase = (scope: Scope, caseId: string): Promise<Monitoring[]> =>
  scope.tx.select().from(monitorings).where(eq(monitorings.caseId, caseId)).orderBy(asc(monitorings.dueMonth))

/** A due month with what is needed to name it and to decide who may see it. */
export type DueMonitoring = {
  id: string
  caseId: string
  code: string
  memberId: string
  officeId: string
  municipalityId: string | null
  dueMonth: Temporal.PlainYearMonth
}

const dueColumns = {
  id: monitorings.id,
  caseId: cases.id,
  code: cases.code,
  memberId: cases.memberId,
  officeId: cases.officeId,
  municipalityId: cases.municipalityId,
  dueMonth: monitorings.dueMonth,
}

const openUpTo = (month: Temporal.PlainYearMonth): SQL | undefined =>
  and(isNull(monitorings.doneOn), lte(monitorings.dueMonth, month), isNull(cases.closedOn))

/** Open due months up to and including `month`, of open cases, oldest first. */
export const dueMonitorings = (
  scope: Scope,
  month: Temporal.PlainYearMonth,
  memberIds?: readonly string[],
): Promise<DueMonitoring[]> =>
  scope.tx
    .select(dueColumns)
    .from(monitorings)
    .innerJoin(cases, eq(cases.id, monitorings.caseId))
    .where(and(openUpTo(month), memberIds ? inArray(cases.memberId, [...memberIds]) : undefined))
    .orderBy(asc(monitorings.dueMonth), asc(cases.code))

export const monitoringById = async (
  scope: Scope,
  id: string,
): Promise<(DueMonitoring & Pick<Monitoring, 'doneOn' | 'recordedBy' | 'outcome'>) | undefined> => {
  const [found] = await scope.tx
    .select({
      ...dueColumns,
      doneOn: monitorings.doneOn,
      recordedBy: monitorings.recordedBy,
      outcome: monitorings.outcome,
    })
    .from(monitorings)
    .innerJoin(cases, eq(cases.id, monitorings.caseId))
    .where(eq(monitorings.id, id))
  return found
}

/** False when somebody recorded it first: the row's own state decides between two at once. */
export const recordDone = async (
  scope: Scope,
  id: string,
  done: { doneOn: Temporal.PlainDate; outcome: Outcome; recordedBy: string; recordedAt: Temporal.Instant },
): Promise<boolean> => {
  const recorded = await scope.tx
    .update(monitorings)
    .set(done)
    .where(and(eq(monitorings.id, id), isNull(monitorings.doneOn)))
    .returning({ id: monitorings.id })
  return recorded.length > 0
}

/** What is still open of these cases, oldest first. */
export const openMonitoringsOf = (scope: Scope, caseIds: readonly string[]): Promise<Monitoring[]> =>
  caseIds.length === 0
    ? Promise.resolve([])
    : scope.tx
        .select()
        .from(monitorings)
        .where(and(inArray(monitorings.caseId, [...caseIds]), isNull(monitorings.doneOn)))
        .orderBy(asc(monitorings.dueMonth))
