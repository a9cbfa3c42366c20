import { and, eq, getTableColumns, getTableName, inArray, or } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import { writeAudit } from './audit.ts'
import type { Scope } from './database.ts'
import { open } from './encryption.ts'
import { absences } from './schema/absences.ts'
import { attendances } from './schema/attendances.ts'
import { auditLog } from './schema/audit-log.ts'
import { calendarFeeds } from './schema/calendar-feeds.ts'
import { cases } from './schema/cases.ts'
import { deliveries } from './schema/deliveries.ts'
import { followUps } from './schema/follow-ups.ts'
import { formDrafts } from './schema/form-drafts.ts'
import { gsvPresentations } from './schema/gsv-presentations.ts'
import { guardExceptions } from './schema/guard-exceptions.ts'
import { handoverSheets } from './schema/handover-sheets.ts'
import { meetingRuns } from './schema/meeting-runs.ts'
import { pollAnswers } from './schema/poll-answers.ts'
import { polls } from './schema/polls.ts'
import { practiceMessages } from './schema/practice-messages.ts'
import { practiceReads } from './schema/practice-reads.ts'
import { summaries } from './schema/summaries.ts'
import { visits } from './schema/visits.ts'
import { SEALED_COLUMNS } from './sealed-columns.ts'

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
  { table: absences, member: absences.memberId },
  { table: absences, member: absences.deputyId },
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
  await tx.delete(absences).where(eq(absences.memberId, memberId))
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
