import { randomUUID } from 'node:crypto'
import { and, asc, eq, gte, inArray, isNotNull, isNull, lte, ne, or, type SQL, sql } from 'drizzle-orm'
import type { CaseFacts } from '../../domain/case/permission.ts'
import type { FollowUpReach } from '../../domain/followup/permission.ts'
import { caseFacts, cases, withinReach } from '../case/tables.ts'
import type { Scope } from '../engine/database.ts'
import { param, prepared } from '../engine/prepared.ts'
import { openText, sealText } from '../engine/sealed-text.ts'
import { meetings } from '../meeting/tables.ts'
import { followUpChanges, followUps } from './tables.ts'

type Row = typeof followUps.$inferSelect
/** Without its texts. */
export type FollowUp = Omit<Row, 'regionId' | 'what' | 'reason'> & {
  code: string | null
  /** Who may see it follows from its case, where it concerns one. */
  supportCase: CaseFacts | null
}
type NewFollowUp = Pick<Row, 'meetingId' | 'summaryId' | 'caseId' | 'memberId' | 'dueOn' | 'openedBy'> & {
  what: string
}

/** Opens a follow-up (宿題). Returns its id; the caller has validated member and day. */
export const openFollowUp = async (
  scope: Scope,
  { what, ...wanted }: NewFollowUp,
  now: Temporal.Instant,
): Promise<string> => {
  const id = randomUUID()
  await scope.tx.insert(followUps).values({
    ...wanted,
    regionId: scope.regionId,
    id,
    what: sealText(scope, followUps.what, { id }, what),
    openedAt: now,
    givenBy: wanted.openedBy,
    givenAt: now,
  })
  return id
}

const listed = ({ tx }: Pick<Scope, 'tx'>) =>
  tx
    .select({
      id: followUps.id,
      memberId: followUps.memberId,
      dueOn: followUps.dueOn,
      state: followUps.state,
      meetingId: followUps.meetingId,
      summaryId: followUps.summaryId,
      caseId: followUps.caseId,
      openedBy: followUps.openedBy,
      openedAt: followUps.openedAt,
      givenBy: followUps.givenBy,
      givenAt: followUps.givenAt,
      extended: followUps.extended,
      closedBy: followUps.closedBy,
      closedAt: followUps.closedAt,
      code: cases.code,
      supportCase: caseFacts,
    })
    .from(followUps)
    .leftJoin(cases, eq(cases.id, followUps.caseId))

export const followUpById = async (scope: Scope, id: string): Promise<FollowUp | undefined> =>
  (await listed(scope).where(eq(followUps.id, id)))[0]

/** As `maySeeFollowUp` says of each. */
const visibleTo = ({
  memberIds,
  openedBy,
  cases: reach,
}: Extract<FollowUpReach, { reach: 'members' }>): SQL | undefined => {
  const theirs = or(inArray(followUps.memberId, [...memberIds]), eq(followUps.openedBy, openedBy))
  const ofCase = and(isNotNull(followUps.caseId), withinReach(reach))
  return or(and(isNull(followUps.caseId), theirs), reach.reach === 'office' ? ofCase : and(ofCase, theirs))
}

/** Lists open follow-ups, earliest due first. */
export const openFollowUps = (scope: Scope, reach: FollowUpReach): Promise<FollowUp[]> =>
  listed(scope)
    .where(and(eq(followUps.state, 'open'), reach.reach === 'region' ? undefined : visibleTo(reach)))
    .orderBy(asc(followUps.dueOn), asc(followUps.openedAt), asc(followUps.id))

/** Lists open follow-ups for a morning's digest: due until a day, or given since. */
export const followUpsToTell = (
  scope: Scope,
  until: Temporal.PlainDate,
  since: Temporal.Instant,
): Promise<FollowUp[]> => toTell(scope, { until, since })

const toTell = prepared((tx) =>
  listed({ tx })
    .where(
      and(
        eq(followUps.state, 'open'),
        or(
          lte(followUps.dueOn, param('until', followUps.dueOn)),
          and(
            gte(followUps.givenAt, param('since', followUps.givenAt)),
            ne(followUps.givenBy, followUps.memberId),
          ),
        ),
      ),
    )
    .orderBy(asc(followUps.dueOn), asc(followUps.openedAt), asc(followUps.id)),
)

/** Lists open follow-ups given in earlier meetings of these series, due by a day. */
export const followUpsOfSeries = (
  scope: Scope,
  seriesIds: readonly string[],
  before: Temporal.Instant,
  dueBy: Temporal.PlainDate,
): Promise<FollowUp[]> =>
  listed(scope)
    .innerJoin(meetings, eq(meetings.id, followUps.meetingId))
    .where(
      and(
        eq(followUps.state, 'open'),
        inArray(meetings.seriesId, [...seriesIds]),
        sql`${meetings.startsAt} < ${before.toString()}`,
        lte(followUps.dueOn, dueBy),
      ),
    )
    .orderBy(asc(followUps.dueOn), asc(followUps.openedAt), asc(followUps.id))

