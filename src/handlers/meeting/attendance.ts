import type { MeetingFile } from '../../actions/agenda/agenda-facts.ts'
import { attendanceTable } from '../../actions/meeting/attendance-table.ts'
import type { Card } from '../../bot/card.ts'
import { attendanceCard } from '../../cards/meeting/attendance.ts'
import { meetingName } from '../../domain/region/names.ts'
import { runOf } from '../../store/meeting/meeting-runs.ts'
import { say } from '../answer.ts'
import type { Call } from '../call.ts'
import { command } from '../command.ts'
import { coming, nearMeetingArgument, refused, toRun, withSeries } from './arguments.ts'

/** Those who run a meeting see its attendance, with the reasons, and put it right. */
export const toTakeAttendance = (call: Call, file: MeetingFile) =>
  toRun(call, file, refused(call.text.attendance.notRunning))

/** `/meeting attendance [meeting]`: who comes and whether that is enough; from its start on, who was there. */
export const showAttendance = command('meeting.attendance', {
  permission: 'meeting.run',
  args: {
    meeting: nearMeetingArgument(coming, async (call, meeting) =>
      toTakeAttendance(call, await withSeries(call, meeting)),
    ),
  },
  run: async ({ args, ...call }) => say(await attendanceOf(call, args.meeting)),
})

/** The table as it is now; the reasons in it are read, and so audited. */
export const attendanceOf = async (call: Call, file: MeetingFile): Promise<Card> => {
  const { scope, region, text } = call
  const run = await runOf(scope, file.meeting.id)
  const table = await attendanceTable(scope, region, file)
  call.note('read', 'attendance', file.meeting.id)
  const began = run?.startedAt != null
  const meeting = meetingName(call, file.meeting)
  return attendanceCard({ meeting, meetingId: file.meeting.id, began, ...table }, text)
}
