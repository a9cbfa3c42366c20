import { askedFor } from '../../domain/absence/stand-in.ts'
import { toInstant } from '../../domain/calendar/working-calendar.ts'
import {
  type AgendaMonth,
  type Digest,
  digestOf,
  type Morning,
  monthBegan,
  sizeOf,
  type ToSubmit,
  tellsOpenWork,
} from '../../domain/digest/digest.ts'
import { publishAt, requestFrom } from '../../domain/meeting/agenda-times.ts'
import type { Role } from '../../domain/member/permission.ts'
import { calendarOf } from '../../domain/region/calendar.ts'
import { meetingTitle, seriesName } from '../../domain/region/names.ts'
import type { Region } from '../../domain/region/region.ts'
import { rosterOf } from '../../domain/region/roster.ts'
import { absencesFrom } from '../../store/absence/absences.ts'
import { agendaCounts, publishedAgendas } from '../../store/agenda/agendas.ts'
import { assignedSince } from '../../store/case/cases.ts'
import type { Scope } from '../../store/engine/database.ts'
import { eachOf, readConcurrently } from '../../store/engine/read-concurrently.ts'
import { type Meeting, meetingsBetween } from '../../store/meeting/meetings.ts'
import { decidedSince, openProposals } from '../../store/monitoring/interval-proposals.ts'
import { dueMonitorings, notMetSince } from '../../store/monitoring/monitorings.ts'
import { endingPlans } from '../../store/plan/plans.ts'
import { summariesToAgree } from '../../store/summary/summaries.ts'
import { followUpFacts } from '../followup/follow-up-facts.ts'
import { gsvDigest } from '../gsv/gsv-digest.ts'
import { handoverFacts, sheetsFor } from '../handover/handover-facts.ts'
import { changedMeetings } from '../meeting/changed-meetings.ts'
import { minutesToTell } from '../minutes/minutes-to-tell.ts'
import { pollsToTell } from '../poll/poll-facts.ts'
import { lastMorning } from '../region/standing-reminders.ts'
import { rotaDigest } from '../rota/rota-digest.ts'
import { type MissingSummary, missingSummaries } from '../summary/missing-summaries.ts'
import { visitFacts } from '../visit/visit-facts.ts'

/** Beyond the longest request for summaries a region may set, and the longest time for its minutes. */
const AHEAD_HOURS = 24 * 60
const BACK_HOURS = 24 * 75

/**
 * This morning's digests, for those who have something to hear; few queries whatever the number of members.
 * `readers`: only these members', made again at the moment of sending.
 */
export const digestsOf = async (
  scope: Scope,
  region: Region,
  now: Temporal.Instant,
  readers: ReadonlySet<string> = new Set(region.members.map(({ id }) => id)),
): Promise<Map<string, Digest>> => {
  const digests = new Map<string, Digest>()
  if (readers.size === 0) return digests
  const today = now.toZonedDateTimeISO(region.timeZone).toPlainDate()
  const morning: Morning = {
    today,
    since: await lastMorning(scope, region, today),
    calendar: calendarOf(region),
    settings: region.settings,
  }
  const facts = await factsOf(scope, region, now, morning, readers)
  for (const member of region.members) {
    if (!readers.has(member.id)) continue
    const digest = digestFor(member, facts, morning)
    if (sizeOf(digest) > 0) digests.set(member.id, digest)
  }
  return digests
}

/** What changed is kept on a person's page for a week. */
const PAGE_DAYS = 7

/** What waits for one person now, whatever morning it is: what they open by themselves to work on. */
export const waitingFor = async (
  scope: Scope,
  region: Region,
  now: Temporal.Instant,
  memberId: string,
): Promise<Digest> => {
  const member = region.members.find(({ id }) => id === memberId)
  if (!member) throw new Error(`${memberId} is not in region ${region.id}`)
  const today = now.toZonedDateTimeISO(region.timeZone).toPlainDate()
  const since = today.subtract({ days: PAGE_DAYS })
  const { settings } = region
  const morning: Morning = { today, since, calendar: calendarOf(region), settings, asked: true }
  return digestFor(member, await factsOf(scope, region, now, morning, new Set([memberId])), morning)
}

type Facts = Awaited<ReturnType<typeof factsOf>>
type Member = Region['members'][number]

