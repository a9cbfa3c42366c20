import { restoreMeeting } from '../../actions/meeting/change-meeting.ts'
import { restoredMeetingCard } from '../../cards/meeting/change.ts'
import { meetingTitle } from '../../domain/region/names.ts'
import { refuse, say } from '../answer.ts'
import { command } from '../command.ts'
import { changeableMeetingArgument, refused } from './arguments.ts'

/** `/meeting restore [date]`: undoes a cancellation or a move. */
export const restoreMeetingCommand = command('meeting.restore', {
  permission: 'meeting.change',
  args: { meeting: changeableMeetingArgument({ command: 'meeting.restore', cancelled: true }) },
  run: async ({ args: { meeting: found }, words, ...call }) => {
    const { scope, region, asker, now, language, text } = call
    const { meeting } = found
    const wasCancelled = meeting.cancelled === 'by_hand'
    const nowhere = refuse(refused(words.nowhere, words.nowhereNext))
    if (meeting.cancelled !== null && !wasCancelled) throw nowhere
    if (!wasCancelled && !meeting.byHand) throw refuse(refused(words.nothing))
    const restored = await restoreMeeting(scope, region, meeting, { by: asker.memberId, now })
    if (!restored) throw nowhere
    const done = {
      name: meetingTitle(region, meeting),
      isAt: restored.meeting.startsAt.toZonedDateTimeISO(region.timeZone),
      toldAtOnce: restored.toldAtOnce,
      wasCancelled,
    }
    return say(restoredMeetingCard(done, language, text))
  },
})
