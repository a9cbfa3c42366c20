import {
  type AttendanceLine,
  type AttendanceTable,
  isThere,
  neededFor,
} from '../../domain/meeting/attendance.ts'
import { meetingDate, memberName } from '../../domain/region/names.ts'
import type { Region } from '../../domain/region/region.ts'
import { rosterOf } from '../../domain/region/roster.ts'
import type { Scope } from '../../store/engine/database.ts'
import { attendancesOf } from '../../store/meeting/attendances.ts'
import type { MeetingContext } from '../agenda/agenda-facts.ts'

/** The table the organiser sees: the roster, and whoever answered and has left it since. */
export const attendanceTable = async (
  scope: Scope,
  region: Region,
  { meeting, body }: Pick<MeetingContext, 'meeting' | 'body'>,
): Promise<AttendanceTable> => {
  const rows = await attendancesOf(scope, [meeting.id])
  const roster = rosterOf(region, body.id, meetingDate({ region }, meeting))
  const ids = [...new Set([...roster, ...rows.map(({ memberId }) => memberId)])]
  const lines = ids.map((memberId): AttendanceLine => {
    const row = rows.find((one) => one.memberId === memberId)
    const deputyId = row?.deputyId ?? undefined
    return {
      memberId,
      name: memberName(region, memberId),
      office: officeOf(region, memberId),
      id: row?.id,
      answer: row?.answer ?? null,
      was: row?.was ?? null,
      deputy: row?.deputyName ?? (deputyId === undefined ? undefined : memberName(region, deputyId)),
      reason: row?.reason,
    }
  })
  const needed = body.quorum === undefined ? undefined : neededFor(body.quorum, roster.length)
  const there = lines.filter(isThere).length
  return { lines, quorum: needed === undefined ? undefined : { needed, there } }
}

/** The office, or the municipality, a member comes from. */
const officeOf = (region: Region, memberId: string): string => {
  const member = region.members.find(({ id }) => id === memberId)
  const office = region.offices.find(({ id }) => id === member?.office)
  return office?.name ?? region.municipalities.find(({ id }) => id === member?.municipality)?.name ?? ''
}
