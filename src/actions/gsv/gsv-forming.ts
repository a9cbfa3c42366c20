import { firstDayOf, fiscalYearOf } from '../../domain/calendar/fiscal-year.ts'
import { addBusinessDays } from '../../domain/calendar/working-calendar.ts'
import { askedPresenters, type SessionPresenters } from '../../domain/gsv/asked-presenters.ts'
import { formWithLater } from '../../domain/gsv/form-groups.ts'
import type { GroupFault } from '../../domain/gsv/group-fault.ts'
import {
  type GroupSeries,
  groupsFor,
  participantsOf,
  sitsInGroups,
  sizeFor,
} from '../../domain/gsv/participants.ts'
import { repairGroups } from '../../domain/gsv/repair-groups.ts'
import { calendarOf } from '../../domain/region/calendar.ts'
import type { Region } from '../../domain/region/region.ts'
import { absencesFrom, type StoredAbsence } from '../../store/absence/absences.ts'
import type { Scope } from '../../store/engine/database.ts'
import { type Presentation, presentationsOf, presentedIn } from '../../store/gsv/gsv-presentations.ts'
import type { StoredGroup } from '../../store/gsv/gsv-sessions.ts'
import { type GsvSession, historyOf, keepGroups, sessionOf } from '../../store/gsv/gsv-sessions.ts'
import { type Meeting, meetingsBetween } from '../../store/meeting/meetings.ts'

/** A meeting that sits in groups. */
export type GsvMeeting = { meeting: Meeting; series: GroupSeries; date: Temporal.PlainDate }

/** Those of the region's meetings within [from, to) that sit in groups, by start. */
export const gsvMeetings = async (
  scope: Scope,
  region: Region,
  from: Temporal.Instant,
  to: Temporal.Instant,
): Promise<GsvMeeting[]> => {
  const seriesIds = region.series.filter(sitsInGroups).map(({ id }) => id)
  return sittingInGroups(region, await meetingsBetween(scope, from, to, seriesIds))
}

export const sittingInGroups = (region: Region, meetings: readonly Meeting[]): GsvMeeting[] => {
  const series = region.series.filter(sitsInGroups)
  return meetings.flatMap((meeting) => {
    const own = series.find(({ id }) => id === meeting.seriesId)
    return own ? [{ meeting, series: own, date: dateOf(region, meeting) }] : []
  })
}

export const dateOf = (region: Region, { startsAt }: Pick<Meeting, 'startsAt'>): Temporal.PlainDate =>
  startsAt.toZonedDateTimeISO(region.timeZone).toPlainDate()

type Away = (date: Temporal.PlainDate) => Set<string>

/** Loads once who is away, for each day from this one on. */
const awayFrom = async (scope: Scope, from: Temporal.PlainDate): Promise<Away> =>
  awayBy(await absencesFrom(scope, from))

/** Who is away on a day, by these absences. */
export const awayBy = (absences: readonly StoredAbsence[]): Away => {
  const compare = Temporal.PlainDate.compare
  return (date) =>
    new Set(
      absences
        .filter((absence) => compare(absence.from, date) <= 0 && compare(date, absence.to) <= 0)
        .map(({ memberId }) => memberId),
    )
}

/** Who is known to be away on the day. */
export const awayOn = async (scope: Scope, date: Temporal.PlainDate): Promise<Set<string>> =>
  (await awayFrom(scope, date))(date)

export const willPresent = (said: readonly Presentation[], meetingId: string): string[] =>
  said.filter((one) => one.meetingId === meetingId && one.state !== 'declined').map((one) => one.memberId)

