import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { LiveItem } from '../../domain/meeting/live.ts'
import type { Scope } from '../engine/database.ts'
import { anyOf, prepared } from '../engine/prepared.ts'
import { openText, sealText } from '../engine/sealed-text.ts'
import { meetingRunItems, meetingRuns } from './tables.ts'

export type Run = typeof meetingRuns.$inferSelect
type ItemRow = typeof meetingRunItems.$inferSelect
/** Without its record. */
export type RunItem = LiveItem &
  Pick<ItemRow, 'summaryId' | 'itemKey' | 'revision' | 'recordedBy'> & {
    recorded: boolean
    /** Its item on the agenda; absent where it is a section without items. */
    key?: string
  }
export type ItemFollowUp = { memberId: string; what: string; dueOn: string; followUpId?: string }
export type ItemRecord = { decision?: string; followUps: ItemFollowUp[] }

export const runOf = async (scope: Scope, meetingId: string): Promise<Run | undefined> => {
  const [run] = await scope.tx.select().from(meetingRuns).where(eq(meetingRuns.meetingId, meetingId))
  return run
}

/** Loads the run with a row lock: of two concurrent presses the second sees what the first did. */
export const lockRun = async (scope: Scope, meetingId: string): Promise<Run | undefined> => {
  const [run] = await scope.tx
    .select()
    .from(meetingRuns)
    .where(eq(meetingRuns.meetingId, meetingId))
    .for('update')
  return run
}

export const runsOf = (scope: Scope, meetingIds: readonly string[]): Promise<Run[]> =>
  meetingIds.length === 0 ? Promise.resolve([]) : runs(scope, { meetingIds })

const runs = prepared((tx) => tx.select().from(meetingRuns).where(anyOf(meetingRuns.meetingId, 'meetingIds')))

export const setRecorder = async (scope: Scope, meetingId: string, recorderId: string): Promise<void> => {
  await scope.tx
    .insert(meetingRuns)
    .values({ regionId: scope.regionId, meetingId, recorderId })
    .onConflictDoUpdate({ target: meetingRuns.meetingId, set: { recorderId } })
}

/** Starts a meeting. Idempotent: false when somebody started it first. */
export const startRun = async (
  scope: Scope,
  meetingId: string,
  { by, recorderId }: { by: string; recorderId: string },
  now: Temporal.Instant,
): Promise<boolean> => {
  await scope.tx.insert(meetingRuns).values({ regionId: scope.regionId, meetingId }).onConflictDoNothing()
  const started = await scope.tx
    .update(meetingRuns)
    .set({
      startedAt: now,
      startedBy: by,
      recorderId: sql`coalesce(${meetingRuns.recorderId}, ${recorderId})`,
    })
    .where(and(eq(meetingRuns.meetingId, meetingId), isNull(meetingRuns.startedAt)))
    .returning({ id: meetingRuns.meetingId })
  return started.length > 0
}

export const endRun = async (
  scope: Scope,
  meetingId: string,
  by: string,
  now: Temporal.Instant,
): Promise<void> => {
  await scope.tx
    .update(meetingRuns)
    .set({ endedAt: now, endedBy: by })
    .where(eq(meetingRuns.meetingId, meetingId))
}

export const addRunItems = async (
  scope: Scope,
  meetingId: string,
  items: readonly Pick<ItemRow, 'position' | 'section' | 'summaryId' | 'itemKey' | 'planned' | 'startedAt'>[],
): Promise<void> => {
  if (items.length === 0) return
  await scope.tx
    .insert(meetingRunItems)
    .values(items.map((item) => ({ regionId: scope.regionId, meetingId, ...item })))
}

export const runItems = async (scope: Scope, meetingId: string): Promise<RunItem[]> => {
  const rows = await scope.tx
    .select()
    .from(meetingRunItems)
    .where(eq(meetingRunItems.meetingId, meetingId))
    .orderBy(asc(meetingRunItems.position))
  return rows.map(({ record, ...row }) => ({
    ...row,
    recorded: record !== null,
    key: row.summaryId ?? row.itemKey ?? undefined,
  }))
}

const itemAt = (meetingId: string, position: number) =>
  and(eq(meetingRunItems.meetingId, meetingId), eq(meetingRunItems.position, position))

export const setRunItem = async (
  scope: Scope,
  meetingId: string,
  position: number,
  change: Partial<Pick<ItemRow, 'startedAt' | 'endedAt' | 'outcome' | 'extended'>>,
): Promise<void> => {
  await scope.tx.update(meetingRunItems).set(change).where(itemAt(meetingId, position))
}

/** The items of a meeting's agenda beside summaries that were carried over in it, by their keys. */
export const carriedOverKeys = async (scope: Scope, meetingId: string): Promise<ReadonlySet<string>> => {
  const rows = await scope.tx
    .select({ key: meetingRunItems.itemKey })
    .from(meetingRunItems)
    .where(and(eq(meetingRunItems.meetingId, meetingId), eq(meetingRunItems.outcome, 'carried_over')))
  return new Set(rows.flatMap(({ key }) => key ?? []))
}

/** Decrypts the records, by item position; the caller writes the read to the audit log. */
export const itemRecords = async (scope: Scope, meetingId: string): Promise<Map<number, ItemRecord>> => {
  const rows = await scope.tx
    .select({ position: meetingRunItems.position, record: meetingRunItems.record })
    .from(meetingRunItems)
    .where(eq(meetingRunItems.meetingId, meetingId))
  return new Map(
    rows.flatMap(({ position, record }): [number, ItemRecord][] =>
      record
        ? [[position, JSON.parse(openText(scope, meetingRunItems.record, { meetingId, position }, record))]]
        : [],
    ),
  )
}

/** Saves a record by compare-and-set: false when somebody saved it since revision `seen`. */
export const recordItem = async (
  scope: Scope,
  meetingId: string,
  { position, seen, record, by }: { position: number; seen: number; record: ItemRecord; by: string },
  now: Temporal.Instant,
): Promise<boolean> => {
  const sealed = sealText(scope, meetingRunItems.record, { meetingId, position }, JSON.stringify(record))
  const rows = await scope.tx
    .update(meetingRunItems)
    .set({ record: sealed, revision: seen + 1, recordedBy: by, recordedAt: now })
    .where(and(itemAt(meetingId, position), eq(meetingRunItems.revision, seen)))
    .returning({ position: meetingRunItems.position })
  return rows.length > 0
}

/** Saves what the program adds to a record, without a new revision: nobody has to review it. */
export const keepRecord = async (
  scope: Scope,
  meetingId: string,
  position: number,
  record: ItemRecord,
): Promise<void> => {
  const sealed = sealText(scope, meetingRunItems.record, { meetingId, position }, JSON.stringify(record))
  await scope.tx.update(meetingRunItems).set({ record: sealed }).where(itemAt(meetingId, position))
}
