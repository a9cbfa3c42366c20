import { and, asc, desc, eq, gte, inArray, isNull, lte } from 'drizzle-orm'
import type { Scope } from '../engine/database.ts'
import { param, prepared } from '../engine/prepared.ts'
import { openText, sealText } from '../engine/sealed-text.ts'
import { visits } from './tables.ts'

/** Without its report. */
export type Visit = Omit<typeof visits.$inferSelect, 'regionId' | 'report'>

const columns = {
  id: visits.id,
  officeId: visits.officeId,
  visitorId: visits.visitorId,
  plannedOn: visits.plannedOn,
  doneOn: visits.doneOn,
  reportedBy: visits.reportedBy,
  reportedAt: visits.reportedAt,
}

type PlannedVisit = Pick<Visit, 'officeId' | 'visitorId' | 'plannedOn'>

/** Lists visits planned from a day on that were not made. */
export const visitsFrom = (scope: Scope, day: Temporal.PlainDate): Promise<Visit[]> =>
  scope.tx
    .select(columns)
    .from(visits)
    .where(and(gte(visits.plannedOn, day), isNull(visits.doneOn)))

export const addVisits = async (scope: Scope, planned: readonly PlannedVisit[]): Promise<void> => {
  if (planned.length === 0) return
  await scope.tx
    .insert(visits)
    .values(planned.map((one) => ({ regionId: scope.regionId, ...one })))
    .onConflictDoNothing()
}

export const dropVisits = async (scope: Scope, ids: readonly string[]): Promise<void> => {
  if (ids.length > 0) await scope.tx.delete(visits).where(inArray(visits.id, [...ids]))
}

/** Lists visits made within these days. */
export const visitsDoneBetween = (
  scope: Scope,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): Promise<Visit[]> =>
  scope.tx
    .select(columns)
    .from(visits)
    .where(and(gte(visits.doneOn, from), lte(visits.doneOn, to)))

export const visitById = async (scope: Scope, id: string): Promise<Visit | undefined> => {
  const [found] = await scope.tx.select(columns).from(visits).where(eq(visits.id, id))
  return found
}

/** Lists visits planned until a day that were not made yet. */
export const openVisits = (scope: Scope, until: Temporal.PlainDate): Promise<Visit[]> =>
  notMade(scope, { until })

const notMade = prepared((tx) =>
  tx
    .select(columns)
    .from(visits)
    .where(and(isNull(visits.doneOn), lte(visits.plannedOn, param('until', visits.plannedOn))))
    .orderBy(asc(visits.plannedOn)),
)

/** Lists visits reported since an instant, latest first. */
export const reportedVisits = (scope: Scope, since: Temporal.Instant): Promise<Visit[]> =>
  reported(scope, { since })

const reported = prepared((tx) =>
  tx
    .select(columns)
    .from(visits)
    .where(gte(visits.reportedAt, param('since', visits.reportedAt)))
    .orderBy(desc(visits.reportedAt)),
)

/** Decrypts the report; the caller writes the read to the audit log. */
export const visitReport = async (scope: Scope, id: string): Promise<string> => {
  const [row] = await scope.tx.select({ report: visits.report }).from(visits).where(eq(visits.id, id))
  return row?.report ? openText(scope, visits.report, { id }, row.report) : ''
}

/** Reports a visit. False when it was reported already. */
export const reportVisit = async (
  scope: Scope,
  id: string,
  done: { doneOn: Temporal.PlainDate; report: string; by: string; at: Temporal.Instant },
): Promise<boolean> => {
  const rows = await scope.tx
    .update(visits)
    .set({
      doneOn: done.doneOn,
      report: sealText(scope, visits.report, { id }, done.report),
      reportedBy: done.by,
      reportedAt: done.at,
    })
    .where(and(eq(visits.id, id), isNull(visits.doneOn)))
    .returning({ id: visits.id })
  return rows.length > 0
}

/** Lists visits planned for these days, reported or not. */
export const visitsBetween = (
  scope: Scope,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): Promise<Visit[]> =>
  scope.tx
    .select(columns)
    .from(visits)
    .where(and(gte(visits.plannedOn, from), lte(visits.plannedOn, to)))
