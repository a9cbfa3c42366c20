import { meetingListCard } from '../../cards/meeting/meeting.ts'
import { sitsOn } from '../../domain/meeting/permission.ts'
import { meetingTitle } from '../../domain/region/names.ts'
import { meetingsBetween } from '../../store/meeting/meetings.ts'
import { say } from '../answer.ts'
import { command } from '../command.ts'

const AHEAD = { hours: 24 * 92 }

/** `/meeting list`: the region's meetings of the next three months. */
export const listMeetings = command('meeting.list', {
  permission: 'meeting.read',
  shortcut: { global: true },
  run: async ({ scope, region, asker, now, language, text }) => {
    const coming = await meetingsBetween(scope, now, now.add(AHEAD))
    const lines = coming.map((meeting) => {
      const { id, seriesId, startsAt, durationMinutes, moved, byHand } = meeting
      const series = region.series.find((one) => one.id === seriesId)
      return {
        id,
        name: meetingTitle(region, meeting),
        startsAt: startsAt.toZonedDateTimeISO(region.timeZone),
        durationMinutes,
        moved: moved ? (byHand ? ('by_hand' as const) : ('closed_day' as const)) : ('no' as const),
        place: series?.place,
        attends: series !== undefined && sitsOn(asker, region, series.body),
      }
    })
    return say(meetingListCard(lines, language, text))
  },
})
