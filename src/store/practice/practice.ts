import { randomUUID } from 'node:crypto'
import { and, asc, count, desc, eq, gt, inArray, isNull, lt, max, ne, or, sql } from 'drizzle-orm'
import type { Scope } from '../engine/database.ts'
import { openText, sealText } from '../engine/sealed-text.ts'
import { practiceClock, practiceMessages, practiceReads } from './tables.ts'

/** Stores the messages of the practice workspace; their content is opaque here, and sealed. */

type Row = typeof practiceMessages.$inferSelect
export type PracticeRow = Omit<Row, 'content' | 'key' | 'regionId'> & { content: string; replies: number }
export type NewPracticeRow = {
  conversation: string
  authorId: string | null
  threadOf: string | null
  content: string
  key: string
  postedAt: Temporal.Instant
}

const opened = async (scope: Scope, rows: Row[]): Promise<PracticeRow[]> => {
  const counts = await repliesTo(
    scope,
    rows.map(({ id }) => id),
  )
  return rows.map(({ content, key: _, regionId: __, ...row }) => ({
    ...row,
    content: openText(scope, practiceMessages.content, row, content),
    replies: counts.get(row.id) ?? 0,
  }))
}

const repliesTo = async (scope: Scope, ids: readonly string[]): Promise<Map<string, number>> => {
  if (ids.length === 0) return new Map()
  const rows = await scope.tx
    .select({ id: practiceMessages.threadOf, replies: count() })
    .from(practiceMessages)
    .where(inArray(practiceMessages.threadOf, [...ids]))
    .groupBy(practiceMessages.threadOf)
  return new Map(rows.map(({ id, replies }) => [id ?? '', replies]))
}

const one = async (scope: Scope, rows: Row[]): Promise<PracticeRow | undefined> =>
  (await opened(scope, rows))[0]

/** Pages backwards: messages before a sequence number, without replies, newest first. */
export const practicePage = async (
  scope: Scope,
  conversation: string,
  before: number | undefined,
  limit: number,
): Promise<PracticeRow[]> => {
  const rows = await scope.tx
    .select()
    .from(practiceMessages)
    .where(
      and(
        eq(practiceMessages.conversation, conversation),
        isNull(practiceMessages.threadOf),
        before === undefined ? undefined : lt(practiceMessages.sequence, before),
      ),
    )
    .orderBy(desc(practiceMessages.sequence))
    .limit(limit)
  return opened(scope, rows)
}

export const lastSequence = async (scope: Scope, conversation: string): Promise<number> => {
  const [row] = await scope.tx
    .select({ last: max(practiceMessages.sequence) })
    .from(practiceMessages)
    .where(eq(practiceMessages.conversation, conversation))
  return row?.last ?? 0
}

export const practiceMessage = async (scope: Scope, id: string): Promise<PracticeRow | undefined> =>
  one(scope, await scope.tx.select().from(practiceMessages).where(eq(practiceMessages.id, id)))

export const practiceMessageByKey = async (scope: Scope, key: string): Promise<PracticeRow | undefined> =>
  one(scope, await scope.tx.select().from(practiceMessages).where(eq(practiceMessages.key, key)))

export const practiceReplies = async (scope: Scope, threadOf: string): Promise<PracticeRow[]> =>
  opened(
    scope,
    await scope.tx
      .select()
      .from(practiceMessages)
      .where(eq(practiceMessages.threadOf, threadOf))
      .orderBy(asc(practiceMessages.sequence)),
  )

export const latestChange = async (scope: Scope): Promise<number> => {
  const [row] = await scope.tx.select({ latest: max(practiceMessages.changeNumber) }).from(practiceMessages)
  return row?.latest ?? 0
}

export const changesSince = async (scope: Scope, since: number, limit: number): Promise<PracticeRow[]> =>
  opened(
    scope,
    await scope.tx
      .select()
      .from(practiceMessages)
      .where(gt(practiceMessages.changeNumber, since))
      .orderBy(asc(practiceMessages.changeNumber))
      .limit(limit),
  )

