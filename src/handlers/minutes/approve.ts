import { z } from 'zod'
import { minutesNoticeCard } from '../../cards/minutes.ts'
import { mayApproveMinutes } from '../../domain/meeting/duties.ts'
import { meetingName, memberName } from '../../domain/region/names.ts'
import { approveMinutes, minutesVersions } from '../../store/minutes/minutes.ts'
import { command, type Option } from '../legacy/command.ts'
import { latest, meetingNamed, refusing, whichMeeting } from '../meeting/which-meeting.ts'
import { approverName } from './finish.ts'

/** The version that was read. */
const seenOption: Option<number> = {
  schema: z.coerce.number().int().min(1),
  required: false,
  hidden: true,
  words: (t) => t.commands.options.seen,
}

/** `/minutes approve [meeting]`: the chair says that it was so; the centre where a body has no chair. */
export const approveMinutesCommand = command({
  id: 'minutes.approve',
  words: {
    noun: (t) => t.commands.minutes.noun,
    verb: (t) => t.commands.minutes.approve.verb,
    description: (t) => t.commands.minutes.approve.description,
  },
  permission: 'minutes.approve',
  options: { meeting: meetingNamed, seen: seenOption },
  run: async (call) => {
    const { scope, region, asker, now, text, options } = call
    const words = text.minutes
    const found = await whichMeeting(call, options.meeting, latest(call))
    if (!found.ok) return found.refusal
    const { file } = found
    const { id } = file.meeting
    if (!mayApproveMinutes(asker, region, file.body.id))
      return refusing(words.onlyChair(approverName(call, file.body.id))).refusal
    const [version] = await minutesVersions(scope, id)
    if (!version) return refusing(words.none, words.noneNext).refusal
    if (version.approvedBy)
      return refusing(words.approvedAlready(memberName(region, version.approvedBy))).refusal
    if (options.seen !== undefined && options.seen !== version.version)
      return refusing(words.changedMeanwhile).refusal
    await approveMinutes(scope, id, version.version, asker.memberId, now)
    call.note('change', 'minutes', id)
    const heading = words.approvedNow(meetingName(call, file.meeting), words.version(version.version))
    return {
      kind: 'say',
      card: minutesNoticeCard({ tag: 'minutes.approved', heading, meetingId: id }, text),
    }
  },
})
