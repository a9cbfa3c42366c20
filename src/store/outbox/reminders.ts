import { and, asc, eq, gte, inArray, isNotNull, isNull, lt, lte, max, min, sql } from 'drizzle-orm'
import type { About, NewReminder } from '../../domain/delivery/notice.ts'
import type { Gate, Scope } from '../engine/database.ts'
import { reminders } from './tables.ts'

export type Reminder = typeof reminders.$inferSelect

/** The result of a reminder that was withdrawn before it was due. */
const WITHDRAWN = 'withdrawn'

/** Plans reminders. Idempotent by `key`: an existing one stays as it is. */
export const planReminders = async (scope: Scope, wanted: readonly NewReminder[]): Promise<void> => {
  if (wanted.length === 0) return
  scope.outbox.isWritten = true
  await scope.tx
    .insert(reminders)
    .values(wanted.map((reminder) => ({ regionId: scope.regionId, ...reminder })))
    .onConflictDoNothing()
}

/** Upserts reminders: creates, reschedules or reopens withdrawn ones; what was done stays done. */
export const setReminders = async (scope: Scope, wanted: readonly NewReminder[]): Promise<void> => {
  if (wanted.length === 0) return
  scope.outbox.isWritten = true
  await scope.tx
    .insert(reminders)
    .values(wanted.map((reminder) => ({ regionId: scope.regionId, ...reminder })))
    .onConflictDoUpdate({
      target: [reminders.regionId, reminders.key],
      set: { dueAt: sql`excluded.due_at`, settledAt: null, result: null },
      setWhere: sql`${reminders.settledAt} is null or ${reminders.result} = ${WITHDRAWN}`,
    })
}

/** Takes a reminder with a row lock; undefined when it is settled or locked by another process. */
export const takeReminder = async (
  scope: Scope,
  id: string,
  now: Temporal.Instant,
): Promise<Reminder | undefined> => {
  const [reminder] = await scope.tx
    .select()
    .from(reminders)
    .where(and(eq(reminders.id, id), isNull(reminders.settledAt), lte(reminders.dueAt, now)))
    .for('update', { skipLocked: true })
  return reminder
}

export const settleReminder = async (
  scope: Scope,
  id: string,
  result: string,
  now: Temporal.Instant,
): Promise<void> => {
  await scope.tx.update(reminders).set({ settledAt: now, result }).where(eq(reminders.id, id))
}

/** Withdraws reminders that are not settled. */
export const withdrawReminders = async (
  scope: Scope,
  keys: readonly string[],
  now: Temporal.Instant,
): Promise<void> => {
  if (keys.length === 0) return
  await scope.tx
    .update(reminders)
    .set({ settledAt: now, result: WITHDRAWN })
    .where(and(inArray(reminders.key, [...keys]), isNull(reminders.settledAt)))
}

/** Withdraws all reminders about a subject that are not settled. */
export const withdrawAbout = async (scope: Scope, subject: string, now: Temporal.Instant): Promise<void> => {
  await scope.tx
    .update(reminders)
    .set({ settledAt: now, result: WITHDRAWN })
    .where(and(eq(reminders.subject, subject), isNull(reminders.settledAt)))
}

/** Reopens reminders about a subject that were withdrawn at or after an instant. */
export const reviveAbout = async (scope: Scope, subject: string, since: Temporal.Instant): Promise<void> => {
  scope.outbox.isWritten = true
  await scope.tx
    .update(reminders)
    .set({ settledAt: null, result: null })
    .where(
      and(eq(reminders.subject, subject), eq(reminders.result, WITHDRAWN), gte(reminders.settledAt, since)),
    )
}

type DueRow = { regionId: string; id: string }

/** Lists due reminders, oldest first, at most `limit`; from a partial index, so the cost follows what is due. */
export const dueReminders = (
  { tx }: Pick<Gate | Scope, 'tx'>,
  now: Temporal.Instant,
  limit: number,
): Promise<DueRow[]> =>
  tx
    .select({ regionId: reminders.regionId, id: reminders.id })
    .from(reminders)
    .where(and(isNull(reminders.settledAt), lte(reminders.dueAt, now)))
    .orderBy(asc(reminders.dueAt))
    .limit(limit)

export const nextReminderAt = async (gate: Gate): Promise<Temporal.Instant | undefined> => {
  const [row] = await gate.tx
    .select({ at: min(reminders.dueAt) })
    .from(reminders)
    .where(isNull(reminders.settledAt))
  return row?.at ?? undefined
}

/** Makes the reminder due at its instant: creates, reschedules or reopens it. */
export const bringForward = async (scope: Scope, reminder: NewReminder): Promise<void> => {
  const { dueAt } = reminder
  scope.outbox.isWritten = true
  await scope.tx
    .insert(reminders)
    .values({ regionId: scope.regionId, ...reminder })
    .onConflictDoUpdate({
      target: [reminders.regionId, reminders.key],
      set: { dueAt, settledAt: null, result: null },
    })
}

/** The greatest subject before this one among the settled of its kind: of kinds about a day, the last day. */
export const lastSettled = async (scope: Scope, { kind, subject }: About): Promise<string | undefined> => {
  const [row] = await scope.tx
    .select({ subject: max(reminders.subject) })
    .from(reminders)
    .where(and(eq(reminders.kind, kind), lt(reminders.subject, subject), isNotNull(reminders.settledAt)))
  return row?.subject ?? undefined
}
