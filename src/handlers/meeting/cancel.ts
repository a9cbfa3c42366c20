import { cancelMeeting } from '../../actions/meeting/change-meeting.ts'
import { cancelledMeetingCard } from '../../cards/meeting/change.ts'
import { meetingName } from '../../domain/region/names.ts'
import { say } from '../answer.ts'
import { command } from '../command.ts'
import { shortText } from '../fields.ts'
import { changeableMeetingArgument } from './arguments.ts'

/** `/meeting cancel [date]`: one meeting is not held; what was submitted for it goes to the next of its series. */
export const cancelMeetingCommand = command('meeting.cancel', {
  permission: 'meeting.change',
  args: { meeting: changeableMeetingArgument({ command: 'meeting.cancel', leftOut: 'not' }) },
  form: { reason: shortText({ maxLength: 100 }) },
  open: ({ args: { meeting }, ...call }) => ({ intro: meetingName(call, meeting.meeting) }),
  submit: async ({ args, values, ...call }) => {
    const { scope, region, asker, now, text } = call
    const { meeting } = args.meeting
    const by = { by: asker.memberId, now }
    const { toldAtOnce, carried, next } = await cancelMeeting(scope, region, meeting, values.reason, by)
    const done = {
      name: meetingName(call, meeting),
      meetingId: meeting.id,
      toldAtOnce,
      carried,
      next: next && meetingName(call, next),
    }
    return say(cancelledMeetingCard(done, text))
  },
})
