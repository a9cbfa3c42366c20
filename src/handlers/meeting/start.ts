import { beginMeeting } from '../../actions/meeting/run-meeting.ts'
import { recorderOf } from '../../domain/meeting/permission.ts'
import { meetingDate } from '../../domain/region/names.ts'
import type { Meeting } from '../../store/meeting/meetings.ts'
import { refuse, toChannel } from '../answer.ts'
import type { Call } from '../call.ts'
import { command } from '../command.ts'
import { nearMeetingArgument, refused, toRun, withSeries } from './arguments.ts'
import { liveCard } from './live-view.ts'

/** Today's meeting that is nearest to its beginning. */
const nearestToday = (near: readonly Meeting[], call: Call): Meeting | undefined => {
  const away = ({ startsAt }: Meeting) => Math.abs(startsAt.epochMilliseconds - call.now.epochMilliseconds)
  return near
    .filter((meeting) => meetingDate(call, meeting).equals(call.today))
    .toSorted((a, b) => away(a) - away(b))[0]
}

const noneToday = ({ text: { liveMeeting: words } }: Call) => refused(words.noMeeting, words.noMeetingNext)

/** A meeting of today, or one that has begun. */
const meetingToStart = nearMeetingArgument(
  nearestToday,
  async (call, meeting) => {
    const context = await toRun(call, await withSeries(call, meeting))
    if (context.run?.startedAt || meetingDate(call, meeting).equals(call.today)) return context
    throw refuse(noneToday(call))
  },
  noneToday,
)

/** `/meeting start [meeting]`: starts the first item. The card stays where it was typed and is updated there. */
export const startMeeting = command('meeting.start', {
  permission: 'meeting.run',
  args: { meeting: meetingToStart },
  run: async ({ args: { meeting: context }, ...call }) => {
    const { scope, region, asker, now } = call
    if (!context.run?.startedAt) {
      const recorder = recorderOf(region, context.body.id, context.startsAt.toPlainDate())
      const who = { by: asker.memberId, recorderId: recorder ?? asker.memberId }
      await beginMeeting(scope, region, context, who, now)
      call.note('change', 'meeting', context.meeting.id)
    }
    return toChannel(await liveCard(call, context))
  },
})
