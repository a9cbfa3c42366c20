import { and, asc, desc, eq, gte, inArray, isNull, lt, min, ne, or, sql } from 'drizzle-orm'
import type { CaseFacts, CaseReach } from '../../domain/case/permission.ts'
import type { Scope } from '../engine/database.ts'
import { anyOf, param, prepared } from '../engine/prepared.ts'
import { monitorings } from '../monitoring/tables.ts'
import { plans } from '../plan/tables.ts'
import { caseFacts, cases, withinReach } from './tables.ts'

export type Case = typeof cases.$inferSelect
export type NewCase = Pick<Case, 'code' | 'officeId' | 'memberId'> &
  Partial<
    Pick<Case, 'municipalityId' | 'needLevel' | 'needLevelSince' | 'selfPlan' | 'closedOn' | 'closingReason'>
  >

export { CLOSING_REASONS, SELF_PLANS } from './tables.ts'

export const caseByCode = async (scope: Scope, code: string): Promise<Case | undefined> => {
  const [found] = await scope.tx.select().from(cases).where(eq(cases.code, code))
  return found
}

/** Lists the cases of these codes, closed ones too. */
export const casesByCodes = (scope: Scope, codes: readonly string[]): Promise<Case[]> =>
  scope.tx
    .select()
    .from(cases)
    .where(inArray(cases.code, [...codes]))

/** Lists all codes of the region, of closed cases too: texts that may name no case are checked against them. */
export const caseCodes = async (scope: Scope): Promise<string[]> =>
  (await scope.tx.select({ code: cases.code }).from(cases)).map(({ code }) => code)

/**
 * Finds the region's cases, closed ones too, whose code is one of these keys, or is but for its hyphens. With what
 * decides who may see them.
 */
export const casesByCodeKeys = (
  scope: Scope,
  keys: readonly string[],
): Promise<(CaseFacts & { code: string })[]> => byCodeKeys(scope, { keys })

const byCodeKeys = prepared((tx) =>
  tx
    .select({
      code: cases.code,
      officeId: cases.officeId,
      memberId: cases.memberId,
      municipalityId: cases.municipalityId,
    })
    .from(cases)
    .where(
      or(anyOf(cases.code, 'keys'), sql`replace(${cases.code}, '-', '') = any(${sql.placeholder('keys')})`),
    ),
)

/** Lists open cases within reach, by code. `memberId` narrows to one specialist's. */
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
        withinReach(reach),
        narrow.memberId ? eq(cases.memberId, narrow.memberId) : undefined,
        narrow.codeLike ? sql`position(${narrow.codeLike} in ${cases.code}) > 0` : undefined,
      ),
    )
    .orderBy(asc(cases.code))
    .limit(narrow.limit ?? 10_000)

/**
 * Open cases within reach, by code, each with its latest plan and the first month that is due and not recorded.
 * `memberId` narrows to one specialist's.
 */
export const caseList = (scope: Scope, reach: CaseReach, memberId?: string) => {
  const latest = scope.tx
    .select({ kind: plans.kind, validTo: plans.validTo })
    .from(plans)
    .where(eq(plans.caseId, cases.id))
    .orderBy(desc(plans.validFrom))
    .limit(1)
    .as('latest')
  const open = scope.tx
    .select({ next: min(monitorings.dueMonth).as('next') })
    .from(monitorings)
    .where(and(eq(monitorings.caseId, cases.id), isNull(monitorings.doneOn)))
    .as('open')
  return scope.tx
    .select({ code: cases.code, kind: latest.kind, validTo: latest.validTo, nextDue: open.next })
    .from(cases)
    .leftJoinLateral(latest, sql`true`)
    .leftJoinLateral(open, sql`true`)
    .where(
      and(
        isNull(cases.closedOn),
        withinReach(reach),
        memberId === undefined ? undefined : eq(cases.memberId, memberId),
      ),
    )
    .orderBy(asc(cases.code))
}

/** Adds a case. Undefined when the code is taken: the unique constraint decides, also between concurrent callers. */
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

/** Adds several cases. Returns those whose code was not taken. */
export const addCases = async (
  scope: Scope,
  wanted: readonly NewCase[],
  now: Temporal.Instant,
): Promise<Case[]> =>
  wanted.length === 0
    ? []
    : scope.tx
        .insert(cases)
        .values(wanted.map((one) => ({ regionId: scope.regionId, ...one, registeredAt: now })))
        .onConflictDoNothing({ target: [cases.regionId, cases.code] })
        .returning()

export const changeCase = async (scope: Scope, id: string, change: Partial<NewCase>): Promise<void> => {
  await scope.tx.update(cases).set(change).where(eq(cases.id, id))
}

/**
 * Reassigns open cases to another member and their office. Leaves alone those that went to somebody else meanwhile.
 * Returns the codes, in order.
 */
export const assignCases = async (
  scope: Scope,
  from: { caseIds: readonly string[]; memberId: string },
  to: { memberId: string; officeId: string; assignedBy: string; assignedAt: Temporal.Instant },
): Promise<{ id: string; code: string }[]> => {
  const moved = await scope.tx
    .update(cases)
    .set(to)
    .where(
      and(isNull(cases.closedOn), inArray(cases.id, [...from.caseIds]), eq(cases.memberId, from.memberId)),
    )
    .returning({ id: cases.id, code: cases.code })
  return moved.toSorted((a, b) => (a.code < b.code ? -1 : 1))
}

/** Lists cases that somebody else assigned to their present member since `at`. */
export const assignedSince = (
  scope: Scope,
  at: Temporal.Instant,
): Promise<({ code: string } & CaseFacts)[]> => assigned(scope, { at })

const assigned = prepared((tx) =>
  tx
    .select({ code: cases.code, ...caseFacts })
    .from(cases)
    .where(
      and(
        isNull(cases.closedOn),
        gte(cases.assignedAt, param('at', cases.assignedAt)),
        ne(cases.assignedBy, cases.memberId),
      ),
    )
    .orderBy(asc(cases.code)),
)

/** Counts the open cases of each member at each office. */
export const casesInCharge = (
  scope: Scope,
): Promise<(Pick<Case, 'memberId' | 'officeId'> & { count: number })[]> => inCharge(scope, {})

const inCharge = prepared((tx) =>
  tx
    .select({ memberId: cases.memberId, officeId: cases.officeId, count: sql<number>`count(*)::int` })
    .from(cases)
    .where(isNull(cases.closedOn))
    .groupBy(cases.memberId, cases.officeId)
    .orderBy(asc(cases.officeId), asc(cases.memberId)),
)

/** Lists cases closed before a day whose texts were not purged since that closing. */
export const casesToPurge = (
  { tx }: Scope,
  before: Temporal.PlainDate,
): Promise<Pick<Case, 'id' | 'code'>[]> =>
  tx
    .select({ id: cases.id, code: cases.code })
    .from(cases)
    .where(
      and(
        lt(cases.closedOn, before),
        or(isNull(cases.textsPurgedAt), lt(cases.textsPurgedAt, sql`${cases.closedOn}::timestamptz`)),
      ),
    )

export const markTextsPurged = async ({ tx }: Scope, id: string, at: Temporal.Instant): Promise<void> => {
  await tx.update(cases).set({ textsPurgedAt: at }).where(eq(cases.id, id))
}
