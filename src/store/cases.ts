import { and, asc, eq, isNull, type SQL, sql } from 'drizzle-orm'
import type { CaseReach } from '../domain/permission/case-access.ts'
import type { Scope } from './database.ts'
import { cases } from './schema/cases.ts'

export type Case = typeof cases.$inferSelect
export type NewCase = Pick<Case, 'code' | 'officeId' | 'memberId'> &
  Partial<Pick<Case, 'municipalityId' | 'needLevel' | 'closedOn'>>

const within = (reach: CaseReach): SQL | undefined => {
  switch (reach.reach) {
    case 'region':
      return undefined
    case 'office':
      return eq(cases.officeId, reach.officeId)
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
