import { disclose } from '../../domain/agenda/disclose.ts'
import type { Clearance, Disclosed } from '../../domain/agenda/disclosure.ts'
import { levelFor } from '../../domain/agenda/permission.ts'
import type { MeetingRecord } from '../../domain/figures/meeting-records.ts'
import { whoseRecords } from '../../domain/figures/permission.ts'
import { mayExportAll, mayReadReasons, sitsOn } from '../../domain/meeting/permission.ts'
import type { Asker } from '../../domain/member/roles.ts'
import type { MinutesContent } from '../../domain/minutes/minutes-content.ts'
import type { Region } from '../../domain/region/region.ts'
import { rosterOf } from '../../domain/region/roster.ts'
import type { Scope } from '../../store/engine/database.ts'
import { followUpsById } from '../../store/followup/follow-ups.ts'
import { itemRecords, runsOf } from '../../store/meeting/meeting-runs.ts'
import { meetingsBetween } from '../../store/meeting/meetings.ts'
import { minutesContent, minutesVersions } from '../../store/minutes/minutes.ts'
import { type MeetingContext, meetingContext } from '../agenda/agenda-facts.ts'
import { clearanceAt } from '../agenda/clearance.ts'
import { periodOf, type Wanted } from '../figures/fee-records.ts'
import { attendanceTable } from './attendance-table.ts'

const CASE_SERIES = ['gsv', 'case_review', 'case_study', 'supervision']

/**
 * What was kept of a month's meetings: for the centre of the region, for others of the bodies they sit on, with what
 * was approved and with the attendance of their own office. Nothing of cases where the body sees topics only.
 */
export const meetingRecords = async (
  scope: Scope,
  region: Region,
  asker: Asker,
  { month, officeId, now }: Wanted,
): Promise<{ meetings: MeetingRecord[]; read: string[] }> => {
  const { from, to } = periodOf(region, month, now)
  const all = mayExportAll(asker)
  const lastDay = month.toPlainDate({ day: month.daysInMonth })
  const { everybody, isOwn } = whoseRecords(region, asker, officeId)
  const series = region.series.filter(({ body }) => everybody || rosterOf(region, body, lastDay).some(isOwn))
  const held = await meetingsBetween(
    scope,
    from,
    to,
    series.map(({ id }) => id),
  )
  const ids = held.map(({ id }) => id)
  const began = new Map(
    (await runsOf(scope, ids)).flatMap((run) => (run.startedAt ? [[run.meetingId, run] as const] : [])),
  )
  const meetings: MeetingRecord[] = []
  for (const id of ids) {
    const context = began.has(id) ? await meetingContext(scope, region, id) : undefined
    if (context)
      meetings.push(await recordOf(scope, region, context, { asker, all, isOwn, run: began.get(id) }))
  }
  return { meetings, read: [...began.keys()] }
}

type Reading = {
  asker: Asker
  all: boolean
  isOwn: (id: string) => boolean
  run: { startedAt: Temporal.Instant | null; endedAt: Temporal.Instant | null } | undefined
}

const recordOf = async (
  scope: Scope,
  region: Region,
  context: MeetingContext,
  { asker, all, isOwn, run }: Reading,
): Promise<MeetingRecord> => {
  const { meeting, series, body } = context
  const { content, approved, clearance } = await contentFor(scope, region, context, asker, all)
  const table = await attendanceTable(scope, region, context)
  const readsReasons = mayReadReasons(asker, region, body.id)
  const zoned = (instant: Temporal.Instant) => instant.toZonedDateTimeISO(region.timeZone)
  const codes = content?.items.some(({ topic }) => topic?.code !== undefined) ?? false
  return {
    seriesName: series.name,
    bodyName: body.name,
    isCaseMeeting: CASE_SERIES.includes(series.kind) || codes,
    startsAt: zoned(run?.startedAt ?? meeting.startsAt),
    endsAt: zoned(run?.endedAt ?? meeting.startsAt.add({ minutes: meeting.durationMinutes })),
    place: series.place,
    content,
    approved,
    followUps: content ? disclose(await followUpRecords(scope, region, meeting.id), clearance) : [],
    attendance: table.lines
      .filter(({ memberId }) => isOwn(memberId))
      .map(({ memberId, name, office, was, deputy, reason }) => ({
        name,
        office,
        was,
        deputy: was === 'deputy' ? deputy : undefined,
        reason: readsReasons || memberId === asker.memberId ? reason : undefined,
      })),
  }
}

/** Follow-ups given in the meeting, with their present state. */
const followUpRecords = async (
  scope: Scope,
  region: Region,
  meetingId: string,
): Promise<MeetingRecord['followUps']> => {
  const given = [...(await itemRecords(scope, meetingId))].flatMap(([position, { followUps }]) =>
    followUps.flatMap(({ followUpId, ...one }) => (followUpId ? [{ position, followUpId, ...one }] : [])),
  )
  const found = await followUpsById(
    scope,
    given.map(({ followUpId }) => followUpId),
  )
  return given.flatMap(({ position, followUpId, memberId, what }) => {
    const one = found.find(({ id }) => id === followUpId)
    const closedOn = one?.closedAt?.toZonedDateTimeISO(region.timeZone).toPlainDate()
    return one ? [{ position, memberId, what, state: one.state, closedOn }] : []
  })
}

/** The latest version for the centre; for others the last one approved, where they sit on the body themselves. */
const contentFor = async (
  scope: Scope,
  region: Region,
  { meeting, body }: MeetingContext,
  asker: Asker,
  all: boolean,
): Promise<{ content: Disclosed<MinutesContent> | undefined; approved: boolean; clearance: Clearance }> => {
  const versions = await minutesVersions(scope, meeting.id)
  const [shown] = all ? versions : versions.filter(({ approvedAt }) => approvedAt !== null)
  const sits = all || sitsOn(asker, region, body.id)
  const clearance = await clearanceAt(scope, levelFor(asker, body))
  if (!shown || !sits) return { content: undefined, approved: false, clearance }
  const content = await minutesContent(scope, meeting.id, shown.version)
  return { content: disclose(content, clearance), approved: shown.approvedAt !== null, clearance }
}
