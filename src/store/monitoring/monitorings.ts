import { and, asc, eq, gt, gte, isNull, lt, lte, notInArray, type SQL } from 'drizzle-orm'
import { cases, suspensions } from '../case/tables.ts'
import type { Scope } from '../engine/database.ts'
import { anyOf, param, prepared } from '../engine/prepared.ts'
import { openText, sealText } from '../engine/sealed-text.ts'
import { notSuspended } from './not-suspended.ts'
import { monitorings, type OUTCOMES } from './tables.ts'

export { OUTCOMES } from './tables.ts'
export type Monitoring = typeof monitorings.$inferSelect
export type Outcome = (typeof OUTCOMES)[number]

/**
 * Syncs a plan's due months with the wanted ones: adds missing ones, deletes open ones that are not wanted, and leaves
 * recorded ones. Idempotent.
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

/** Adds due months of plans that are not there yet; another plan's same month stays. */
export const addDueMonths = async (
  scope: Scope,
  months: readonly { caseId: string; planId: string; dueMonth: Temporal.PlainYearMonth }[],
): Promise<void> => {
  for (let at = 0; at < months.length; at += ROWS_AT_ONCE)
    await scope.tx
      .insert(monitorings)
      .values(months.slice(at, at + ROWS_AT_ONCE).map((one) => ({ regionId: scope.regionId, ...one })))
      .onConflictDoNothing()
}

/** A statement has 65,535 parameters at most. */
const ROWS_AT_ONCE = 2000

/** Deletes a plan's open months from this one on. */
export const dropOpenMonthsFrom = async (
  scope: Scope,
  planId: string,
  first: Temporal.PlainYearMonth,
): Promise<void> => {
  await scope.tx
    .delete(monitorings)
    .where(and(eq(monitorings.planId, planId), isNull(monitorings.doneOn), gte(monitorings.dueMonth, first)))
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

/** Lists open due months up to today's, of open cases that are not suspended, oldest first. */
export const dueMonitorings = (
  scope: Scope,
  today: Temporal.PlainDate,
  narrow: { memberIds?: readonly string[]; before?: Temporal.PlainYearMonth } = {},
): Promise<DueMonitoring[]> => {
  const { memberIds, before } = narrow
  const values = { today, until: before?.subtract({ months: 1 }) ?? today.toPlainYearMonth() }
  return memberIds ? dueOf(scope, { ...values, memberIds }) : dueOfAll(scope, values)
}

const due = (tx: Scope['tx'], ofWhom?: SQL) =>
  tx
    .select(dueColumns)
    .from(monitorings)
    .innerJoin(cases, eq(cases.id, monitorings.caseId))
    .where(
      and(
        isNull(monitorings.doneOn),
        lte(monitorings.dueMonth, param('until', monitorings.dueMonth)),
        isNull(cases.closedOn),
        notSuspended(param('today', suspensions.from)),
        ofWhom,
      ),
    )
    .orderBy(asc(monitorings.dueMonth), asc(cases.code))
const dueOfAll = prepared((tx) => due(tx))
const dueOf = prepared((tx) => due(tx, anyOf(cases.memberId, 'memberIds')))

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

/** Decrypts why they could not meet, where recorded; the caller writes the read to the audit log. */
export const reasonOf = async (scope: Scope, id: string): Promise<string | undefined> => {
  const [row] = await scope.tx
    .select({ reason: monitorings.reason })
    .from(monitorings)
    .where(eq(monitorings.id, id))
  return row?.reason ? openText(scope, monitorings.reason, { id }, row.reason) : undefined
}

/** Records a monitoring by compare-and-set on its state: false when somebody recorded it first. */
export const recordDone = async (
  scope: Scope,
  id: string,
  {
    reason,
    ...done
  }: {
    doneOn: Temporal.PlainDate
    outcome: Outcome
    reason: string | undefined
    recordedBy: string
    recordedAt: Temporal.Instant
  },
): Promise<boolean> => {
  const sealed = reason === undefined ? null : sealText(scope, monitorings.reason, { id }, reason)
  const recorded = await scope.tx
    .update(monitorings)
    .set({ ...done, reason: sealed })
    .where(and(eq(monitorings.id, id), isNull(monitorings.doneOn)))
    .returning({ id: monitorings.id })
  return recorded.length > 0
}

/** Lists the open months of a case, oldest first. */
export const openMonitoringsOf = (scope: Scope, caseId: string): Promise<Monitoring[]> =>
  scope.tx
    .select()
    .from(monitorings)
    .where(and(eq(monitorings.caseId, caseId), isNull(monitorings.doneOn)))
    .orderBy(asc(monitorings.dueMonth))

/** Months in which somebody could not be met, recorded since `at`. */
export const notMetSince = (scope: Scope, at: Temporal.Instant) => notMet(scope, { at })

const notMet = prepared((tx) =>
  tx
    .select({ ...dueColumns, recordedAt: monitorings.recordedAt })
    .from(monitorings)
    .innerJoin(cases, eq(cases.id, monitorings.caseId))
    .where(
      and(
        eq(monitorings.outcome, 'could_not_meet'),
        gte(monitorings.recordedAt, param('at', monitorings.recordedAt)),
        isNull(cases.closedOn),
      ),
    )
    .orderBy(asc(monitorings.recordedAt)),
)

/** Deletes open months between the closing of a case and its reopening: nobody could have kept them. */
export const dropMonthsBetween = async (
  scope: Scope,
  caseId: string,
  after: Temporal.PlainYearMonth,
  before: Temporal.PlainYearMonth,
): Promise<void> => {
  await scope.tx
    .delete(monitorings)
    .where(
      and(
        eq(monitorings.caseId, caseId),
        isNull(monitorings.doneOn),
        gt(monitorings.dueMonth, after),
        lt(monitorings.dueMonth, before),
      ),
    )
}
