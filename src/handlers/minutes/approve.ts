import { minutesNoticeCard } from '../../cards/minutes.ts'
import { meetingName } from '../../domain/region/names.ts'
import { approveMinutes } from '../../store/minutes/minutes.ts'
import { refuse, say } from '../answer.ts'
import { command } from '../command.ts'
import { refused } from '../meeting/arguments.ts'
import { minutesToApprove } from './arguments.ts'

/** `/minutes approve [meeting]`: the chair says that it was so; the centre where a body has no chair. */
export const approveMinutesCommand = command('minutes.approve', {
  permission: 'minutes.approve',
  args: { meeting: minutesToApprove },
  seen: {
    version: ({ args }) => args.meeting.version,
    changed: ({ words }) => refuse(refused(words.changedMeanwhile)),
  },
  run: async ({ args, words, ...call }) => {
    const { scope, asker, now, text } = call
    const { meeting, version } = args.meeting
    if (!(await approveMinutes(scope, meeting.id, version, asker.memberId, now))) await call.recheck()
    call.note('change', 'minutes', meeting.id)
    const heading = words.approvedNow(meetingName(call, meeting), text.minutes.version(version))
    return say(minutesNoticeCard({ tag: 'minutes.approved', heading, meetingId: meeting.id }, text))
  },
})
