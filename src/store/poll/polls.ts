import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Mark, Marks } from '../../domain/poll/choose-day.ts'
import type { Scope } from '../engine/database.ts'
import { prepared } from '../engine/prepared.ts'
import { openText, sealText } from '../engine/sealed-text.ts'
import { pollAnswers, pollDays, polls } from './tables.ts'

export type Poll = typeof polls.$inferSelect
export type PollDayRow = Pick<typeof pollDays.$inferSelect, 'position' | 'startsAt' | 'dropped'>
/** Without the comment. */
export type PollAnswer = { memberId: string; marks: Marks; hasComment: boolean }

type NewPoll = Pick<
  Poll,
  | 'title'
  | 'bodyId'
  | 'organiserId'
  | 'durationMinutes'
  | 'required'
  | 'deadline'
  | 'decidesItself'
  | 'preparatory'
>

/** Stores a draft with the days it offers, in their order. */
export const draftPoll = async (
  scope: Scope,
  poll: NewPoll,
  days: readonly Temporal.Instant[],
  now: Temporal.Instant,
): Promise<Poll> => {
  const { regionId } = scope
  const [made] = await scope.tx
    .insert(polls)
    .values({ regionId, ...poll, createdAt: now })
    .returning()
  if (!made) throw new Error('a poll was not stored')
  await scope.tx
    .insert(pollDays)
    .values(days.map((startsAt, at) => ({ regionId, pollId: made.id, position: at + 1, startsAt })))
  return made
}

export const pollById = async (scope: Scope, id: string): Promise<Poll | undefined> => {
  const [found] = await scope.tx.select().from(polls).where(eq(polls.id, id))
  return found
}

/** Loads a poll with a row lock, so that two people do not both decide it. */
export const lockPoll = async (scope: Scope, id: string): Promise<Poll | undefined> => {
  const [found] = await scope.tx.select().from(polls).where(eq(polls.id, id)).for('update')
  return found
}

/** Lists drafts and polls that wait for answers or a decision, latest first. */
export const livePolls = (scope: Scope): Promise<Poll[]> => live(scope, {})

const live = prepared((tx) =>
  tx
    .select()
    .from(polls)
    .where(inArray(polls.state, ['draft', 'open']))
    .orderBy(desc(polls.createdAt)),
)

export const daysOf = (scope: Scope, pollId: string): Promise<PollDayRow[]> =>
  scope.tx
    .select({ position: pollDays.position, startsAt: pollDays.startsAt, dropped: pollDays.dropped })
    .from(pollDays)
    .where(eq(pollDays.pollId, pollId))
    .orderBy(asc(pollDays.position))

export const dropDay = async (scope: Scope, pollId: string, position: number): Promise<void> => {
  await scope.tx
    .update(pollDays)
    .set({ dropped: true })
    .where(and(eq(pollDays.pollId, pollId), eq(pollDays.position, position)))
}

/** Offers one day more, at the first position that is free. */
export const offerDay = async (scope: Scope, pollId: string, startsAt: Temporal.Instant): Promise<void> => {
  const taken = new Set((await daysOf(scope, pollId)).flatMap((one) => (one.dropped ? [] : one.position)))
  let position = 1
  while (taken.has(position)) position += 1
  await scope.tx
    .insert(pollDays)
    .values({ regionId: scope.regionId, pollId, position, startsAt })
    .onConflictDoUpdate({
      target: [pollDays.regionId, pollDays.pollId, pollDays.position],
      set: { startsAt, dropped: false },
    })
}

/** Numbers what is offered by time, without what was taken out: so it is asked. Nobody has answered yet. */
export const orderDays = async (scope: Scope, pollId: string): Promise<void> => {
  const { regionId } = scope
  const offered = (await daysOf(scope, pollId))
    .flatMap(({ dropped, startsAt }) => (dropped ? [] : startsAt))
    .toSorted(Temporal.Instant.compare)
  await scope.tx.delete(pollDays).where(eq(pollDays.pollId, pollId))
  if (offered.length === 0) return
  await scope.tx
    .insert(pollDays)
    .values(offered.map((startsAt, at) => ({ regionId, pollId, position: at + 1, startsAt })))
}

export const answersOf = (scope: Scope, pollId: string): Promise<PollAnswer[]> =>
  scope.tx
    .select({
      memberId: pollAnswers.memberId,
      marks: pollAnswers.marks,
      hasComment: sql<boolean>`${pollAnswers.comment} is not null`,
    })
    .from(pollAnswers)
    .where(eq(pollAnswers.pollId, pollId))

/** Lists who answered which of these polls. */
export const answeredOf = (
  scope: Scope,
  pollIds: readonly string[],
): Promise<{ pollId: string; memberId: string }[]> =>
  pollIds.length === 0
    ? Promise.resolve([])
    : scope.tx
        .select({ pollId: pollAnswers.pollId, memberId: pollAnswers.memberId })
        .from(pollAnswers)
        .where(inArray(pollAnswers.pollId, [...pollIds]))

/** Decrypts the comments; the caller writes the read to the audit log. */
export const commentsOf = async (
  scope: Scope,
  pollId: string,
  memberId?: string,
): Promise<Map<string, string>> => {
  const rows = await scope.tx
    .select({ memberId: pollAnswers.memberId, comment: pollAnswers.comment })
    .from(pollAnswers)
    .where(
      and(
        eq(pollAnswers.pollId, pollId),
        memberId === undefined ? undefined : eq(pollAnswers.memberId, memberId),
      ),
    )
  return new Map(
    rows.flatMap(({ memberId: by, comment }) =>
      comment ? [[by, openText(scope, pollAnswers.comment, { pollId, memberId: by }, comment)] as const] : [],
    ),
  )
}

/** Upserts an answer: the latest counts. */
export const answerPoll = async (
  scope: Scope,
  pollId: string,
  memberId: string,
  { marks, comment }: { marks: Record<string, Mark>; comment: string | undefined },
  now: Temporal.Instant,
): Promise<void> => {
  const sealed =
    comment === undefined ? null : sealText(scope, pollAnswers.comment, { pollId, memberId }, comment)
  const change = { marks, comment: sealed, answeredAt: now }
  await scope.tx
    .insert(pollAnswers)
    .values({ regionId: scope.regionId, pollId, memberId, ...change })
    .onConflictDoUpdate({
      target: [pollAnswers.regionId, pollAnswers.pollId, pollAnswers.memberId],
      set: change,
    })
}

export const setPoll = async (
  scope: Scope,
  id: string,
  change: Partial<Pick<Poll, 'state' | 'decidedDay' | 'decidedBy' | 'meetingId' | 'endedAt'>>,
): Promise<void> => {
  await scope.tx.update(polls).set(change).where(eq(polls.id, id))
}
