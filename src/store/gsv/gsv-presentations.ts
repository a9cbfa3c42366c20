import { randomUUID } from 'node:crypto'
import { and, asc, desc, eq, gte, isNotNull, isNull, lt, ne } from 'drizzle-orm'
import type { CaseFacts } from '../../domain/case/permission.ts'
import { caseFacts, cases } from '../case/tables.ts'
import type { Scope } from '../engine/database.ts'
import { anyOf, param, prepared } from '../engine/prepared.ts'
import { openText, sealText } from '../engine/sealed-text.ts'
import { meetings } from '../meeting/tables.ts'
import { gsvPresentations } from './tables.ts'

type Row = typeof gsvPresentations.$inferSelect
/** Without its texts. */
export type Presentation = Pick<
  Row,
  'id' | 'meetingId' | 'memberId' | 'state' | 'pattern' | 'caseId' | 'answeredAt' | 'outcomeAt' | 'resultAt'
> & { code: string | null; supportCase: CaseFacts | null }
/** What the presenter takes away. */
export type Outcome = { ideas: string; next: string }

const listed = ({ tx }: Pick<Scope, 'tx'>) =>
  tx
    .select({
      id: gsvPresentations.id,
      meetingId: gsvPresentations.meetingId,
      memberId: gsvPresentations.memberId,
      state: gsvPresentations.state,
      pattern: gsvPresentations.pattern,
      caseId: gsvPresentations.caseId,
      answeredAt: gsvPresentations.answeredAt,
      outcomeAt: gsvPresentations.outcomeAt,
      resultAt: gsvPresentations.resultAt,
      code: cases.code,
      supportCase: caseFacts,
      seriesId: meetings.seriesId,
      startsAt: meetings.startsAt,
    })
    .from(gsvPresentations)
    .innerJoin(meetings, eq(meetings.id, gsvPresentations.meetingId))
    .leftJoin(cases, eq(cases.id, gsvPresentations.caseId))

/** Lists the presentations of these sessions, earliest answer first. */
export const presentationsOf = async (
  scope: Scope,
  meetingIds: readonly string[],
): Promise<Presentation[]> => (meetingIds.length === 0 ? [] : saidFor(scope, { meetingIds }))

const saidFor = prepared((tx) =>
  listed({ tx })
    .where(anyOf(gsvPresentations.meetingId, 'meetingIds'))
    .orderBy(asc(gsvPresentations.answeredAt), asc(gsvPresentations.id)),
)

export const presentationById = async (scope: Scope, id: string): Promise<Presentation | undefined> =>
  (await listed(scope).where(eq(gsvPresentations.id, id)))[0]

/** Lists who presents or presented in the series until `until`, and when. */
export const presentedIn = (scope: Scope, seriesId: string, until: Temporal.Instant) =>
  presented(scope, { seriesId, until })

const presented = prepared((tx) =>
  listed({ tx }).where(
    and(
      eq(meetings.seriesId, param('seriesId', meetings.seriesId)),
      isNull(meetings.cancelled),
      ne(gsvPresentations.state, 'declined'),
      lt(meetings.startsAt, param('until', meetings.startsAt)),
    ),
  ),
)

/** Finds a member's latest presentation before `now`. */
export const lastPresented = async (
  scope: Scope,
  memberId: string,
  now: Temporal.Instant,
): Promise<Presentation | undefined> => {
  const [last] = await listed(scope)
    .where(
      and(
        eq(gsvPresentations.memberId, memberId),
        ne(gsvPresentations.state, 'declined'),
        isNull(meetings.cancelled),
        lt(meetings.startsAt, now),
      ),
    )
    .orderBy(desc(meetings.startsAt))
    .limit(1)
  return last
}

/** Lists the results of earlier cases of the series recorded since an instant, oldest first. */
export const resultsSince = (scope: Scope, seriesId: string, since: Temporal.Instant) =>
  listed(scope)
    .where(
      and(
        eq(meetings.seriesId, seriesId),
        isNotNull(gsvPresentations.resultAt),
        gte(gsvPresentations.resultAt, since),
      ),
    )
    .orderBy(asc(gsvPresentations.resultAt))

type Answer = Pick<Row, 'meetingId' | 'memberId' | 'state' | 'pattern' | 'caseId'> & {
  reason?: string | undefined
}

/** Upserts a member's answer to presenting at a session. */
export const answerPresenting = async (
  scope: Scope,
  { reason, ...answer }: Answer,
  now: Temporal.Instant,
): Promise<string> => {
  const [before] = await scope.tx
    .select({ id: gsvPresentations.id })
    .from(gsvPresentations)
    .where(
      and(eq(gsvPresentations.meetingId, answer.meetingId), eq(gsvPresentations.memberId, answer.memberId)),
    )
    .for('update')
  const id = before?.id ?? randomUUID()
  const sealed = reason === undefined ? null : sealText(scope, gsvPresentations.reason, { id }, reason)
  const values = { ...answer, reason: sealed, answeredAt: now }
  await scope.tx
    .insert(gsvPresentations)
    .values({ regionId: scope.regionId, id, ...values })
    .onConflictDoUpdate({ target: gsvPresentations.id, set: values })
  return id
}

export const saveOutcome = async (
  scope: Scope,
  id: string,
  outcome: Outcome & { actBy: Temporal.PlainDate; by: string },
  now: Temporal.Instant,
): Promise<void> => {
  const { ideas, next, actBy, by } = outcome
  const text = sealText(scope, gsvPresentations.outcome, { id }, JSON.stringify({ ideas, next }))
  await scope.tx
    .update(gsvPresentations)
    .set({ outcome: text, actBy, outcomeBy: by, outcomeAt: now })
    .where(eq(gsvPresentations.id, id))
}

export const saveResult = async (
  scope: Scope,
  id: string,
  result: string,
  now: Temporal.Instant,
): Promise<void> => {
  await scope.tx
    .update(gsvPresentations)
    .set({ result: sealText(scope, gsvPresentations.result, { id }, result), resultAt: now })
    .where(eq(gsvPresentations.id, id))
}

export type Written = {
  reason?: string
  outcome?: Outcome & { actBy: Temporal.PlainDate | null }
  result?: string
}

/** Decrypts the texts; the caller writes the read to the audit log. */
export const writtenOf = async (scope: Scope, id: string): Promise<Written> => {
  const [row] = await scope.tx.select().from(gsvPresentations).where(eq(gsvPresentations.id, id))
  if (!row) return {}
  const { reason, outcome, result, actBy } = row
  return {
    reason: reason ? openText(scope, gsvPresentations.reason, { id }, reason) : undefined,
    outcome: outcome
      ? { ...JSON.parse(openText(scope, gsvPresentations.outcome, { id }, outcome)), actBy }
      : undefined,
    result: result ? openText(scope, gsvPresentations.result, { id }, result) : undefined,
  }
}
