import type { MeetingContext } from '../../actions/agenda/agenda-facts.ts'
import { attendanceTable } from '../../actions/meeting/attendance-table.ts'
import { topicsOf } from '../../actions/meeting/run-meeting.ts'
import type { Card } from '../../bot/card.ts'
import { liveMeetingCard, liveTopic } from '../../cards/meeting/live.ts'
import { meetingName, memberName } from '../../domain/region/names.ts'
import { runItems, runOf } from '../../store/meeting/meeting-runs.ts'
import type { Call } from '../call.ts'

/** Builds the live card as the meeting stands: for who starts it, presses a button, or pressed too late. */
export const liveCard = async (call: Call, context: MeetingContext): Promise<Card> => {
  const { scope, region, text } = call
  const { meeting } = context
  const run = await runOf(scope, meeting.id)
  const items = await runItems(scope, meeting.id)
  const topics = await topicsOf(scope, region, context, 'topics')
  const table = await attendanceTable(scope, region, context)
  return liveMeetingCard(
    {
      meetingId: meeting.id,
      meeting: meetingName(call, meeting),
      names: new Map(
        items.map(({ position, key, section }) => [
          position,
          liveTopic(key === undefined ? undefined : topics.get(key), section, text),
        ]),
      ),
      items,
      timeZone: region.timeZone,
      startsAt: meeting.startsAt,
      startedAt: run?.startedAt ?? meeting.startsAt,
      endedAt: run?.endedAt ?? undefined,
      recorder: run?.recorderId ? memberName(region, run.recorderId) : undefined,
      quorum: table.quorum,
      unconfirmed: table.lines.filter(({ was }) => was === null).length,
    },
    text,
  )
}
