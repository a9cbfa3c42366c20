import type { CaseFacts } from '../../domain/case/permission.ts'
import type { GuidanceRecord } from '../../domain/figures/fee-records.ts'
import { officeName } from '../../domain/region/names.ts'
import type { Region } from '../../domain/region/region.ts'
import { isChief } from '../../domain/region/roster.ts'
import type { Scope } from '../../store/engine/database.ts'
import { type Presentation, presentationsOf } from '../../store/gsv/gsv-presentations.ts'
import { sessionsOf } from '../../store/gsv/gsv-sessions.ts'
import { heldPreMeetings } from '../../store/gsv/pre-meetings.ts'
import { attendancesOf } from '../../store/meeting/attendances.ts'
import { type Meeting, meetingsBetween } from '../../store/meeting/meetings.ts'
import { agreedBetween } from '../../store/summary/summaries.ts'
import { visitsDoneBetween } from '../../store/visit/visits.ts'
import { dateOf } from '../gsv/gsv-forming.ts'

/** A period of whole days of one region; `to` is the instant after it. */
export type Period = {
  from: Temporal.Instant
  to: Temporal.Instant
  firstDay: Temporal.PlainDate
  lastDay: Temporal.PlainDate
}

/** One guidance: who guided whom. `source`: what its content is read from. */
export type Guided = {
  kind: GuidanceRecord['kind']
  on: Temporal.PlainDate
  by: string
  recipients: string[]
  /** Where the recipients belong, as people read it. */
  office: string
  /** Set for a visit, which has no recipients by name. */
  officeId?: string
  seriesId?: string
  code?: string | undefined
  /** Whether its code and content may be shown follows from its case, where it is about one. */
  supportCase?: CaseFacts | null | undefined
  source?: { kind: 'gsv-presentation' | 'visit'; id: string }
}

/** Everything in a period that looks like guidance, whoever gave it, by day. */
export const guidedIn = async (scope: Scope, region: Region, period: Period): Promise<Guided[]> => {
  const held = await meetingsBetween(scope, period.from, period.to)
  const all = [
    ...(await preMeetings(scope, region, period)),
    ...(await gsvGroups(scope, region, held)),
    ...(await agreements(scope, region, period)),
    ...(await supervisions(scope, region, held)),
    ...(await officeVisits(scope, region, period)),
  ]
  return all.toSorted((a, b) => Temporal.PlainDate.compare(a.on, b.on))
}

/** The office, or the municipality, a member comes from. */
export const placeOf = (region: Region, memberId: string): string => {
  const member = region.members.find(({ id }) => id === memberId)
  if (member?.office !== undefined) return officeName(region, member.office)
  return region.municipalities.find(({ id }) => id === member?.municipality)?.name ?? ''
}

const byPlace = (region: Region, memberIds: readonly string[]) => [
  ...Map.groupBy(memberIds, (id) => placeOf(region, id)),
]

const presentationOf = (said: readonly Presentation[], meetingId: string, memberId: string | undefined) =>
  said.find((one) => one.meetingId === meetingId && one.memberId === memberId && one.state !== 'declined')

/** Facilitator and presenter before the session, where the facilitator said that they met. */
const preMeetings = async (scope: Scope, region: Region, period: Period): Promise<Guided[]> => {
  const rows = await heldPreMeetings(scope, period.firstDay, period.lastDay)
  const said = await presentationsOf(
    scope,
    rows.map(({ held }) => held.meetingId),
  )
  return rows.map(({ held: { meetingId, presenterId, facilitatorId, on }, seriesId }): Guided => {
    const presented = presentationOf(said, meetingId, presenterId)
    return {
      kind: 'pre_meeting',
      on,
      by: facilitatorId,
      recipients: [presenterId],
      office: placeOf(region, presenterId),
      seriesId,
      code: presented?.code ?? undefined,
      supportCase: presented?.supportCase,
    }
  })
}

