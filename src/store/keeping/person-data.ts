import { and, eq, getTableColumns, getTableName, inArray, or } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import { leaves } from '../absence/tables.ts'
import { calendarFeeds } from '../calendar/tables.ts'
import { cases } from '../case/tables.ts'
import type { Scope } from '../engine/database.ts'
import { open } from '../engine/encryption.ts'
import { followUps } from '../followup/tables.ts'
import { formDrafts } from '../form/tables.ts'
import { gsvPresentations } from '../gsv/tables.ts'
import { handoverSheets } from '../handover/tables.ts'
import { attendances, meetingRuns } from '../meeting/tables.ts'
import { deliveries } from '../outbox/tables.ts'
import { pollAnswers, polls } from '../poll/tables.ts'
import { practiceMessages, practiceReads } from '../practice/tables.ts'
import { guardExceptions } from '../privacy/tables.ts'
import { summaries } from '../summary/tables.ts'
import { visits } from '../visit/tables.ts'
import { writeAudit } from './audit.ts'
import { SEALED_COLUMNS } from './sealed-columns.ts'
import { auditLog } from './tables.ts'

/**
 * Where rows stand that are about a member, by the column that names them. `own`: sealed columns with what they said of
 * themselves; what is sealed of others (cases, mostly) is not theirs to be given.
 */
const ABOUT_MEMBERS: readonly { table: PgTable; member: PgColumn; own?: readonly string[] }[] = [
  { table: attendances, member: attendances.memberId, own: ['note'] },
  { table: auditLog, member: auditLog.memberId },
  { table: calendarFeeds, member: calendarFeeds.ownerId },
  { table: cases, member: cases.memberId },
  { table: deliveries, member: deliveries.readerId },
  { table: followUps, member: followUps.memberId },
  { table: formDrafts, member: formDrafts.memberId, own: ['text'] },
  { table: gsvPresentations, member: gsvPresentations.memberId, own: ['reason'] },
  { table: guardExceptions, member: guardExceptions.memberId },
  { table: handoverSheets, member: handoverSheets.senderId },
  { table: handoverSheets, member: handoverSheets.receiverId },
  { table: leaves, member: leaves.memberId },
  { table: leaves, member: leaves.deputyId },
  { table: meetingRuns, member: meetingRuns.recorderId },
  { table: pollAnswers, member: pollAnswers.memberId, own: ['comment'] },
  { table: polls, member: polls.organiserId },
  { table: practiceMessages, member: practiceMessages.authorId, own: ['content'] },
  { table: summaries, member: summaries.presenterId },
  { table: visits, member: visits.visitorId },
]

/** A calendar's secret address is no data about anybody, and the region is told once. */
const NOT_TOLD = new Set(['regionId', 'tokenHash'])

/** Everything that is stored about a member, by `TABLE.COLUMN`. Noted in the audit log as a read. */
export const personData = async (
  scope: Scope,
  memberId: string,
  now: Temporal.Instant,
): Promise<Record<string, Record<string, unknown>[]>> => {
  const found: Record<string, Record<string, unknown>[]> = {}
  for (const { table, member, own = [] } of ABOUT_MEMBERS) {
    const rows: Record<string, unknown>[] = await scope.tx.select().from(table).where(eq(member, memberId))
    found[`${getTableName(table)}.${member.name}`] = rows.map((row) => told(scope, table, row, own))
  }
  await note(scope, memberId, 'person.export', 'read', now)
  return found
}

const told = (scope: Scope, table: PgTable, row: Record<string, unknown>, own: readonly string[]) =>
  Object.fromEntries(
    Object.keys(getTableColumns(table)).flatMap((name): [string, unknown][] => {
      const value = row[name]
      if (NOT_TOLD.has(name)) return []
      if (typeof value === 'bigint') return [[name, String(value)]]
      if (!(value instanceof Uint8Array)) return [[name, value]]
      const sealed = SEALED_COLUMNS.find((one) => one.table === table && one.column === name)
      return sealed && own.includes(name) ? [[name, open(scope.keyring, value, sealed.about(row))]] : []
    }),
  )

/**
 * Takes away what is only about the member: drafts, days, answers, reasons, addresses. What was done for others, the
 * audit log and minutes stay under their id.
 */
export const erasePersonData = async (
  scope: Scope,
  memberId: string,
  now: Temporal.Instant,
): Promise<void> => {
  const { tx } = scope
  const direct = `direct:${memberId}`
  await tx.delete(formDrafts).where(eq(formDrafts.memberId, memberId))
  await tx.delete(leaves).where(eq(leaves.memberId, memberId))
  await tx.delete(pollAnswers).where(eq(pollAnswers.memberId, memberId))
  await tx
    .delete(calendarFeeds)
    .where(and(eq(calendarFeeds.owner, 'member'), eq(calendarFeeds.ownerId, memberId)))
  await tx.delete(practiceReads).where(eq(practiceReads.memberId, memberId))
  await tx
    .delete(practiceMessages)
    .where(or(eq(practiceMessages.conversation, direct), eq(practiceMessages.authorId, memberId)))
  await tx.update(attendances).set({ note: null }).where(eq(attendances.memberId, memberId))
  await tx.update(gsvPresentations).set({ reason: null }).where(eq(gsvPresentations.memberId, memberId))
  const theirs = eq(deliveries.readerId, memberId)
  await tx
    .update(deliveries)
    .set({ state: 'skipped', reason: 'erased' })
    .where(and(theirs, inArray(deliveries.state, ['waiting', 'sending'])))
  await tx.update(deliveries).set({ account: null, sentChannel: null, sentMessage: null }).where(theirs)
  await note(scope, memberId, 'person.erase', 'change', now)
}

const note = (
  scope: Scope,
  subjectId: string,
  action: string,
  access: 'read' | 'change',
  at: Temporal.Instant,
): Promise<void> => writeAudit(scope, [{ at, action, access, subjectKind: 'member', subjectId }])
