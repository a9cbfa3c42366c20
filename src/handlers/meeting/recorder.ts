import { noticeCard } from '../../cards/meeting/live.ts'
import { mayRunMeeting } from '../../domain/meeting/duties.ts'
import { meetingName, memberName } from '../../domain/region/names.ts'
import { rosterOf } from '../../domain/region/roster.ts'
import { runOf, setRecorder } from '../../store/meeting/meeting-runs.ts'
import { memberNamed } from '../case/specialist.ts'
import { command } from '../legacy/command.ts'
import { rosterMember } from './roster-member.ts'
import { coming, meetingNamed, refusing, whichMeeting } from './which-meeting.ts'

/** `/meeting recorder [member] [meeting]`: who writes what came of a meeting; oneself where nobody does yet. */
export const chooseRecorder = command({
  id: 'meeting.recorder',
  words: {
    noun: (t) => t.commands.meeting.noun,
    verb: (t) => t.commands.meeting.recorder.verb,
    description: (t) => t.commands.meeting.recorder.description,
  },
  permission: 'meeting.run',
  options: { member: rosterMember, meeting: meetingNamed },
  run: async (call) => {
    const { scope, region, asker, now, options, text } = call
    const words = text.liveMeeting
    const found = await whichMeeting(call, options.meeting, coming(now))
    if (!found.ok) return found.refusal
    const { meeting, body } = found.file
    const member = memberNamed(region, options.member ?? asker.memberId)
    if (!member) return refusing(text.attendance.noMember(options.member ?? '')).refusal
    if (!rosterOf(region, body.id).includes(member.id))
      return refusing(text.attendance.notOnRoster(member.name, body.name), text.attendance.notOnRosterNext)
        .refusal
    const run = await runOf(scope, meeting.id)
    const runs = mayRunMeeting(asker, region, { bodyId: body.id })
    if (!runs && member.id !== asker.memberId) return refusing(words.onlyThese, words.onlyTheseNext).refusal
    if (!runs && run?.recorderId && run.recorderId !== asker.memberId)
      return refusing(words.recorder.taken(memberName(region, run.recorderId))).refusal
    await setRecorder(scope, meeting.id, member.id)
    const heading = words.recorder.set(meetingName(call, meeting), member.name)
    return { kind: 'say', card: noticeCard('meeting.recorder', heading) }
  },
})
