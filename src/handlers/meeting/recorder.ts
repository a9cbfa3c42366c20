import { noticeCard } from '../../cards/answer.ts'
import { recorderKind } from '../../domain/meeting/notices.ts'
import { mayAppointRecorder } from '../../domain/meeting/permission.ts'
import { meetingName } from '../../domain/region/names.ts'
import { runOf, setRecorder } from '../../store/meeting/meeting-runs.ts'
import { planReminders } from '../../store/outbox/reminders.ts'
import { refuse, say } from '../answer.ts'
import { command } from '../command.ts'
import { coming, nearMeetingArgument, refused } from './arguments.ts'
import { requireOnRoster, rosterMemberArgument } from './roster-member.ts'

/** `/meeting recorder [member] [meeting]`: who writes what came of a meeting, appointed by its chair or the centre. */
export const chooseRecorder = command('meeting.recorder', {
  permission: 'meeting.run',
  args: { member: rosterMemberArgument, meeting: nearMeetingArgument(coming) },
  run: async ({ args: { member, meeting: context }, words, ...call }) => {
    const { scope, region, asker, now } = call
    const { meeting, body } = context
    if (!mayAppointRecorder(asker, region, { bodyId: body.id, on: context.startsAt.toPlainDate() }))
      throw refuse(refused(words.onlyThese, words.onlyTheseNext))
    requireOnRoster(call, context, member)
    const before = await runOf(scope, meeting.id)
    await setRecorder(scope, meeting.id, member.id)
    call.note('change', 'meeting', meeting.id)
    if (member.id !== asker.memberId && before?.recorderId !== member.id) {
      const payload = { meeting: meeting.id, member: member.id }
      await planReminders(scope, [recorderKind.due(payload, now, String(now.epochMilliseconds))])
    }
    return say(noticeCard('meeting.recorder', words.set(meetingName(call, meeting), member.name)))
  },
})