/** What is known of the whole region this morning; `asked` is whose work each member's is today. */
const factsOf = async (
  scope: Scope,
  region: Region,
  now: Temporal.Instant,
  morning: Morning,
  readers: ReadonlySet<string>,
) => {
  const { today, since } = morning
  const absences = await absencesFrom(scope, today)
  const asked = new Map(region.members.map(({ id }) => [id, askedFor(id, absences, today)]))
  const farthest = Math.max(0, ...region.settings.renewalMonthsBefore) + 1
  const asksFor = (role: Role): boolean =>
    region.members.some(({ id, roles }) => readers.has(id) && roles.includes(role))
  // A coordinator's digest can name everybody's cases, another's only those of whose work they are asked for.
  const carriers = asksFor('coordinator')
    ? undefined
    : region.members.map(({ id }) => id).filter((id) => readers.has(asked.get(id) ?? ''))
  const month = today.toPlainYearMonth()
  const toldFrom = toInstant(morning.calendar, since, region.settings.digestAt)
  // A query runs as often as it is waited for: a promise of it, once.
  const near = Promise.resolve(
    meetingsBetween(scope, toldFrom.subtract({ hours: BACK_HOURS }), now.add({ hours: AHEAD_HOURS })),
  )
  const coordinates = asksFor('coordinator')
  const { due, ending, toAgree, proposals, assigned, decided, ...known } = await readConcurrently({
    // On other days than those that tell open work, only what others left over may be due to be told.
    due:
      tellsOpenWork(morning) || coordinates
        ? dueMonitorings(scope, today, {
            ...(carriers ? { memberIds: carriers } : {}),
            ...(tellsOpenWork(morning) ? {} : { before: month }),
          })
        : [],
    ending: endingPlans(scope, today.add({ months: farthest }), carriers),
    notMet: coordinates ? notMetSince(scope, toldFrom) : [],
    toAgree: coordinates ? summariesToAgree(scope) : [],
    proposals: asksFor('officer') ? openProposals(scope) : [],
    assigned: assignedSince(scope, toldFrom),
    decided: decidedSince(scope, toldFrom),
    followUps: followUpFacts(scope, morning, toldFrom),
    visits: visitFacts(scope, today, toldFrom),
    sheets: handoverFacts(scope, region.timeZone, toldFrom),
    coming: near.then((meetings) => comingMeetings(scope, region, now, meetings)),
    lastMonth: coordinates && monthBegan(morning) ? agendaMonths(scope, region, today) : [],
    minutes: near.then((meetings) => minutesToTell(scope, region, morning, meetings, toldFrom)),
    changed: changedMeetings(scope, region, toldFrom),
    gsv: near.then((meetings) => gsvDigest(scope, region, now, morning, { meetings, absences })),
    rotas: rotaDigest(scope, region, morning),
    polls: pollsToTell(scope, region, today),
  })
  const whose = <Item extends { memberId: string }>(items: readonly Item[]) =>
    Map.groupBy(items, ({ memberId }) => asked.get(memberId))
  const isNew = (at: Temporal.Instant) => Temporal.Instant.compare(at, toldFrom) >= 0
  return {
    ...known,
    asked,
    due: whose(due),
    before: due.filter(({ dueMonth }) => Temporal.PlainYearMonth.compare(dueMonth, month) < 0),
    ending: whose(ending),
    toAgree: toAgree.flatMap(({ id, code, presenterId, editedAt }) =>
      code === null ? [] : [{ id, code, memberId: presenterId, isNew: isNew(editedAt) }],
    ),
    proposals: proposals.map((one) => ({ ...one, isNew: isNew(one.proposedAt) })),
    assigned: whose(assigned),
    decided: whose(decided),
    asks: known.coming
      .filter(({ summaries }) => summaries.length > 0)
      .map((one) => ({ ...one, summaries: whose(one.summaries) })),
    places: new Map(region.offices.map((office) => [office.id, office.municipality])),
  }
}

