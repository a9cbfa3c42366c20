import { and, asc, desc, eq, gte, inArray, isNull, lte, notExists, sql } from 'drizzle-orm'
import type { Scope } from './database.ts'
import { cases } from './schema/cases.ts'
import { plans } from './schema/plans.ts'
import { summaries } from './schema/summaries.ts'

export type { StoredLine } from './schema/plans.ts'
export type Plan = typeof plans.$inferSelect
export type NewPlan = Omit<Plan, 'regionId' | 'id' | 'registeredAt'>

export const addPlan = async (scope: Scope, wanted: NewPlan, now: Temporal.Instant): Promise<Plan> => {
  const [added] = await scope.tx
    .insert(plans)
    .values({ regionId: scope.regionId, ...wanted, registeredAt: now })
    .onConflictDoUpdate({ target: [plans.regionId, plans.caseId, plans.validFrom], set: wanted })
    .returning()
  if (!added) throw new Error('a plan was neither added nor found')
  return added
}

/** Newest first. */
export const plansOfCase = (scope: Scope, caseId: string): Promise<Plan[]> =>
  scope.tx.select().from(plans).where(eq(plans.caseId, caseId)).orderBy(desc(plans.validFrom))

export const plansOfCases = (scope: Scope, caseIds: readonly string[]): Promise<Plan[]> =>
  caseIds.length === 0
    ? Promise.resolve([])
    : scope.tx
        .select()
        .from(plans)
        .where(inArray(plans.caseId, [...caseIds]))
        .orderBy(desc(plans.validFrom))

export type PlanToReview = { planId: string; caseId: string; code: string; memberId: string }

/** Plans of open cases that begin within the days given and have no summary yet. */
export const plansWithoutSummary = (
  scope: Scope,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): Promise<PlanToReview[]> =>
  scope.tx
    .select({ planId: plans.id, caseId: cases.id, code: cases.code, memberId: cases.memberId })
    .from(plans)
    .innerJoin(cases, eq(cases.id, plans.caseId))
    .where(
      and(
        isNull(cases.closedOn),
        gte(plans.validFrom, from),
        lte(plans.validFrom, to),
        notExists(scope.tx.select({ one: sql`1` }).from(summaries).where(eq(summaries.planId, plans.id))),
      ),
    )
    .orderBy(asc(cases.code))
