import { and, eq, gt, gte, isNotNull, isNull, lt, notExists, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { CaseReach } from '../../domain/case/permission.ts'
import { cases, withinReach } from '../case/tables.ts'
import type { Scope } from '../engine/database.ts'
import { plans } from '../plan/tables.ts'
import { notSuspendedInMonth } from './not-suspended.ts'
import { monitorings } from './tables.ts'

/** What falls into one month, of one office and one deciding municipality. */
type MonthCount = {
  office: string
  municipality: string | null
  month: Temporal.PlainYearMonth
  monitoring: number
  renewals: number
  newPlans: number
}

const count = sql<number>`count(*)::int`
const asMonth = (first: string): Temporal.PlainYearMonth => Temporal.PlainDate.from(first).toPlainYearMonth()

/** Counts what falls into each of twelve months, in SQL: the result does not grow with the cases. */
export const monthCounts = async (
  scope: Scope,
  reach: CaseReach,
  from: Temporal.PlainYearMonth,
): Promise<MonthCount[]> => {
  const start = from.toPlainDate({ day: 1 })
  const end = start.add({ months: 12 })
  const place = { office: cases.officeId, municipality: cases.municipalityId }
  const due = await scope.tx
    .select({ ...place, month: sql<string>`${monitorings.dueMonth}::text`, count })
    .from(monitorings)
    .innerJoin(cases, eq(cases.id, monitorings.caseId))
    .where(
      and(
        isNull(cases.closedOn),
        withinReach(reach),
        gte(monitorings.dueMonth, from),
        lt(monitorings.dueMonth, from.add({ months: 12 })),
        notSuspendedInMonth,
      ),
    )
    .groupBy(cases.officeId, cases.municipalityId, monitorings.dueMonth)
  const later = alias(plans, 'later')
  const endMonth = sql<string>`date_trunc('month', ${plans.validTo})::date::text`
  const renewals = await scope.tx
    .select({ ...place, month: endMonth, count })
    .from(plans)
    .innerJoin(cases, eq(cases.id, plans.caseId))
    .where(
      and(
        isNull(cases.closedOn),
        withinReach(reach),
        gte(plans.validTo, start),
        lt(plans.validTo, end),
        notExists(
          scope.tx
            .select({ one: sql`1` })
            .from(later)
            .where(and(eq(later.caseId, plans.caseId), gt(later.validFrom, plans.validFrom))),
        ),
      ),
    )
    .groupBy(cases.officeId, cases.municipalityId, endMonth)
  const startMonth = sql<string>`date_trunc('month', ${plans.validFrom})::date::text`
  const begun = await scope.tx
    .select({ ...place, month: startMonth, count })
    .from(plans)
    .innerJoin(cases, eq(cases.id, plans.caseId))
    .where(
      and(
        isNull(cases.closedOn),
        withinReach(reach),
        eq(plans.kind, 'new'),
        gte(plans.validFrom, start),
        lt(plans.validFrom, end),
      ),
    )
    .groupBy(cases.officeId, cases.municipalityId, startMonth)
  return merged([
    ...due.map((row) => ({ ...row, kind: 'monitoring' as const })),
    ...renewals.map((row) => ({ ...row, kind: 'renewals' as const })),
    ...begun.map((row) => ({ ...row, kind: 'newPlans' as const })),
  ])
}

type Row = {
  office: string
  municipality: string | null
  month: string
  count: number
  kind: 'monitoring' | 'renewals' | 'newPlans'
}

const merged = (rows: readonly Row[]): MonthCount[] => {
  const counts = new Map<string, MonthCount>()
  for (const { office, municipality, month, count, kind } of rows) {
    const key = [office, municipality, month].join(' ')
    const one = counts.get(key) ?? {
      office,
      municipality,
      month: asMonth(month),
      monitoring: 0,
      renewals: 0,
      newPlans: 0,
    }
    counts.set(key, { ...one, [kind]: one[kind] + count })
  }
  return [...counts.values()]
}

/** セルフプラン of each municipality, wished and unwished, beside all its open cases. */
export const selfPlanCounts = (scope: Scope, reach: CaseReach) =>
  scope.tx
    .select({
      municipality: sql<string>`${cases.municipalityId}`,
      wished: sql<number>`count(*) filter (where ${cases.selfPlan} = 'wished')::int`,
      unwished: sql<number>`count(*) filter (where ${cases.selfPlan} = 'unwished')::int`,
      cases: count,
    })
    .from(cases)
    .where(and(isNull(cases.closedOn), withinReach(reach), isNotNull(cases.municipalityId)))
    .groupBy(cases.municipalityId)
