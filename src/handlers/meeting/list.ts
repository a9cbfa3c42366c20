import { meetingListCard } from '../../cards/meeting.ts'
import { meetingsBetween } from '../../store/meetings.ts'
import { command } from '../command.ts'
import { seriesName } from '../names.ts'

/** `/meeting list`: the region's meetings of the next three months. */
export const listMeetings = command({
  id: 'meeting.list',
  words: {
    noun: (t) => t.commands.meeting.noun,
    verb: (t) => t.commands.meeting.list.verb,
    description: (t) => t.commands.meeting.list.description,
  },
  permission: 'meeting.read',
  options: {},
  run: async ({ scope, region, now, language, text }) => {
    const coming = await meetingsBetween(scope, now, now.add({ hours: 24 * 92 }))
    const lines = coming.map(({ id: meetingId, seriesId, startsAt, durationMinutes, moved, byHand }) => {
      const place = region.series.find(({ id }) => id === seriesId)?.place
      return {
        id: meetingId,
        name: seriesName(region, seriesId),
        startsAt: startsAt.toZonedDateTimeISO(region.timeZone),
        durationMinutes,
        moved: moved ? (byHand ? ('by_hand' as const) : ('closed_day' as const)) : ('no' as const),
        ...(place === undefined ? {} : { place }),
      }
    })
    return { kind: 'say', card: meetingListCard(lines, language, text) }
  },
})
