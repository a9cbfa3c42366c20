import { noticeCard } from '../../cards/answer.ts'
import { mayRunMeeting } from '../../domain/meeting/permission.ts'
import { meetingName, memberName } from '../../domain/region/names.ts'
import { runOf, setRecorder } from '../../store/meeting/meeting-runs.ts'
import { refuse, say } from '../answer.ts'
import { command } from '../command.ts'
import { coming, nearMeetingArgument, refused } from './arguments.ts'
import { requireOnRoster, rosterMemberArgument } from './roster-member.ts'

/** `/meeting recorder [member] [meeting]`: who writes what came of a meeting; oneself where nobody does yet. */
export const chooseRecorder = command('meeting.recorder', {
  permission: 'meeting.run',
  args: { member: rosterMemberArgument, meeting: nearMeetingArgument(coming) },
  run: async ({ args: { member, meeting: context }, words, ...call }) => {
    const { scope, region, asker, text } = call
    const { meeting, body } = context
    requireOnRoster(call, context, member)
    const run = await runOf(scope, meeting.id)
    const runs = mayRunMeeting(asker, region, { bodyId: body.id, on: context.startsAt.toPlainDate() })
    if (!runs && member.id !== asker.memberId)
      throw refuse(refused(text.liveMeeting.onlyThese, text.liveMeeting.onlyTheseNext))
    if (!runs && run?.recorderId && run.recorderId !== asker.memberId)
      throw refuse(refused(words.taken(memberName(region, run.recorderId))))
    await setRecorder(scope, meeting.id, member.id)
    return say(noticeCard('meeting.recorder', words.set(meetingName(call, meeting), member.name)))
  },
})