/** Whom the rota asks for these coming sessions of one series, which come in order. */
export const askedFor = async (
  scope: Scope,
  region: Region,
  series: GroupSeries,
  coming: readonly GsvMeeting[],
  known: { said: readonly Presentation[]; away: Away },
): Promise<ReturnType<typeof askedPresenters>> => {
  const [first] = coming
  if (!first) return []
  const { said, away } = known
  const past = await presentedIn(scope, series.id, first.meeting.startsAt)
  const sessions: SessionPresenters[] = []
  for (const { meeting, date } of coming)
    sessions.push({
      meetingId: meeting.id,
      date,
      accepted: willPresent(said, meeting.id),
      declined: said
        .filter(({ meetingId, state }) => meetingId === meeting.id && state === 'declined')
        .map(({ memberId }) => memberId),
      absent: away(date),
    })
  const presented = past.map(({ memberId, startsAt }) => ({ memberId, date: dateOf(region, { startsAt }) }))
  return askedPresenters(region, series, presented, sessions)
}

type Formed =
  | { ok: true; session: GsvSession; moved: number }
  | { ok: false; fault: GroupFault }
  | { ok: false; fault: { reason: 'meanwhile' } }

/**
 * Forms the groups of a session for those who come: new ones, or those there are with as few moves as possible.
 * Deterministic: the day of the meeting is the seed.
 */
export const formSession = async (
  scope: Scope,
  region: Region,
  { meeting, series, date }: GsvMeeting,
  absent: ReadonlySet<string>,
  now: Temporal.Instant,
): Promise<Formed> => {
  const before = await sessionOf(scope, meeting.id)
  const people = participantsOf(region, series, date)
  const known = new Set(people.map(({ id }) => id))
  const absentIds = [...absent].filter((id) => known.has(id)).toSorted()
  const here = people.length - absentIds.length
  const said = willPresent(await presentationsOf(scope, [meeting.id]), meeting.id)
  const presenterIds = said
    .filter((id) => known.has(id) && !absent.has(id))
    .slice(0, Math.max(1, groupsFor(series.groups, here)))
  const { met, led } = await historyOf(scope, series.id, meeting.startsAt)
  const seed = Number(meeting.nominal.toString().replaceAll('-', ''))
  const facts = { people, met, led }
  const wish = { presenterIds, absentIds, seed }
  const kept = before?.groups.map((group) => ({
    ...group,
    memberIds: group.memberIds.filter((id) => known.has(id)),
  }))
  const formed = kept
    ? repairGroups(kept, facts, wish)
    : formWithLater(facts, {
        ...wish,
        size: sizeFor(series.groups, here),
        later: await laterThisYear(scope, region, meeting),
      })
  if (!formed.ok) return formed
  const calendar = calendarOf(region)
  const session = {
    meetingId: meeting.id,
    groups: formed.groups,
    absentIds,
    preMeetingOn: addBusinessDays(calendar, date, -series.groups.preMeetingBusinessDays) ?? date,
    formedAt: now,
  }
  if (!(await keepGroups(scope, session, before?.revision ?? 0)))
    return { ok: false, fault: { reason: 'meanwhile' } }
  const stored = await sessionOf(scope, meeting.id)
  if (!stored) throw new Error('groups were kept and are gone')
  return { ok: true, session: stored, moved: movedBetween(before?.groups ?? [], stored.groups) }
}

/** How many sessions of the series are left in the fiscal year. */
const laterThisYear = async (scope: Scope, region: Region, meeting: Meeting): Promise<number> => {
  const yearEnds = firstDayOf(fiscalYearOf(meeting.nominal) + 1).toZonedDateTime(region.timeZone)
  const after = meeting.startsAt.add({ seconds: 1 })
  return (await meetingsBetween(scope, after, yearEnds.toInstant(), [meeting.seriesId])).length
}

/** Counts who sits in another group than before; a group is identified by those who stay in it. */
const movedBetween = (before: readonly StoredGroup[], after: readonly StoredGroup[]): number => {
  const homes = before.map(({ memberIds }) => new Set(memberIds))
  const stays = after.map(({ memberIds }) =>
    Math.max(0, ...homes.map((home) => memberIds.filter((id) => home.has(id)).length)),
  )
  const had = after.flatMap(({ memberIds }) => memberIds).filter((id) => homes.some((home) => home.has(id)))
  return had.length - stays.reduce((sum, count) => sum + count, 0)
}
