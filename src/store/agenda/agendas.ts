import { and, asc, desc, eq, gte, inArray, isNull, lt, sql } from 'drizzle-orm'
import type { Agenda } from '../../domain/agenda/compose.ts'
import { itemKey } from '../../domain/agenda/item-key.ts'
import type { Scope } from '../engine/database.ts'
import { anyOf, prepared } from '../engine/prepared.ts'
import { meetings } from '../meeting/tables.ts'
import { summaries } from '../summary/tables.ts'
import { agendas, type StoredChange, type StoredItem, type StoredLeft } from './tables.ts'

export type { StoredChange } from './tables.ts'
export type PublishedAgenda = typeof agendas.$inferSelect

export const publishedAgenda = async (
  scope: Scope,
  meetingId: string,
): Promise<PublishedAgenda | undefined> => {
  const [found] = await scope.tx.select().from(agendas).where(eq(agendas.meetingId, meetingId))
  return found && keyed(found)
}

export const publishedAgendas = (scope: Scope, meetingIds: readonly string[]): Promise<PublishedAgenda[]> =>
  meetingIds.length === 0 ? Promise.resolve([]) : published(scope, { meetingIds })

/** What a body's agenda told and left, beside summaries. */
export type BodyAgenda = Pick<PublishedAgenda, 'meetingId' | 'publishedAt' | 'left'> & {
  items: BroughtItem[]
}

/** Finds the last published agenda of these series for a meeting before an instant, cancelled ones left out. */
export const lastAgendaBefore = async (
  scope: Scope,
  seriesIds: readonly string[],
  before: Temporal.Instant,
): Promise<BodyAgenda | undefined> => {
  if (seriesIds.length === 0) return undefined
  const [found] = await scope.tx
    .select({ agenda: agendas })
    .from(agendas)
    .innerJoin(meetings, eq(meetings.id, agendas.meetingId))
    .where(
      and(
        inArray(meetings.seriesId, [...seriesIds]),
        lt(meetings.startsAt, before),
        isNull(meetings.cancelled),
      ),
    )
    .orderBy(desc(meetings.startsAt))
    .limit(1)
  if (!found) return undefined
  const { meetingId, publishedAt, items, left } = keyed(found.agenda)
  return { meetingId, publishedAt, items: broughtItems(items), left }
}

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

/** 開会 and 閉会 are on every council agenda: they count as no items. */
const NO_FRAME = '$[*] ? (@.section != "opening" && @.section != "closing")'

/** Counts, by series, the items of agendas of meetings within [from, to), and those left without time. */
export const agendaCounts = (
  scope: Scope,
  from: Temporal.Instant,
  to: Temporal.Instant,
): Promise<{ seriesId: string; items: number; withoutTime: number }[]> =>
  scope.tx
    .select({
      seriesId: meetings.seriesId,
      items: sql<number>`sum(jsonb_array_length(jsonb_path_query_array(${agendas.items}, ${NO_FRAME}::jsonpath)))::int`,
      withoutTime: sql<number>`sum(${agendas.withoutTime})::int`,
    })
    .from(agendas)
    .innerJoin(meetings, eq(meetings.id, agendas.meetingId))
    .where(and(gte(meetings.startsAt, from), lt(meetings.startsAt, to)))
    .groupBy(meetings.seriesId)
    .orderBy(asc(meetings.seriesId))

/** An item of an agenda that is no summary, with what it is about. */
export type BroughtItem = StoredLeft

/** What of a published agenda is no summary. */
export const broughtItems = (items: readonly StoredItem[]): BroughtItem[] =>
  items.flatMap(({ key, refs = [], carriedOver = 0 }) =>
    key === undefined ? [] : [{ key, refs, carriedOver }],
  )

/** Items as they were stored before they had keys get theirs. */
const keyed = <Row extends PublishedAgenda>(row: Row): Row => ({
  ...row,
  items: row.items.map(({ followUps, ...item }) =>
    followUps ? { ...item, key: itemKey('follow-ups', item.summaryId), refs: followUps } : item,
  ),
})

const columnsOf = (agenda: Agenda, meetingId: string, brought: readonly BroughtItem[]) => {
  const known = new Map(brought.map((one) => [one.key, one]))
  const itemOf = (id: string): Omit<StoredItem, 'section' | 'startsAt' | 'duration'> => {
    const one = known.get(id)
    return one ? { summaryId: meetingId, ...one } : { summaryId: id }
  }
  return {
    items: agenda.sections.flatMap(({ id: section, items }) =>
      items.map(
        ({ id, startsAt, duration }): StoredItem => ({
          ...itemOf(id),
          section,
          startsAt: startsAt.toString(),
          duration,
        }),
      ),
    ),
    totalMinutes: agenda.totalMinutes,
    pause: agenda.pause ? { ...agenda.pause, startsAt: agenda.pause.startsAt.toString() } : null,
    withoutTime: agenda.carriedOver.filter(({ reason }) => reason === 'no-time').length,
    left: agenda.carriedOver.flatMap(({ id }) => {
      const one = known.get(id)
      return one ?? []
    }),
  }
}

/** Publishes an agenda. Idempotent: false when it was published already. */
export const publish = async (
  scope: Scope,
  meetingId: string,
  agenda: Agenda,
  now: Temporal.Instant,
  brought: readonly BroughtItem[] = [],
): Promise<boolean> => {
  const row = {
    regionId: scope.regionId,
    meetingId,
    ...columnsOf(agenda, meetingId, brought),
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
  brought: readonly BroughtItem[] = [],
): Promise<void> => {
  await scope.tx
    .update(agendas)
    .set({
      ...columnsOf(agenda, meetingId, brought),
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