/** Each group's facilitator and those who sat in it, an office a record; the case stands with its presenter's. */
const gsvGroups = async (scope: Scope, region: Region, held: readonly Meeting[]): Promise<Guided[]> => {
  const ids = held.map(({ id }) => id)
  const sessions = (await sessionsOf(scope, ids)).filter(({ confirmedAt }) => confirmedAt !== null)
  const said = await presentationsOf(scope, ids)
  const away = (await attendancesOf(scope, ids)).filter(({ was }) => was === 'absent' || was === 'deputy')
  return sessions.flatMap(({ meetingId, groups }) => {
    const meeting = held.find(({ id }) => id === meetingId)
    if (!meeting) return []
    const isAway = (id: string) => away.some((one) => one.meetingId === meetingId && one.memberId === id)
    const on = dateOf(region, meeting)
    return groups
      .filter(({ facilitatorId }) => !isAway(facilitatorId))
      .flatMap(({ facilitatorId: by, presenterId, memberIds }) => {
        const there = memberIds.filter((id) => id !== by && !isAway(id))
        const presented = presentationOf(said, meetingId, presenterId)
        return byPlace(region, there).map(([office, recipients]): Guided => {
          const about = { kind: 'gsv' as const, on, by, recipients, office, seriesId: meeting.seriesId }
          return presented && recipients.includes(presented.memberId)
            ? {
                ...about,
                code: presented.code ?? undefined,
                supportCase: presented.supportCase,
                source: { kind: 'gsv-presentation', id: presented.id },
              }
            : about
        })
      })
  })
}

/** 事前協議: the centre read the result of a monitoring with who is in charge, and agreed. */
const agreements = async (scope: Scope, region: Region, { from, to }: Period): Promise<Guided[]> => {
  const rows = await agreedBetween(scope, from, to)
  return rows.flatMap(({ agreedBy, agreedAt, presenterId, code, supportCase }): Guided[] =>
    agreedBy === null || agreedAt === null || agreedBy === presenterId
      ? []
      : [
          {
            kind: 'agreement',
            on: dateOf(region, { startsAt: agreedAt }),
            by: agreedBy,
            recipients: [presenterId],
            office: placeOf(region, presenterId),
            code: code ?? undefined,
            supportCase,
          },
        ],
  )
}

/** Meetings for supervision: each chief specialist who came, for those who came and are none. */
const supervisions = async (scope: Scope, region: Region, held: readonly Meeting[]): Promise<Guided[]> => {
  const series = region.series.filter(({ kind }) => kind === 'supervision').map(({ id }) => id)
  const supervised = held.filter(({ seriesId }) => series.includes(seriesId))
  const attended = (
    await attendancesOf(
      scope,
      supervised.map(({ id }) => id),
    )
  ).filter(({ was }) => was === 'present' || was === 'online')
  return supervised.flatMap((meeting) => {
    const there = attended.filter(({ meetingId }) => meetingId === meeting.id).map(({ memberId }) => memberId)
    const guided = byPlace(
      region,
      there.filter((id) => !isChief(region, id)),
    )
    return there
      .filter((id) => isChief(region, id))
      .flatMap((by) =>
        guided.map(([office, recipients]): Guided => {
          const { seriesId } = meeting
          return { kind: 'supervision', on: dateOf(region, meeting), by, recipients, office, seriesId }
        }),
      )
  })
}

/** Monitoring verified at an office, or whatever else an office was visited for and reported. */
const officeVisits = async (
  scope: Scope,
  region: Region,
  { firstDay, lastDay }: Period,
): Promise<Guided[]> => {
  const rows = await visitsDoneBetween(scope, firstDay, lastDay)
  return rows.flatMap(({ id, officeId, visitorId, doneOn }): Guided[] =>
    doneOn === null
      ? []
      : [
          {
            kind: 'visit',
            on: doneOn,
            by: visitorId,
            recipients: [],
            office: officeName(region, officeId),
            officeId,
            source: { kind: 'visit', id },
          },
        ],
  )
}