export const followUpsById = (scope: Scope, ids: readonly string[]): Promise<FollowUp[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : listed(scope)
        .where(inArray(followUps.id, [...ids]))
        .orderBy(asc(followUps.dueOn), asc(followUps.openedAt), asc(followUps.id))

/** Decrypts the texts; the caller writes the read to the audit log. */
export const followUpTexts = async (
  scope: Scope,
  ids: readonly string[],
): Promise<Map<string, { what: string; reason?: string }>> => {
  const rows =
    ids.length === 0
      ? []
      : await scope.tx
          .select({ id: followUps.id, what: followUps.what, reason: followUps.reason })
          .from(followUps)
          .where(inArray(followUps.id, [...ids]))
  return new Map(
    rows.map(({ id, what, reason }) => [
      id,
      {
        what: openText(scope, followUps.what, { id }, what),
        reason: reason === null ? undefined : openText(scope, followUps.reason, { id }, reason),
      },
    ]),
  )
}

/** Lists a follow-up's earlier days and members, oldest first, with the texts of each change. */
export const followUpHistory = async (scope: Scope, id: string) => {
  const rows = await scope.tx
    .select()
    .from(followUpChanges)
    .where(eq(followUpChanges.followUpId, id))
    .orderBy(asc(followUpChanges.changedAt))
  return rows.map(({ id: change, changedAt, changedBy, dueOn, memberId, reason }) => ({
    changedAt,
    changedBy,
    dueOn,
    memberId,
    reason:
      reason === null
        ? undefined
        : openText(scope, followUpChanges.reason, { id: change, followUpId: id }, reason),
  }))
}

type Closing = {
  state: 'done' | 'dropped'
  reason: string | undefined
  closedBy: string
  closedAt: Temporal.Instant
}

const isOpen = (id: string) => and(eq(followUps.id, id), eq(followUps.state, 'open'))

/** Closes a follow-up by compare-and-set: false when it was closed already. */
export const closeFollowUp = async (scope: Scope, id: string, closing: Closing): Promise<boolean> => {
  const { reason, ...columns } = closing
  const sealedReason = reason === undefined ? null : sealText(scope, followUps.reason, { id }, reason)
  const rows = await scope.tx
    .update(followUps)
    .set({ ...columns, reason: sealedReason })
    .where(isOpen(id))
    .returning({ id: followUps.id })
  return rows.length > 0
}

type Change = { by: string; at: Temporal.Instant; reason: string | undefined } & (
  | { dueOn: Temporal.PlainDate }
  | { memberId: string }
)

type Rewriting = Pick<NewFollowUp, 'what' | 'dueOn' | 'memberId' | 'summaryId' | 'caseId'>

/**
 * Corrects a follow-up with its meeting's record: not counted as a postponement, and its member is told anew. The earlier
 * state and the reason go to its history. False when it was closed already.
 */
export const rewriteFollowUp = async (
  scope: Scope,
  before: Pick<FollowUp, 'id' | 'dueOn' | 'memberId'>,
  { what, ...columns }: Rewriting,
  { by, at, reason }: { by: string; at: Temporal.Instant; reason: string },
): Promise<boolean> => {
  const { id, dueOn, memberId } = before
  const rows = await scope.tx
    .update(followUps)
    .set({ ...columns, what: sealText(scope, followUps.what, { id }, what), givenBy: by, givenAt: at })
    .where(isOpen(id))
    .returning({ id: followUps.id })
  if (rows.length === 0) return false
  await addChange(scope, { followUpId: id, changedAt: at, changedBy: by, dueOn, memberId }, reason)
  return true
}

/** Drops the open follow-ups of a case whose texts are erased: nothing tells any more what they were. */
export const dropFollowUpsOfCase = async (
  { tx }: Scope,
  caseId: string,
  now: Temporal.Instant,
): Promise<void> => {
  await tx
    .update(followUps)
    .set({ state: 'dropped', closedAt: now })
    .where(and(eq(followUps.caseId, caseId), eq(followUps.state, 'open')))
}

/** Postpones (counted) or reassigns a follow-up. False when it was closed or went to somebody else meanwhile. */
export const changeFollowUp = async (scope: Scope, before: FollowUp, change: Change): Promise<boolean> => {
  const { id, dueOn, memberId } = before
  const { by, at, reason } = change
  const rows = await scope.tx
    .update(followUps)
    .set(
      'dueOn' in change
        ? { dueOn: change.dueOn, extended: sql`${followUps.extended} + 1` }
        : { memberId: change.memberId, givenBy: by, givenAt: at },
    )
    .where(and(isOpen(id), eq(followUps.memberId, memberId)))
    .returning({ id: followUps.id })
  if (rows.length === 0) return false
  await addChange(scope, { followUpId: id, changedAt: at, changedBy: by, dueOn, memberId }, reason)
  return true
}

const addChange = async (
  scope: Scope,
  was: Pick<
    typeof followUpChanges.$inferSelect,
    'followUpId' | 'changedAt' | 'changedBy' | 'dueOn' | 'memberId'
  >,
  reason: string | undefined,
): Promise<void> => {
  const row = { id: randomUUID(), ...was }
  const sealedReason = reason === undefined ? null : sealText(scope, followUpChanges.reason, row, reason)
  await scope.tx.insert(followUpChanges).values({ regionId: scope.regionId, ...row, reason: sealedReason })
}

export type FollowUpCounts = { opened: number; done: number; dropped: number; open: number; extended: number }

/** Counts the follow-ups (宿題) opened within [from, to], by their state now. */
export const followUpCounts = async (
  scope: Scope,
  from: Temporal.Instant,
  to: Temporal.Instant,
): Promise<FollowUpCounts> => {
  const number = (state: 'done' | 'dropped' | 'open') =>
    sql<number>`count(*) filter (where ${followUps.state} = ${state})::int`
  const [counts] = await scope.tx
    .select({
      opened: sql<number>`count(*)::int`,
      done: number('done'),
      dropped: number('dropped'),
      open: number('open'),
      extended: sql<number>`coalesce(sum(${followUps.extended}), 0)::int`,
    })
    .from(followUps)
    .where(and(gte(followUps.openedAt, from), lte(followUps.openedAt, to)))
  return counts ?? { opened: 0, done: 0, dropped: 0, open: 0, extended: 0 }
}