const digestFor = (member: Member, facts: Facts, morning: Morning): Digest => {
  const { id, roles, municipality } = member
  const here = facts.asked.get(id) === id
  const coordinates = here && roles.includes('coordinator')
  const decides = here && roles.includes('officer')
  const mine = facts.coming.filter(({ roster }) => here && roster.has(id))
  return digestOf(
    {
      assigned: facts.assigned.get(id) ?? [],
      decided: facts.decided.get(id) ?? [],
      monitorings: facts.due.get(id) ?? [],
      plans: facts.ending.get(id) ?? [],
      changedMeetings: facts.changed
        .filter(({ roster, by }) => here && roster.has(id) && by !== id)
        .map(({ change }) => change),
      followUps: facts.followUps.filter(({ memberId }) => facts.asked.get(memberId) === id),
      followUpsOfOthers: coordinates
        ? facts.followUps.filter(({ memberId }) => facts.asked.get(memberId) !== id)
        : [],
      sheets: sheetsFor(facts.sheets, id, facts.asked, coordinates),
      visits: facts.visits.open.filter(({ visitorId }) => facts.asked.get(visitorId) === id),
      visitReports: decides
        ? facts.visits.reported.filter(
            ({ officeId }) => municipality !== undefined && facts.places.get(officeId) === municipality,
          )
        : [],
      meetings: mine.map(({ meeting }) => meeting),
      toSubmit: facts.asks.map(({ meeting, requestFrom, closes, summaries, roster }) => ({
        meeting,
        requestFrom,
        closes,
        summaries: (summaries.get(id) ?? []).filter(({ memberId }) => roster.has(memberId) || roster.has(id)),
      })),
      gsv: here ? (facts.gsv.get(id) ?? []) : [],
      rotas: here ? (facts.rotas.get(id) ?? []) : [],
      ofOthers: coordinates ? facts.before.filter(({ memberId }) => facts.asked.get(memberId) !== id) : [],
      toAgree: coordinates ? facts.toAgree : [],
      notMet: coordinates ? facts.notMet : [],
      proposals: decides
        ? facts.proposals.filter(({ municipalityId }) => municipalityId === municipality)
        : [],
      lastMonth: coordinates ? facts.lastMonth : [],
      minutesToApprove: facts.minutes.toApprove.filter(({ chair }) =>
        chair === undefined ? coordinates : facts.asked.get(chair) === id,
      ),
      minutesMissing: coordinates ? facts.minutes.missing : [],
      ...pollsFor(id, here ? facts.polls : []),
    },
    morning,
  )
}

const pollsFor = (id: string, polls: Facts['polls']) => ({
  pollsToAnswer: polls.filter(({ silent, toDecide }) => !toDecide && silent.includes(id)),
  pollsMissing: polls.filter(
    ({ organiserId, silent, toDecide }) => !toDecide && organiserId === id && silent.length > 0,
  ),
  pollsToDecide: polls.filter(({ organiserId, toDecide }) => toDecide && organiserId === id),
})

const agendaMonths = async (
  scope: Scope,
  region: Region,
  today: Temporal.PlainDate,
): Promise<AgendaMonth[]> => {
  const month = today.toPlainYearMonth().subtract({ months: 1 })
  const first = (of: Temporal.PlainYearMonth) =>
    of.toPlainDate({ day: 1 }).toZonedDateTime(region.timeZone).toInstant()
  const counted = await agendaCounts(scope, first(month), first(month.add({ months: 1 })))
  return counted.map(({ seriesId, items, withoutTime }) => ({
    name: seriesName(region, seriesId),
    month,
    items,
    withoutTime,
  }))
}

type Coming = ToSubmit & { roster: ReadonlySet<string>; requestFrom: Temporal.PlainDate }

const comingMeetings = async (
  scope: Scope,
  region: Region,
  now: Temporal.Instant,
  known: readonly Meeting[],
): Promise<Coming[]> => {
  const meetings = known.filter(({ startsAt }) => Temporal.Instant.compare(startsAt, now) >= 0)
  const ids = meetings.map(({ id }) => id)
  const closed = new Set((await publishedAgendas(scope, ids)).map(({ meetingId }) => meetingId))
  const coming = meetings.map(async (meeting): Promise<Coming[]> => {
    const series = region.series.find(({ id }) => id === meeting.seriesId)
    if (!series) return []
    const startsAt = meeting.startsAt.toZonedDateTimeISO(region.timeZone)
    const takes = series.agenda?.takesSummaries === true && !closed.has(meeting.id)
    const summaries = takes ? await missingFor(scope, region, meeting, now) : []
    return [
      {
        meeting: {
          meetingId: meeting.id,
          name: meetingTitle(region, meeting),
          startsAt,
          date: startsAt.toPlainDate(),
        },
        roster: new Set(rosterOf(region, series.body)),
        requestFrom: requestFrom(region, meeting.startsAt),
        closes: publishAt(region, meeting.startsAt).toPlainDate(),
        summaries,
      },
    ]
  })
  return (await eachOf(coming)).flat()
}

/** Nothing is asked before its time: only then is it looked for. */
const missingFor = async (
  scope: Scope,
  region: Region,
  meeting: Meeting,
  now: Temporal.Instant,
): Promise<MissingSummary[]> => {
  const today = now.toZonedDateTimeISO(region.timeZone).toPlainDate()
  if (Temporal.PlainDate.compare(today, requestFrom(region, meeting.startsAt)) < 0) return []
  const date = meeting.startsAt.toZonedDateTimeISO(region.timeZone).toPlainDate()
  return missingSummaries(scope, region, date, meeting.id)
}