/** Takes the next change number under a lock on the region, so that numbers commit in order. */
const nextChange = async (scope: Scope): Promise<number> => {
  await scope.tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`practice:${scope.regionId}`}, 0))`,
  )
  return (await latestChange(scope)) + 1
}

/** Adds a message. Idempotent: returns the one that the same key added before. */
export const addPracticeMessage = async (scope: Scope, message: NewPracticeRow): Promise<PracticeRow> => {
  const change = await nextChange(scope)
  const present = await practiceMessageByKey(scope, message.key)
  if (present) return present
  const id = randomUUID()
  await scope.tx.insert(practiceMessages).values({
    regionId: scope.regionId,
    ...message,
    id,
    content: sealText(scope, practiceMessages.content, { id }, message.content),
    sequence: change,
    changeNumber: change,
  })
  if (message.threadOf !== null)
    await scope.tx
      .update(practiceMessages)
      .set({ changeNumber: change + 1 })
      .where(eq(practiceMessages.id, message.threadOf))
  const added = await practiceMessage(scope, id)
  if (!added) throw new Error('a practice message was neither added nor found')
  return added
}

export const changePracticeMessage = async (
  scope: Scope,
  id: string,
  content: string,
): Promise<PracticeRow | undefined> => {
  const change = await nextChange(scope)
  await scope.tx
    .update(practiceMessages)
    .set({ content: sealText(scope, practiceMessages.content, { id }, content), changeNumber: change })
    .where(eq(practiceMessages.id, id))
  return practiceMessage(scope, id)
}

/** Pins or unpins a message. False where there is none. */
export const pinPracticeMessage = async (scope: Scope, id: string, pinned: boolean): Promise<boolean> => {
  const change = await nextChange(scope)
  const changed = await scope.tx
    .update(practiceMessages)
    .set({ pinned, changeNumber: change })
    .where(eq(practiceMessages.id, id))
    .returning({ id: practiceMessages.id })
  return changed.length > 0
}

export const readThrough = async (scope: Scope, memberId: string, conversation: string): Promise<number> => {
  const [row] = await scope.tx
    .select({ sequence: practiceReads.sequence })
    .from(practiceReads)
    .where(and(eq(practiceReads.memberId, memberId), eq(practiceReads.conversation, conversation)))
  return row?.sequence ?? 0
}

export const markRead = async (
  scope: Scope,
  memberId: string,
  conversation: string,
  sequence: number,
): Promise<void> => {
  await scope.tx
    .insert(practiceReads)
    .values({ regionId: scope.regionId, memberId, conversation, sequence })
    .onConflictDoUpdate({
      target: [practiceReads.regionId, practiceReads.memberId, practiceReads.conversation],
      set: { sequence: sql`greatest(${practiceReads.sequence}, excluded.sequence)` },
    })
}

/** How many messages by others stand after the member's mark, by conversation. */
export const unreadCounts = (
  scope: Scope,
  memberId: string,
): Promise<{ conversation: string; unread: number }[]> =>
  scope.tx
    .select({ conversation: practiceMessages.conversation, unread: count() })
    .from(practiceMessages)
    .leftJoin(
      practiceReads,
      and(
        eq(practiceReads.regionId, practiceMessages.regionId),
        eq(practiceReads.conversation, practiceMessages.conversation),
        eq(practiceReads.memberId, memberId),
      ),
    )
    .where(
      and(
        or(isNull(practiceMessages.authorId), ne(practiceMessages.authorId, memberId)),
        or(isNull(practiceReads.sequence), gt(practiceMessages.sequence, practiceReads.sequence)),
      ),
    )
    .groupBy(practiceMessages.conversation)

/** How far the region's practice clock was advanced; zero where never. */
export const clockAhead = async (scope: Scope): Promise<Temporal.Duration> => {
  const [row] = await scope.tx.select({ ahead: practiceClock.ahead }).from(practiceClock)
  return Temporal.Duration.from(row?.ahead ?? 'PT0S')
}

/** Stores how far the clock was advanced. Monotonic, also with several processes. */
export const keepClockAhead = async (scope: Scope, ahead: Temporal.Duration): Promise<void> => {
  const row = { ahead: ahead.toString() }
  await scope.tx
    .insert(practiceClock)
    .values({ regionId: scope.regionId, ...row })
    .onConflictDoNothing()
  const [kept] = await scope.tx.select({ ahead: practiceClock.ahead }).from(practiceClock).for('update')
  if (kept && Temporal.Duration.compare(ahead, kept.ahead) > 0) await scope.tx.update(practiceClock).set(row)
}
