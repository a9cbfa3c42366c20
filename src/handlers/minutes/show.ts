import { minutesCard } from '../../cards/minutes.ts'
import { mayApproveMinutes } from '../../domain/minutes/permission.ts'
import { say } from '../answer.ts'
import { command } from '../command.ts'
import { minutesToRead } from './arguments.ts'
import { versionLines } from './view.ts'

/** `/minutes show [meeting]`: the minutes with their versions, and what can be done with them. */
export const showMinutes = command('minutes.show', {
  discloses: true,
  permission: 'minutes.read',
  args: { meeting: minutesToRead },
  run: ({ args, ...call }) => {
    const { meeting, body, series, startsAt, fiscalYear, ordinal, content, versions, mayWrite } = args.meeting
    call.note('read', 'minutes', meeting.id)
    return say(
      minutesCard(
        {
          meetingId: meeting.id,
          fiscalYear,
          ordinal,
          seriesName: series.name,
          timeZone: call.region.timeZone,
          content,
          versions: versionLines(call, versions),
          mayApprove: mayApproveMinutes(call.asker, call.region, {
            bodyId: body.id,
            on: startsAt.toPlainDate(),
          }),
          mayWrite,
        },
        call.language,
        call.text,
      ),
    )
  },
})
