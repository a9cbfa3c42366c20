import { restoreMeeting } from '../../actions/meeting/change-meeting.ts'
import { refusalCard } from '../../cards/answer.ts'
import { restoredMeetingCard } from '../../cards/meeting/change.ts'
import { meetingTitle } from '../../domain/region/names.ts'
import { command } from '../legacy/command.ts'
import { meetingOptions, whichMeeting } from './changeable-meeting.ts'

/** `/meeting restore [date]`: takes a cancellation back, or a move. */
export const restoreMeetingCommand = command({
  id: 'meeting.restore',
  words: {
    noun: (t) => t.commands.meeting.noun,
    verb: (t) => t.commands.meeting.restore.verb,
    description: (t) => t.commands.meeting.restore.description,
  },
  permission: 'meeting.change',
  options: meetingOptions('cancelled'),
  run: async (call) => {
    const { scope, region, asker, now, language, text } = call
    const found = await whichMeeting(call, 'meeting.restore', 'cancelled')
    if (!found.ok) return found.outcome
    const { meeting } = found
    const words = text.meetings.restore
    const wasCancelled = meeting.cancelled === 'by_hand'
    const refuse = (heading: string, next?: string) =>
      ({ kind: 'refuse', card: refusalCard('meeting.refused', heading, next) }) as const
    if (meeting.cancelled !== null && !wasCancelled) return refuse(words.nowhere, words.nowhereNext)
    if (!wasCancelled && !meeting.byHand) return refuse(words.nothing)
    const restored = await restoreMeeting(scope, region, meeting, { by: asker.memberId, now })
    if (!restored) return refuse(words.nowhere, words.nowhereNext)
    const done = {
      name: meetingTitle(region, meeting),
      isAt: restored.meeting.startsAt.toZonedDateTimeISO(region.timeZone),
      toldAtOnce: restored.toldAtOnce,
      wasCancelled,
    }
    return { kind: 'say', card: restoredMeetingCard(done, language, text) }
  },
})
