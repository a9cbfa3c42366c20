import { composeMinutes } from '../../actions/minutes/minutes-facts.ts'
import { minutesNoticeCard } from '../../cards/minutes.ts'
import { meetingName } from '../../domain/region/names.ts'
import { addMinutesVersion, minutesVersions } from '../../store/minutes/minutes.ts'
import { refuse, say } from '../answer.ts'
import { command } from '../command.ts'
import { refused } from '../meeting/arguments.ts'
import { giveRecorded } from '../meeting/record-item.ts'
import { meetingToFinish } from './arguments.ts'
import { approverName } from './view.ts'

/** `/minutes finish [meeting]`: the record becomes the first version, and the chair is asked for approval. */
export const finishMinutes = command('minutes.finish', {
  permission: 'meeting.run',
  args: { meeting: meetingToFinish },
  run: async ({ args: { meeting: context }, words, ...call }) => {
    const { scope, region, asker, now, text } = call
    const { id } = context.meeting
    const meeting = meetingName(call, context.meeting)
    if (!context.run.endedAt) throw refuse(refused(words.notOver))
    if ((await minutesVersions(scope, id)).length > 0) throw refuse(refused(words.already(meeting)))
    const content = await composeMinutes(scope, region, context)
    await addMinutesVersion(scope, id, { content, change: {}, by: asker.memberId }, now)
    await giveRecorded(call, context)
    call.note('change', 'minutes', id)
    const next = words.finishedNext(approverName(call, context.body.id, context.startsAt.toPlainDate()))
    const notice = { tag: 'minutes.finished', heading: words.finished(meeting), next, meetingId: id }
    return say(minutesNoticeCard(notice, text))
  },
})
