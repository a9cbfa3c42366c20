import {
  and,
  asc,
  desc,
  eq,
  exists,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lte,
  notExists,
  or,
  type SQL,
  sql,
} from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { CaseFacts } from '../../domain/case/permission.ts'
import { caseFacts, cases } from '../case/tables.ts'
import type { Scope } from '../engine/database.ts'
import { anyOf, param, prepared } from '../engine/prepared.ts'
import { intervalProposals, monitorings } from '../monitoring/tables.ts'
import { summaries } from '../summary/tables.ts'
import type { StoredLine } from './tables.ts'
import { plans } from './tables.ts'

export type { StoredLine }
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

/** Adds the plans of cases that have none. */
export const addPlans = async (
  scope: Scope,
  wanted: readonly NewPlan[],
  now: Temporal.Instant,
): Promise<Plan[]> =>
  wanted.length === 0
    ? []
    : scope.tx
        .insert(plans)
        .values(wanted.map((one) => ({ regionId: scope.regionId, ...one, registeredAt: now })))
        .returning()

/** Lists the plans of several cases. */
export const plansOfCases = (scope: Scope, caseIds: readonly string[]): Promise<Plan[]> =>
  scope.tx
    .select()
    .from(plans)
    .where(inArray(plans.caseId, [...caseIds]))

/** Newest first. */
export const plansOfCase = (scope: Scope, caseId: string): Promise<Plan[]> =>
  scope.tx.select().from(plans).where(eq(plans.caseId, caseId)).orderBy(desc(plans.validFrom))

/** Lists the latest plans that end by a day: with none after it, a plan has to be renewed. */
export const endingPlans = (
  scope: Scope,
  by: Temporal.PlainDate,
  memberIds?: readonly string[],
): Promise<({ caseId: string; code: string; validTo: Temporal.PlainDate } & CaseFacts)[]> =>
  memberIds ? endingOf(scope, { by, memberIds }) : endingOfAll(scope, { by })

const ending = (tx: Scope['tx'], ofWhom?: SQL) => {
  const later = alias(plans, 'later')
  return tx
    .select({
      caseId: cases.id,
      code: cases.code,
      ...caseFacts,
      validTo: plans.validTo,
    })
    .from(plans)
    .innerJoin(cases, eq(cases.id, plans.caseId))
    .where(
      and(
        isNull(cases.closedOn),
        lte(plans.validTo, param('by', plans.validTo)),
        ofWhom,
        notExists(
          tx
            .select({ one: sql`1` })
            .from(later)
            .where(and(eq(later.caseId, plans.caseId), gt(later.validFrom, plans.validFrom))),
        ),
      ),
    )
    .orderBy(asc(plans.validTo), asc(cases.code))
}
const endingOfAll = prepared((tx) => ending(tx))
const endingOf = prepared((tx) => ending(tx, anyOf(cases.memberId, 'memberIds')))

/** Whether something that people wrote refers to the plan. */
export const isPlanInUse = async (scope: Scope, id: string): Promise<boolean> => {
  const [used] = await scope.tx
    .select({ id: plans.id })
    .from(plans)
    .where(
      and(
        eq(plans.id, id),
        or(
          exists(
            scope.tx
              .select({ one: sql`1` })
              .from(monitorings)
              .where(and(eq(monitorings.planId, plans.id), isNotNull(monitorings.doneOn))),
          ),
          exists(scope.tx.select({ one: sql`1` }).from(summaries).where(eq(summaries.planId, plans.id))),
          exists(
            scope.tx
              .select({ one: sql`1` })
              .from(intervalProposals)
              .where(eq(intervalProposals.planId, plans.id)),
          ),
        ),
      ),
    )
  return used !== undefined
}

export const deletePlan = async (scope: Scope, id: string): Promise<void> => {
  await scope.tx.delete(plans).where(eq(plans.id, id))
}

export type PlanToReview = {
  planId: string
  caseId: string
  code: string
  memberId: string
  supportCase: CaseFacts
}

/** Lists plans of open cases that begin within these days and have no summary yet. */
export const plansWithoutSummary = (
  scope: Scope,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): Promise<PlanToReview[]> => withoutSummary(scope, { from, to })

const withoutSummary = prepared((tx) =>
  tx
    .select({
      planId: plans.id,
      caseId: cases.id,
      code: cases.code,
      memberId: cases.memberId,
      supportCase: caseFacts,
    })
    .from(plans)
    .innerJoin(cases, eq(cases.id, plans.caseId))
    .where(
      and(
        isNull(cases.closedOn),
        gte(plans.validFrom, param('from', plans.validFrom)),
        lte(plans.validFrom, param('to', plans.validFrom)),
        notExists(tx.select({ one: sql`1` }).from(summaries).where(eq(summaries.planId, plans.id))),
      ),
    )
    .orderBy(asc(cases.code)),
)
