import type { MeetingContext } from '../../actions/agenda/agenda-facts.ts'
import { attendanceTable } from '../../actions/meeting/attendance-table.ts'
import type { Card } from '../../bot/card.ts'
import { attendanceCard } from '../../cards/meeting/attendance.ts'
import { mayReadReasons } from '../../domain/meeting/permission.ts'
import { meetingName } from '../../domain/region/names.ts'
import { runOf } from '../../store/meeting/meeting-runs.ts'
import { say } from '../answer.ts'
import type { Call } from '../call.ts'
import { command } from '../command.ts'
import { coming, nearMeetingArgument, refused, toRun, withSeries } from './arguments.ts'

/** Those who run a meeting, and its recorder, see its attendance and put it right. */
export const toTakeAttendance = (call: Call, context: MeetingContext) =>
  toRun(call, context, refused(call.text.attendance.notRunning))

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

/** The table as it is now, with the reasons for who runs the meeting: they are read, and so audited. */
export const attendanceOf = async (call: Call, context: MeetingContext): Promise<Card> => {
  const { scope, region, asker, text } = call
  const run = await runOf(scope, context.meeting.id)
  const table = await attendanceTable(scope, region, context)
  call.note('read', 'attendance', context.meeting.id)
  const began = run?.startedAt != null
  const meeting = meetingName(call, context.meeting)
  const reads = mayReadReasons(asker, region, context.body.id)
  const lines = table.lines.map((line) => ({ ...line, reason: reads ? line.reason : undefined }))
  return attendanceCard({ meeting, meetingId: context.meeting.id, began, ...table, lines }, text)
}
