import type { MeetingFile } from '../../actions/agenda/agenda-facts.ts'
import { attendanceTable } from '../../actions/meeting/attendance-table.ts'
import type { Card } from '../../bot/card.ts'
import { attendanceCard } from '../../cards/meeting/attendance.ts'
import { mayRunMeeting } from '../../domain/meeting/duties.ts'
import { meetingName } from '../../domain/region/names.ts'
import { runOf } from '../../store/meeting/meeting-runs.ts'
import { type BaseCall, command } from '../legacy/command.ts'
import { coming, meetingNamed, refusing, whichMeeting } from './which-meeting.ts'

/** `/meeting attendance [meeting]`: who comes and whether that is enough; from its start on, who was there. */
export const showAttendance = command({
  id: 'meeting.attendance',
  words: {
    noun: (t) => t.commands.meeting.noun,
    verb: (t) => t.commands.meeting.attendance.verb,
    description: (t) => t.commands.meeting.attendance.description,
  },
  permission: 'meeting.run',
  options: { meeting: meetingNamed },
  run: async (call) => {
    const found = await whichMeeting(call, call.options.meeting, coming(call.now))
    if (!found.ok) return found.refusal
    const { file } = found
    const run = await runOf(call.scope, file.meeting.id)
    const body = { bodyId: file.body.id, recorderId: run?.recorderId }
    if (!mayRunMeeting(call.asker, call.region, body))
      return refusing(call.text.attendance.notRunning).refusal
    return { kind: 'say', card: await attendanceOf(call, file) }
  },
})

/** The table as it is now; the reasons in it are read, and so audited. */
export const attendanceOf = async (call: BaseCall, file: MeetingFile): Promise<Card> => {
  const { scope, region, text } = call
  const run = await runOf(scope, file.meeting.id)
  const table = await attendanceTable(scope, region, file)
  call.note('read', 'attendance', file.meeting.id)
  const began = run?.startedAt != null
  const meeting = meetingName(call, file.meeting)
  return attendanceCard({ meeting, meetingId: file.meeting.id, began, ...table }, text)
}
