import { type Digest, digestOf, isEmpty } from '../domain/digest/digest.ts'
import { publishAt, requestFrom } from '../domain/meeting/agenda-times.ts'
import { calendarOf } from '../domain/region/calendar.ts'
import type { Region } from '../domain/region/region.ts'
import { rosterOf } from '../domain/region/roster.ts'
import { reviewWindow } from '../domain/summary/review-window.ts'
import { publishedAgendas } from './agendas.ts'
import type { Scope } from './database.ts'
import { type Meeting, meetingsBetween } from './meetings.ts'
import { type DueMonitoring, dueMonitorings } from './monitorings.ts'
import { type PlanToReview, plansWithoutSummary } from './plans.ts'

type DigestMeeting = { name: string; startsAt: Temporal.ZonedDateTime; date: Temporal.PlainDate }
export type MemberDigest = Digest<DueMonitoring, DigestMeeting, PlanToReview>

/** Beyond the longest request for summaries a region may set. */
const LOOK_AHEAD_HOURS = 24 * 60

/**
 * This morning's digests, for those who have something to hear; few queries whatever the number of members.
 * `only`: one member's, made again at the moment of sending.
 */
export const digestsOf = async (
  scope: Scope,
  region: Region,
  now: Temporal.Instant,
  only?: string,
): Promise<Map<string, MemberDigest>> => {
  const calendar = calendarOf(region)
  const today = now.toZonedDateTimeISO(region.timeZone).toPlainDate()
  const due = await dueMonitorings(scope, today.toPlainYearMonth(), only === undefined ? undefined : [only])
  const monitorings = Map.groupBy(due, ({ memberId }) => memberId)
  const coming = await comingMeetings(scope, region, now)
  const digests = new Map<string, MemberDigest>()
  for (const { id } of region.members) {
    if (only !== undefined && id !== only) continue
    const mine = coming.filter(({ roster }) => roster.has(id))
    const digest: MemberDigest = digestOf(
      {
        monitorings: monitorings.get(id) ?? [],
        meetings: mine.map(({ shown }) => shown),
        toSubmit: mine.map(({ shown, requestFrom, closes, plans }) => ({
          meeting: shown,
          requestFrom,
          closes,
          plans: plans.filter(({ memberId }) => memberId === id),
        })),
      },
      today,
      calendar,
    )
    if (!isEmpty(digest)) digests.set(id, digest)
  }
  return digests
}

type Coming = {
  shown: DigestMeeting
  roster: ReadonlySet<string>
  requestFrom: Temporal.PlainDate
  closes: Temporal.PlainDate
  plans: PlanToReview[]
}

const comingMeetings = async (scope: Scope, region: Region, now: Temporal.Instant): Promise<Coming[]> => {
  const meetings = await meetingsBetween(scope, now, now.add({ hours: LOOK_AHEAD_HOURS }))
  const ids = meetings.map(({ id }) => id)
  const closed = new Set((await publishedAgendas(scope, ids)).map(({ meetingId }) => meetingId))
  const coming: Coming[] = []
  for (const meeting of meetings) {
    const series = region.series.find(({ id }) => id === meeting.seriesId)
    if (!series) continue
    const startsAt = meeting.startsAt.toZonedDateTimeISO(region.timeZone)
    const date = startsAt.toPlainDate()
    const takes = series.agenda?.takesSummaries === true && !closed.has(meeting.id)
    coming.push({
      shown: { name: series.name, startsAt, date },
      roster: new Set(rosterOf(region, series.body)),
      requestFrom: requestFrom(region, meeting.startsAt),
      closes: publishAt(region, meeting.startsAt).toPlainDate(),
      plans: takes ? await missingFor(scope, region, meeting, now) : [],
    })
  }
  return coming
}

/** Nothing is asked before its time: only then is it looked for. */
const missingFor = async (
  scope: Scope,
  region: Region,
  meeting: Meeting,
  now: Temporal.Instant,
): Promise<PlanToReview[]> => {
  const today = now.toZonedDateTimeISO(region.timeZone).toPlainDate()
  if (Temporal.PlainDate.compare(today, requestFrom(region, meeting.startsAt)) < 0) return []
  const window = reviewWindow(meeting.startsAt.toZonedDateTimeISO(region.timeZone).toPlainDate())
  return plansWithoutSummary(scope, window.from, window.to)
}
