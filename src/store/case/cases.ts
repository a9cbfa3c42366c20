import { and, asc, eq, gte, inArray, isNull, ne, or, type SQL, sql } from 'drizzle-orm'
import type { CaseReach } from '../../domain/case/case-access.ts'
import type { Scope } from '../engine/database.ts'
import { given, prepared } from '../engine/prepared.ts'
import { cases } from './tables.ts'

export type Case = typeof cases.$inferSelect
export type NewCase = Pick<Case, 'code' | 'officeId' | 'memberId'> &
  Partial<
    Pick<Case, 'municipalityId' | 'needLevel' | 'needLevelSince' | 'selfPlan' | 'closedOn' | 'closingReason'>
  >

export { CLOSING_REASONS, SELF_PLANS } from './tables.ts'

/** The condition that keeps a query on cases within somebody's reach. */
export const within = (reach: CaseReach): SQL | undefined => {
  switch (reach.reach) {
    case 'region':
      return undefined
    case 'office':
      return reach.standsInFor.length === 0
        ? eq(cases.officeId, reach.officeId)
        : or(eq(cases.officeId, reach.officeId), inArray(cases.memberId, [...reach.standsInFor]))
    case 'municipality':
      return eq(cases.municipalityId, reach.municipalityId)
    case 'none':
      return sql`false`
    default:
      return reach satisfies never
  }
}

export const caseByCode = async (scope: Scope, code: string): Promise<Case | undefined> => {
  const [found] = await scope.tx.select().from(cases).where(eq(cases.code, code))
  return found
}

/** Every code of the region, of closed cases too: what texts that name no case must not hold. */
export const caseCodes = async (scope: Scope): Promise<string[]> =>
  (await scope.tx.select({ code: cases.code }).from(cases)).map(({ code }) => code)

/** Open cases within reach, by code. `memberId` narrows to one specialist's. */
export const openCases = (
  scope: Scope,
  reach: CaseReach,
  narrow: { memberId?: string; codeLike?: string; limit?: number } = {},
): Promise<Case[]> =>
  scope.tx
    .select()
    .from(cases)
    .where(
      and(
        isNull(cases.closedOn),
        within(reach),
        narrow.memberId ? eq(cases.memberId, narrow.memberId) : undefined,
        narrow.codeLike ? sql`position(${narrow.codeLike} in ${cases.code}) > 0` : undefined,
      ),
    )
    .orderBy(asc(cases.code))
    .limit(narrow.limit ?? 10_000)

/** Undefined when the region has a case of this code already; the constraint decides, also between two at once. */
export const addCase = async (
  scope: Scope,
  wanted: NewCase,
  now: Temporal.Instant,
): Promise<Case | undefined> => {
  const [added] = await scope.tx
    .insert(cases)
    .values({ regionId: scope.regionId, ...wanted, registeredAt: now })
    .onConflictDoNothing({ target: [cases.regionId, cases.code] })
    .returning()
  return added
}

export const changeCase = async (scope: Scope, id: string, change: Partial<NewCase>): Promise<void> => {
  await scope.tx.update(cases).set(change).where(eq(cases.id, id))
}

/** Open cases of a member go to another, with their office. Returns the codes, in order. */
export const assignCases = async (
  scope: Scope,
  from: { memberId: string } | { caseId: string },
  to: { memberId: string; officeId: string; assignedBy: string; assignedAt: Temporal.Instant },
): Promise<{ id: string; code: string }[]> => {
  const chosen = 'caseId' in from ? eq(cases.id, from.caseId) : eq(cases.memberId, from.memberId)
  const moved = await scope.tx
    .update(cases)
    .set(to)
    .where(and(isNull(cases.closedOn), chosen))
    .returning({ id: cases.id, code: cases.code })
  return moved.toSorted((a, b) => (a.code < b.code ? -1 : 1))
}

/** Cases that somebody else handed to their present member since `at`. */
export const assignedSince = (
  scope: Scope,
  at: Temporal.Instant,
): Promise<{ code: string; memberId: string }[]> => assigned(scope, { at })

const assigned = prepared((tx) =>
  tx
    .select({ code: cases.code, memberId: cases.memberId })
    .from(cases)
    .where(
      and(
        isNull(cases.closedOn),
        gte(cases.assignedAt, given('at', cases.assignedAt)),
        ne(cases.assignedBy, cases.memberId),
      ),
    )
    .orderBy(asc(cases.code)),
)
