import { randomUUID } from 'node:crypto'
import { and, eq, inArray, isNull } from 'drizzle-orm'
import { type Announced, type Presence, presenceOf } from '../../domain/meeting/attendance.ts'
import type { Scope } from '../engine/database.ts'
import { openText, sealText } from '../engine/sealed-text.ts'
import { attendances } from './tables.ts'

export { ANSWERS, PRESENCES } from './tables.ts'

type Row = typeof attendances.$inferSelect
/** The note with an answer: shown only to those who keep the attendance table. */
export type AttendanceNote = { reason?: string; deputyName?: string }
export type Attendance = Omit<Row, 'note' | 'regionId'> & AttendanceNote

const read = (scope: Scope, { note, regionId: _, ...row }: Row): Attendance => ({
  ...row,
  ...(note ? JSON.parse(openText(scope, attendances.note, row, note)) : {}),
})

export const attendancesOf = async (scope: Scope, meetingIds: readonly string[]): Promise<Attendance[]> => {
  if (meetingIds.length === 0) return []
  const rows = await scope.tx
    .select()
    .from(attendances)
    .where(inArray(attendances.meetingId, [...meetingIds]))
  return rows.map((row) => read(scope, row))
}

export const attendanceById = async (scope: Scope, id: string): Promise<Attendance | undefined> => {
  const [row] = await scope.tx.select().from(attendances).where(eq(attendances.id, id))
  return row && read(scope, row)
}

/** Gets or creates a member's row at a meeting: its id names both, which is short enough for a button. */
export const attendanceRow = async (
  scope: Scope,
  meetingId: string,
  memberId: string,
): Promise<string | undefined> => {
  await scope.tx
    .insert(attendances)
    .values({ regionId: scope.regionId, id: randomUUID(), meetingId, memberId })
    .onConflictDoNothing()
  const [row] = await scope.tx
    .select({ id: attendances.id })
    .from(attendances)
    .where(and(eq(attendances.meetingId, meetingId), eq(attendances.memberId, memberId)))
  return row?.id
}

export type Answered = {
  answer: Announced
  deputyId: string | null
  note: AttendanceNote
  answeredBy: string
}

const sealedNote = (scope: Scope, meetingId: string, memberId: string, note: AttendanceNote) =>
  Object.values(note).some((one) => one !== undefined)
    ? sealText(scope, attendances.note, { meetingId, memberId }, JSON.stringify(note))
    : null

/** Upserts an answer: the latest counts. */
export const answerAttendance = async (
  scope: Scope,
  meetingId: string,
  memberId: string,
  { note, ...answered }: Answered,
  now: Temporal.Instant,
): Promise<void> => {
  const change = { ...answered, note: sealedNote(scope, meetingId, memberId, note), answeredAt: now }
  await scope.tx
    .insert(attendances)
    .values({ regionId: scope.regionId, id: randomUUID(), meetingId, memberId, ...change })
    .onConflictDoUpdate({
      target: [attendances.regionId, attendances.meetingId, attendances.memberId],
      set: change,
    })
}

/** Initializes presence from the answers, with a row for everybody on the roster; without an answer it stays open. */
export const takeAttendance = async (
  scope: Scope,
  meetingId: string,
  roster: readonly string[],
  by: string,
  now: Temporal.Instant,
): Promise<void> => {
  if (roster.length > 0)
    await scope.tx
      .insert(attendances)
      .values(roster.map((memberId) => ({ regionId: scope.regionId, id: randomUUID(), meetingId, memberId })))
      .onConflictDoNothing()
  for (const one of await attendancesOf(scope, [meetingId])) {
    const was = presenceOf({ ...one, deputy: one.deputyName ?? one.deputyId ?? undefined })
    if (one.was !== null || was === undefined) continue
    await scope.tx
      .update(attendances)
      .set({ was, recordedBy: by, recordedAt: now })
      .where(eq(attendances.id, one.id))
  }
}

/** Corrects who was present. */
export const recordPresence = async (
  scope: Scope,
  one: Attendance,
  recorded: { was: Presence; deputyId: string | null; note: AttendanceNote; recordedBy: string },
  now: Temporal.Instant,
): Promise<void> => {
  const { note, ...columns } = recorded
  await scope.tx
    .update(attendances)
    .set({ ...columns, note: sealedNote(scope, one.meetingId, one.memberId, note), recordedAt: now })
    .where(eq(attendances.id, one.id))
}

/** Records the presence of everybody who is still open. */
export const recordTheRest = async (
  scope: Scope,
  meetingId: string,
  was: Presence,
  by: string,
  now: Temporal.Instant,
): Promise<void> => {
  await scope.tx
    .update(attendances)
    .set({ was, recordedBy: by, recordedAt: now })
    .where(and(eq(attendances.meetingId, meetingId), isNull(attendances.was)))
}
