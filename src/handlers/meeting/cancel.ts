import { cancelMeeting } from '../../actions/meeting/change-meeting.ts'
import { cancelledMeetingCard } from '../../cards/meeting/change.ts'
import { meetingName } from '../../domain/region/names.ts'
import { command } from '../legacy/command.ts'
import { shortText } from '../legacy/field.ts'
import { heldMeeting, meetingOptions, whichMeeting } from './changeable-meeting.ts'

const LONGEST_REASON = 100

/** `/meeting cancel [date]`: one meeting is not held; what was submitted for it goes to the next of its series. */
export const cancelMeetingCommand = command({
  id: 'meeting.cancel',
  words: {
    noun: (t) => t.commands.meeting.noun,
    verb: (t) => t.commands.meeting.cancel.verb,
    description: (t) => t.commands.meeting.cancel.description,
  },
  permission: 'meeting.change',
  options: meetingOptions('held'),
  form: {
    title: (t) => t.meetings.cancel.title,
    submit: (t) => t.meetings.cancel.submit,
    fields: {
      reason: shortText<string>({ words: (t) => t.meetings.cancel.reason, maxLength: LONGEST_REASON }),
    },
  },
  run: async (call) => {
    const found = heldMeeting(await whichMeeting(call, 'meeting.cancel'), call, 'not')
    if (!found.ok) return found.outcome
    const { meeting } = found
    return { kind: 'ask', open: { options: { meeting: meeting.id }, intro: meetingName(call, meeting) } }
  },
  submit: async (call) => {
    const found = heldMeeting(await whichMeeting(call, 'meeting.cancel'), call, 'not')
    if (!found.ok) return found.outcome
    const { meeting } = found
    const { scope, region, values, asker, now, text } = call
    const by = { by: asker.memberId, now }
    const { toldAtOnce, carried, next } = await cancelMeeting(scope, region, meeting, values.reason, by)
    const done = {
      name: meetingName(call, meeting),
      meetingId: meeting.id,
      toldAtOnce,
      carried,
      next: next && meetingName(call, next),
    }
    return { kind: 'say', card: cancelledMeetingCard(done, text) }
  },
})
