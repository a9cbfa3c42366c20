import { randomUUID } from 'node:crypto'
import { and, asc, eq, gte, isNull } from 'drizzle-orm'
import type { Interval } from '../../domain/monitoring/due-months.ts'
import { cases } from '../case/tables.ts'
import type { Scope } from '../engine/database.ts'
import { param, prepared } from '../engine/prepared.ts'
import { openText, sealText } from '../engine/sealed-text.ts'
import { intervalProposals } from './tables.ts'

type Row = typeof intervalProposals.$inferSelect

const listed = {
  id: intervalProposals.id,
  caseId: intervalProposals.caseId,
  planId: intervalProposals.planId,
  intervalMonths: intervalProposals.intervalMonths,
  from: intervalProposals.from,
  proposedBy: intervalProposals.proposedBy,
  proposedAt: intervalProposals.proposedAt,
  decision: intervalProposals.decision,
  decidedBy: intervalProposals.decidedBy,
  code: cases.code,
  memberId: cases.memberId,
  officeId: cases.officeId,
  municipalityId: cases.municipalityId,
}

/** Lists proposals that wait for a municipality's decision, oldest first. */
export const openProposals = (scope: Scope) => waiting(scope, {})

const waiting = prepared((tx) =>
  tx
    .select(listed)
    .from(intervalProposals)
    .innerJoin(cases, eq(cases.id, intervalProposals.caseId))
    .where(and(isNull(intervalProposals.decision), isNull(cases.closedOn)))
    .orderBy(asc(intervalProposals.proposedAt)),
)

/** Decided since `at`: who carries the case is told. */
export const decidedSince = (scope: Scope, at: Temporal.Instant) => decided(scope, { at })

const decided = prepared((tx) =>
  tx
    .select(listed)
    .from(intervalProposals)
    .innerJoin(cases, eq(cases.id, intervalProposals.caseId))
    .where(
      and(gte(intervalProposals.decidedAt, param('at', intervalProposals.decidedAt)), isNull(cases.closedOn)),
    )
    .orderBy(asc(intervalProposals.decidedAt)),
)

export const proposalById = async (scope: Scope, id: string) => {
  const [found] = await scope.tx
    .select({ ...listed, reason: intervalProposals.reason, closedOn: cases.closedOn })
    .from(intervalProposals)
    .innerJoin(cases, eq(cases.id, intervalProposals.caseId))
    .where(eq(intervalProposals.id, id))
  return found && { ...found, reason: openText(scope, intervalProposals.reason, { id }, found.reason) }
}

type NewProposal = Pick<Row, 'caseId' | 'planId' | 'from' | 'proposedBy' | 'proposedAt'> & {
  intervalMonths: Interval
  reason: string
}

/** Adds a proposal. Undefined when the case has an open one: the unique index decides, also between concurrent callers. */
export const proposeInterval = async (
  scope: Scope,
  { reason, ...wanted }: NewProposal,
): Promise<{ id: string } | undefined> => {
  const id = randomUUID()
  const [added] = await scope.tx
    .insert(intervalProposals)
    .values({
      regionId: scope.regionId,
      id,
      ...wanted,
      reason: sealText(scope, intervalProposals.reason, { id }, reason),
    })
    .onConflictDoNothing()
    .returning({ id: intervalProposals.id })
  return added
}

/** Decides a proposal by compare-and-set: false when somebody decided first. */
export const decideProposal = async (
  scope: Scope,
  id: string,
  decided: { decision: 'accepted' | 'declined'; decidedBy: string; decidedAt: Temporal.Instant },
): Promise<boolean> => {
  const rows = await scope.tx
    .update(intervalProposals)
    .set(decided)
    .where(and(eq(intervalProposals.id, id), isNull(intervalProposals.decision)))
    .returning({ id: intervalProposals.id })
  return rows.length > 0
}
