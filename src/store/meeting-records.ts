import type { MeetingRecord, MeetingRecords } from '../domain/document/meeting-records.ts'
import { type MinutesContent, withoutCodes } from '../domain/document/minutes-content.ts'
import type { Asker } from '../domain/permission/permission.ts'
import type { Region } from '../domain/region/region.ts'
import { rosterOf } from '../domain/region/roster.ts'
import { type MeetingFile, meetingFile } from './agenda-facts.ts'
import { attendanceTable } from './attendance-table.ts'
import type { Scope } from './database.ts'
import { runsOf } from './meeting-runs.ts'
import { meetingsBetween } from './meetings.ts'
import { minutesContent, minutesVersions } from './minutes.ts'

const CASE_SERIES = ['gsv', 'case_review', 'case_study', 'supervision']

/**
 * What was kept of a month's meetings: for the centre of the region, for others of the bodies they sit on, with what
 * was approved and with the attendance of their own office. Nothing of cases where the body sees topics only.
 */
export const meetingRecords = async (
  scope: Scope,
  region: Region,
  asker: Asker,
  month: Temporal.PlainYearMonth,
  now: Temporal.Instant,
): Promise<{ records: MeetingRecords; read: string[] }> => {
  const at = (first: Temporal.PlainYearMonth) =>
    first.toPlainDate({ day: 1 }).toZonedDateTime(region.timeZone).toInstant()
  const all = asker.roles.includes('coordinator')
  const series = region.series.filter(
    ({ body }) => all || rosterOf(region, body).some((id) => isOfOffice(region, id, asker)),
  )
  const until = at(month.add({ months: 1 }))
  const held = await meetingsBetween(
    scope,
    at(month),
    Temporal.Instant.compare(until, now) < 0 ? until : now,
    series.map(({ id }) => id),
  )
  const ids = held.map(({ id }) => id)
  const began = new Map(
    (await runsOf(scope, ids)).flatMap((run) => (run.startedAt ? [[run.meetingId, run] as const] : [])),
  )
  const meetings: MeetingRecord[] = []
  for (const id of ids) {
    const file = began.has(id) ? await meetingFile(scope, region, id) : undefined
    if (file) meetings.push(await recordOf(scope, region, file, { asker, all, run: began.get(id) }))
  }
  const office = region.offices.find(({ id }) => id === asker.officeId)?.name ?? asker.name
  const organiser = region.offices.find(({ kind }) => kind === 'core')?.name ?? region.name
  const records = { month, organiser, meetings, office: all ? undefined : office }
  return { records, read: [...began.keys()] }
}

/** The asker, or a colleague. */
const isOfOffice = (region: Region, memberId: string, asker: Asker): boolean => {
  if (memberId === asker.memberId) return true
  const office = region.members.find(({ id }) => id === memberId)?.office
  return office !== undefined && office === asker.officeId
}

type Reading = {
  asker: Asker
  all: boolean
  run: { startedAt: Temporal.Instant | null; endedAt: Temporal.Instant | null } | undefined
}

const recordOf = async (
  scope: Scope,
  region: Region,
  file: MeetingFile,
  { asker, all, run }: Reading,
): Promise<MeetingRecord> => {
  const { meeting, series, body } = file
  const { content, approved } = await contentFor(scope, region, file, asker, all)
  const table = await attendanceTable(scope, region, file)
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
    attendance: table.lines
      .filter(({ memberId }) => all || isOfOffice(region, memberId, asker))
      .map(({ name, office, was, deputy, reason }) => ({
        name,
        office,
        was,
        deputy: was === 'deputy' ? deputy : undefined,
        reason,
      })),
  }
}

/** The latest version for the centre; for others the last one approved, where they sit on the body themselves. */
const contentFor = async (
  scope: Scope,
  region: Region,
  { meeting, body }: MeetingFile,
  asker: Asker,
  all: boolean,
): Promise<{ content: MinutesContent | undefined; approved: boolean }> => {
  const versions = await minutesVersions(scope, meeting.id)
  const [shown] = all ? versions : versions.filter(({ approvedAt }) => approvedAt !== null)
  const sits = all || rosterOf(region, body.id).includes(asker.memberId)
  if (!shown || !sits) return { content: undefined, approved: false }
  const content = await minutesContent(scope, meeting.id, shown.version)
  const open = all || body.disclosure !== 'topics'
  return { content: open ? content : withoutCodes(content), approved: shown.approvedAt !== null }
}
