import { and, asc, eq, gt, gte, inArray, isNull, lt, lte, or, type SQL, sql } from 'drizzle-orm'
import { agendas } from '../agenda/tables.ts'
import type { Scope } from '../engine/database.ts'
import { anyOf, param, prepared } from '../engine/prepared.ts'
import { meetingsChanged } from '../region/turn-facts.ts'
import { meetings } from './tables.ts'

export type Meeting = typeof meetings.$inferSelect
export type NewMeeting = Pick<
  Meeting,
  'seriesId' | 'nominal' | 'startsAt' | 'durationMinutes' | 'moved' | 'cancelled'
> & { byHand?: boolean; title?: string | null }

/** Lists meetings within [from, to) that are not cancelled, by start. */
export const meetingsBetween = (
  scope: Scope,
  from: Temporal.Instant,
  to: Temporal.Instant,
  seriesIds?: readonly string[],
): Promise<Meeting[]> =>
  seriesIds ? betweenOf(scope, { from, to, seriesIds }) : between(scope, { from, to })

const held = (tx: Scope['tx'], ofWhich?: SQL) =>
  tx
    .select()
    .from(meetings)
    .where(
      and(
        isNull(meetings.cancelled),
        gte(meetings.startsAt, param('from', meetings.startsAt)),
        lt(meetings.startsAt, param('to', meetings.startsAt)),
        ofWhich,
      ),
    )
    .orderBy(asc(meetings.startsAt))
const between = prepared((tx) => held(tx))
const betweenOf = prepared((tx) => held(tx, anyOf(meetings.seriesId, 'seriesIds')))

/** Lists all occurrences of a series on these nominal days, including cancelled ones. */
export const occurrencesOf = (
  scope: Scope,
  seriesId: string,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): Promise<Meeting[]> =>
  scope.tx
    .select()
    .from(meetings)
    .where(and(eq(meetings.seriesId, seriesId), gte(meetings.nominal, from), lte(meetings.nominal, to)))
    .orderBy(asc(meetings.nominal))

/** Lists future meetings that people cancelled. */
export const cancelledByHand = (scope: Scope, from: Temporal.Instant, limit: number): Promise<Meeting[]> =>
  scope.tx
    .select()
    .from(meetings)
    .where(and(eq(meetings.cancelled, 'by_hand'), gte(meetings.startsAt, from)))
    .orderBy(asc(meetings.startsAt))
    .limit(limit)

/** Lists meetings for calendar feeds, by start within [from, to), with cancelled ones that a calendar may still show. */
export const calendarMeetings = (
  scope: Scope,
  from: Temporal.Instant,
  to: Temporal.Instant,
  seriesIds: readonly string[],
  limit: number,
): Promise<Meeting[]> =>
  seriesIds.length === 0
    ? Promise.resolve([])
    : scope.tx
        .select()
        .from(meetings)
        .where(
          and(
            inArray(meetings.seriesId, [...seriesIds]),
            gte(meetings.startsAt, from),
            lt(meetings.startsAt, to),
            or(isNull(meetings.cancelled), gt(meetings.sequence, 0)),
          ),
        )
        .orderBy(asc(meetings.startsAt), asc(meetings.id))
        .limit(limit)

/** Lists all occurrences on these nominal days, including cancelled ones. */
export const occurrencesBetween = (
  scope: Scope,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): Promise<Meeting[]> =>
  scope.tx
    .select()
    .from(meetings)
    .where(and(gte(meetings.nominal, from), lte(meetings.nominal, to)))
    .orderBy(asc(meetings.startsAt))

/** Counts a series' meetings on these nominal days, both included, that are not cancelled. */
export const heldUntil = async (
  scope: Scope,
  seriesId: string,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): Promise<number> => {
  const all = await occurrencesOf(scope, seriesId, from, to)
  return all.filter(({ cancelled }) => cancelled === null).length
}

export const meetingById = async (scope: Scope, id: string): Promise<Meeting | undefined> => {
  const [found] = await scope.tx.select().from(meetings).where(eq(meetings.id, id))
  return found
}

export const meetingsById = (scope: Scope, ids: readonly string[]): Promise<Meeting[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : scope.tx
        .select()
        .from(meetings)
        .where(inArray(meetings.id, [...ids]))
        .orderBy(asc(meetings.startsAt))

/** Finds the meeting of a series that follows an instant, not cancelled. */
export const nextMeetingOf = async (
  scope: Scope,
  seriesId: string,
  after: Temporal.Instant,
): Promise<Meeting | undefined> => {
  const [found] = await scope.tx
    .select()
    .from(meetings)
    .where(and(eq(meetings.seriesId, seriesId), isNull(meetings.cancelled), gt(meetings.startsAt, after)))
    .orderBy(asc(meetings.startsAt))
    .limit(1)
  return found
}

/** Finds the next meeting of these series, not cancelled, without a published agenda. */
export const nextMeetingWithoutAgenda = async (
  scope: Scope,
  seriesIds: readonly string[],
  now: Temporal.Instant,
): Promise<Meeting | undefined> => {
  if (seriesIds.length === 0) return undefined
  const [found] = await scope.tx
    .select({ meeting: meetings })
    .from(meetings)
    .leftJoin(agendas, eq(agendas.meetingId, meetings.id))
    .where(
      and(
        inArray(meetings.seriesId, [...seriesIds]),
        isNull(meetings.cancelled),
        isNull(agendas.meetingId),
        gte(meetings.startsAt, now),
      ),
    )
    .orderBy(asc(meetings.startsAt))
    .limit(1)
  return found?.meeting
}

/** Upserts occurrences by nominal day; each update gets the next version. */
export const putMeetings = async (
  scope: Scope,
  wanted: readonly NewMeeting[],
  now: Temporal.Instant,
): Promise<Meeting[]> => {
  if (wanted.length === 0) return []
  const put = await scope.tx
    .insert(meetings)
    .values(wanted.map((one) => ({ regionId: scope.regionId, ...one, changedAt: now })))
    .onConflictDoUpdate({
      target: [meetings.regionId, meetings.seriesId, meetings.nominal],
      set: {
        startsAt: sql`excluded.starts_at`,
        durationMinutes: sql`excluded.duration_minutes`,
        moved: sql`excluded.moved`,
        cancelled: sql`excluded.cancelled`,
        byHand: sql`excluded.by_hand`,
        sequence: sql`${meetings.sequence} + 1`,
        changedAt: sql`excluded.changed_at`,
      },
    })
    .returning()
  await meetingsChanged(scope)
  return put
}

export const putMeeting = async (
  scope: Scope,
  wanted: NewMeeting,
  now: Temporal.Instant,
): Promise<Meeting> => {
  const [meeting] = await putMeetings(scope, [wanted], now)
  if (!meeting) throw new Error('a meeting was neither added nor found')
  return meeting
}
