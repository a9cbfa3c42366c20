import { beginMeeting } from '../../actions/meeting/run-meeting.ts'
import { mayRunMeeting } from '../../domain/meeting/duties.ts'
import { meetingDate } from '../../domain/region/names.ts'
import { runOf } from '../../store/meeting/meeting-runs.ts'
import type { Meeting } from '../../store/meeting/meetings.ts'
import { type BaseCall, command } from '../legacy/command.ts'
import { liveCard } from './live-view.ts'
import { meetingNamed, refusing, whichMeeting } from './which-meeting.ts'

/** `/meeting start [meeting]`: the first item runs; the card stands where it was typed, and moves on where it stands. */
export const startMeeting = command({
  id: 'meeting.start',
  words: {
    noun: (t) => t.commands.meeting.noun,
    verb: (t) => t.commands.meeting.start.verb,
    description: (t) => t.commands.meeting.start.description,
  },
  permission: 'meeting.run',
  options: { meeting: meetingNamed },
  run: async (call) => {
    const { scope, region, asker, now, today, text } = call
    const words = text.liveMeeting
    const found = await whichMeeting(call, call.options.meeting, nearestToday(call))
    if (!found.ok)
      return call.options.meeting ? found.refusal : refusing(words.noMeeting, words.noMeetingNext).refusal
    const { file } = found
    const run = await runOf(scope, file.meeting.id)
    if (!mayRunMeeting(asker, region, { bodyId: file.body.id, recorderId: run?.recorderId }))
      return refusing(words.onlyThese, words.onlyTheseNext).refusal
    if (!run?.startedAt) {
      if (!meetingDate(call, file.meeting).equals(today))
        return refusing(words.noMeeting, words.noMeetingNext).refusal
      const who = { by: asker.memberId, recorderId: asker.memberId }
      await beginMeeting(scope, region, file, who, now)
      call.note('change', 'meeting', file.meeting.id)
    }
    return { kind: 'say', card: await liveCard(call, file), to: 'channel' }
  },
})

/** Today's meeting that is nearest to its beginning. */
const nearestToday =
  (call: BaseCall) =>
  (near: readonly Meeting[]): Meeting | undefined => {
    const away = ({ startsAt }: Meeting) => Math.abs(startsAt.epochMilliseconds - call.now.epochMilliseconds)
    return near
      .filter((meeting) => meetingDate(call, meeting).equals(call.today))
      .toSorted((a, b) => away(a) - away(b))[0]
  }
