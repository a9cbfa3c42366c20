import { and, eq, gte, inArray, isNull } from 'drizzle-orm'
import type { AskedGsv } from '../domain/digest/digest.ts'
import { presenterRota } from '../domain/gsv/presenter-rota.ts'
import { publishAt, requestFrom } from '../domain/meeting/agenda-times.ts'
import type { Region } from '../domain/region/region.ts'
import { rosterOf } from '../domain/region/roster.ts'
import { hadGsv, publishedAgendas } from './agendas.ts'
import type { Scope } from './database.ts'
import { meetingsBetween } from './meetings.ts'
import { cases } from './schema/cases.ts'
import { meetings } from './schema/meetings.ts'
import { summaries } from './schema/summaries.ts'
import { summariesOf } from './summaries.ts'

type Series = Region['series'][number]

/**
 * Whether this meeting is a series' last chance for the month's GSV (seed 001: 月に1回以上): no agenda of the month had
 * one, and no other meeting follows in it. Where GSV are meetings of their own, those in the calendar count.
 */
export const isLastForGsv = async (
  scope: Scope,
  region: Region,
  series: Series,
  startsAt: Temporal.ZonedDateTime,
): Promise<boolean> => {
  const month = startsAt.toPlainDate().toPlainYearMonth()
  const at = (first: Temporal.PlainYearMonth) =>
    first.toPlainDate({ day: 1 }).toZonedDateTime(region.timeZone).toInstant()
  const from = at(month)
  const to = at(month.add({ months: 1 }))
  const own = region.series.filter(({ kind }) => kind === 'gsv').map(({ id }) => id)
  if (own.length > 0 && (await meetingsBetween(scope, from, to, own)).length > 0) return false
  if (await hadGsv(scope, [series.id], from, to)) return false
  const later = await meetingsBetween(scope, startsAt.toInstant().add({ minutes: 1 }), to, [series.id])
  return later.length === 0
}

/** As far ahead as a region may ask for summaries. */
const LOOK_AHEAD_HOURS = 24 * 60

/** Whom the rota asks for a case of their own, where a month's last meeting would otherwise be without GSV. */
export const askedGsv = async (
  scope: Scope,
  region: Region,
  now: Temporal.Instant,
  absentIds: readonly string[],
): Promise<AskedGsv[]> => {
  const today = now.toZonedDateTimeISO(region.timeZone).toPlainDate()
  const liaison = region.series.filter(({ body, agenda }) => {
    const kind = region.bodies.find(({ id }) => id === body)?.kind
    return agenda?.takesSummaries === true && kind === 'liaison'
  })
  const asked: AskedGsv[] = []
  for (const series of liaison) {
    const coming = await meetingsBetween(scope, now, now.add({ hours: LOOK_AHEAD_HOURS }), [series.id])
    const ids = coming.map(({ id }) => id)
    const published = new Set((await publishedAgendas(scope, ids)).map(({ meetingId }) => meetingId))
    const [next] = coming.filter(({ id }) => !published.has(id))
    if (!next || Temporal.PlainDate.compare(requestFrom(region, next.startsAt), today) > 0) continue
    const startsAt = next.startsAt.toZonedDateTimeISO(region.timeZone)
    if (!(await isLastForGsv(scope, region, series, startsAt))) continue
    if ((await summariesOf(scope, [next.id])).some(({ section }) => section === 'gsv')) continue
    const memberId = await inTurn(scope, region, series, startsAt.toPlainDate(), absentIds)
    const closes = publishAt(region, next.startsAt).toPlainDate()
    const meeting = { name: series.name, startsAt, date: startsAt.toPlainDate() }
    if (memberId !== undefined) asked.push({ memberId, meeting, closes })
  }
  return asked
}

/** 事例提供者の輪番 among those of the roster who have cases. */
const inTurn = async (
  scope: Scope,
  region: Region,
  series: Series,
  date: Temporal.PlainDate,
  absentIds: readonly string[],
): Promise<string | undefined> => {
  const roster = new Set(rosterOf(region, series.body))
  const carriers = await scope.tx
    .selectDistinct({ memberId: cases.memberId })
    .from(cases)
    .where(and(inArray(cases.memberId, [...roster]), isNull(cases.closedOn)))
  const having = new Set(carriers.map(({ memberId }) => memberId))
  const people = region.members
    .filter(({ id }) => having.has(id))
    .map(({ id, office }) => ({
      id,
      ...(office === undefined ? {} : { officeId: office }),
      experienceYears: 0,
      mayFacilitate: false,
    }))
  const absent = absentIds.filter((id) => having.has(id))
  const presented = await presentedSince(scope, region, series, date.subtract({ years: 1 }))
  const session = { date, presenters: 1, absentIds: absent }
  const turns = presenterRota({ people, presented, offers: [] }, [session])
  return turns.ok ? turns.sessions[0]?.[0]?.memberId : undefined
}

const presentedSince = async (
  scope: Scope,
  region: Region,
  series: Series,
  day: Temporal.PlainDate,
): Promise<{ memberId: string; date: Temporal.PlainDate }[]> => {
  const rows = await scope.tx
    .select({ memberId: summaries.presenterId, startsAt: meetings.startsAt })
    .from(summaries)
    .innerJoin(meetings, eq(meetings.id, summaries.meetingId))
    .where(
      and(
        eq(summaries.section, 'gsv'),
        eq(meetings.seriesId, series.id),
        gte(meetings.startsAt, day.toZonedDateTime(region.timeZone).toInstant()),
      ),
    )
  return rows.map(({ memberId, startsAt }) => ({
    memberId,
    date: startsAt.toZonedDateTimeISO(region.timeZone).toPlainDate(),
  }))
}
