import { giveFollowUps } from '../../actions/followup/follow-ups-of-record.ts'
import { composeMinutes } from '../../actions/minutes/minutes-facts.ts'
import { minutesNoticeCard } from '../../cards/minutes.ts'
import { chairOf } from '../../domain/meeting/duties.ts'
import { memberName } from '../../domain/region/names.ts'
import { addMinutesVersion, minutesVersions } from '../../store/minutes/minutes.ts'
import { type BaseCall, command } from '../command.ts'
import { heldMeeting } from '../meeting/held-meeting.ts'
import { latest, meetingNamed, refusing, whichMeeting } from '../meeting/which-meeting.ts'
import { meetingName } from '../names.ts'

/** `/minutes finish [meeting]`: the record becomes the first version, and the chair is asked for approval. */
export const finishMinutes = command({
  id: 'minutes.finish',
  words: {
    noun: (t) => t.commands.minutes.noun,
    verb: (t) => t.commands.minutes.finish.verb,
    description: (t) => t.commands.minutes.finish.description,
  },
  permission: 'meeting.run',
  options: { meeting: meetingNamed },
  run: async (call) => {
    const { scope, region, asker, now, text } = call
    const words = text.minutes
    const found = await whichMeeting(call, call.options.meeting, latest(call))
    if (!found.ok) return found.refusal
    const held = await heldMeeting(call, found.file.meeting.id)
    if (!held.ok) return held.refusal
    const { file, run } = held
    const { id } = file.meeting
    const meeting = meetingName(call, file.meeting)
    if (!run.endedAt) return refusing(words.notOver).refusal
    if ((await minutesVersions(scope, id)).length > 0) return refusing(words.already(meeting)).refusal
    const content = await composeMinutes(scope, region, file)
    await addMinutesVersion(scope, id, { content, change: {}, by: asker.memberId }, now)
    await giveFollowUps(scope, file, asker.memberId, now)
    call.note('change', 'minutes', id)
    const next = words.finishedNext(approverName(call, file.body.id))
    const notice = { tag: 'minutes.finished', heading: words.finished(meeting), next, meetingId: id }
    return { kind: 'say', card: minutesNoticeCard(notice, text) }
  },
})

/** Who approves, as people call them. */
export const approverName = ({ region, text }: BaseCall, bodyId: string): string => {
  const chair = chairOf(region, bodyId)
  return chair === undefined ? text.minutes.theCentre : text.minutes.named(memberName(region, chair))
}
