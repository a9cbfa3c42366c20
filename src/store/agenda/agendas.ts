import { and, asc, desc, eq, gte, inArray, lt, sql } from 'drizzle-orm'
import type { Agenda } from '../../domain/agenda/compose.ts'
import type { Scope } from '../engine/database.ts'
import { anyOf, prepared } from '../engine/prepared.ts'
import { meetings } from '../meeting/tables.ts'
import { summaries } from '../summary/tables.ts'
import { agendas, type StoredChange, type StoredItem } from './tables.ts'

export type { StoredChange } from './tables.ts'
export type PublishedAgenda = typeof agendas.$inferSelect

export const publishedAgenda = async (
  scope: Scope,
  meetingId: string,
): Promise<PublishedAgenda | undefined> => {
  const [found] = await scope.tx.select().from(agendas).where(eq(agendas.meetingId, meetingId))
  return found
}

export const publishedAgendas = (scope: Scope, meetingIds: readonly string[]): Promise<PublishedAgenda[]> =>
  meetingIds.length === 0 ? Promise.resolve([]) : published(scope, { meetingIds })

const published = prepared((tx) => tx.select().from(agendas).where(anyOf(agendas.meetingId, 'meetingIds')))

/** Lists who presented a GSV at published meetings of these series since an instant, and when. */
export const gsvPresenters = (
  scope: Scope,
  seriesIds: readonly string[],
  since: Temporal.Instant,
): Promise<{ memberId: string; at: Temporal.Instant }[]> =>
  scope.tx
    .select({ memberId: summaries.presenterId, at: meetings.startsAt })
    .from(summaries)
    .innerJoin(meetings, eq(meetings.id, summaries.meetingId))
    .innerJoin(agendas, eq(agendas.meetingId, meetings.id))
    .where(
      and(
        eq(summaries.section, 'gsv'),
        inArray(meetings.seriesId, [...seriesIds]),
        gte(meetings.startsAt, since),
      ),
    )
    .orderBy(asc(meetings.startsAt))

/** Counts, by series, the items of agendas of meetings within [from, to), and those left without time. */
export const agendaCounts = (
  scope: Scope,
  from: Temporal.Instant,
  to: Temporal.Instant,
): Promise<{ seriesId: string; items: number; withoutTime: number }[]> =>
  scope.tx
    .select({
      seriesId: meetings.seriesId,
      items: sql<number>`sum(jsonb_array_length(${agendas.items}))::int`,
      withoutTime: sql<number>`sum(${agendas.withoutTime})::int`,
    })
    .from(agendas)
    .innerJoin(meetings, eq(meetings.id, agendas.meetingId))
    .where(and(gte(meetings.startsAt, from), lt(meetings.startsAt, to)))
    .groupBy(meetings.seriesId)
    .orderBy(asc(meetings.seriesId))

const itemsOf = (agenda: Agenda, meetingId: string, followUps: readonly string[]): StoredItem[] =>
  agenda.sections.flatMap(({ id: section, items }) =>
    items.map(({ id, startsAt, duration }) => ({
      section,
      summaryId: id,
      startsAt: startsAt.toString(),
      duration,
      followUps: id === meetingId ? [...followUps] : undefined,
    })),
  )

const columnsOf = (agenda: Agenda, meetingId: string, followUps: readonly string[]) => ({
  items: itemsOf(agenda, meetingId, followUps),
  totalMinutes: agenda.totalMinutes,
  pause: agenda.pause ? { ...agenda.pause, startsAt: agenda.pause.startsAt.toString() } : null,
  withoutTime: agenda.carriedOver.filter(({ reason }) => reason === 'no-time').length,
})

/** Publishes an agenda. Idempotent: false when it was published already. */
export const publish = async (
  scope: Scope,
  meetingId: string,
  agenda: Agenda,
  now: Temporal.Instant,
  followUps: readonly string[] = [],
): Promise<boolean> => {
  const row = {
    regionId: scope.regionId,
    meetingId,
    ...columnsOf(agenda, meetingId, followUps),
    publishedAt: now,
  }
  const published = await scope.tx
    .insert(agendas)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: agendas.meetingId })
  return published.length > 0
}

/** Updates a published agenda, and appends the change to its history. */
export const amend = async (
  scope: Scope,
  meetingId: string,
  agenda: Agenda,
  change: StoredChange,
  followUps: readonly string[] = [],
): Promise<void> => {
  await scope.tx
    .update(agendas)
    .set({
      ...columnsOf(agenda, meetingId, followUps),
      revision: sql`${agendas.revision} + 1`,
      changes: sql`${agendas.changes} || ${JSON.stringify([change])}::jsonb`,
    })
    .where(eq(agendas.meetingId, meetingId))
}

/** Marks an agenda to be shown without case content from now on. */
export const makePlain = async (scope: Scope, meetingId: string): Promise<void> => {
  await scope.tx.update(agendas).set({ plain: true }).where(eq(agendas.meetingId, meetingId))
}

/** Lists meetings with a published agenda, latest first. */
export const agendaHistory = (
  scope: Scope,
  seriesIds: readonly string[],
  before: Temporal.Instant,
  limit: number,
) =>
  seriesIds.length === 0
    ? Promise.resolve([])
    : scope.tx
        .select({ meetingId: meetings.id, seriesId: meetings.seriesId, startsAt: meetings.startsAt })
        .from(agendas)
        .innerJoin(meetings, eq(meetings.id, agendas.meetingId))
        .where(and(inArray(meetings.seriesId, [...seriesIds]), lt(meetings.startsAt, before)))
        .orderBy(desc(meetings.startsAt))
        .limit(limit)

/** Whether an agenda of these series held a GSV for a meeting within [from, to). */
export const hadGsv = async (
  scope: Scope,
  seriesIds: readonly string[],
  from: Temporal.Instant,
  to: Temporal.Instant,
): Promise<boolean> => {
  if (seriesIds.length === 0) return false
  const [row] = await scope.tx
    .select({ id: meetings.id })
    .from(agendas)
    .innerJoin(meetings, eq(meetings.id, agendas.meetingId))
    .where(
      and(
        inArray(meetings.seriesId, [...seriesIds]),
        gte(meetings.startsAt, from),
        lt(meetings.startsAt, to),
        sql`jsonb_path_exists(${agendas.items}, '$[*] ? (@.section == "gsv")')`,
      ),
    )
    .limit(1)
  return row !== undefined
}
