import { meetingListCard } from '../../cards/meeting/meeting.ts'
import { sitsOn } from '../../domain/meeting/duties.ts'
import { meetingTitle } from '../../domain/region/names.ts'
import { meetingsBetween } from '../../store/meeting/meetings.ts'
import { command } from '../legacy/command.ts'

/** `/meeting list`: the region's meetings of the next three months. */
export const listMeetings = command({
  id: 'meeting.list',
  words: {
    noun: (t) => t.commands.meeting.noun,
    verb: (t) => t.commands.meeting.list.verb,
    description: (t) => t.commands.meeting.list.description,
  },
  permission: 'meeting.read',
  shortcut: { global: (t) => t.menus.meeting.list },
  options: {},
  run: async ({ scope, region, asker, now, language, text }) => {
    const coming = await meetingsBetween(scope, now, now.add({ hours: 24 * 92 }))
    const lines = coming.map((meeting) => {
      const { id, seriesId, startsAt, durationMinutes, moved, byHand } = meeting
      const series = region.series.find((one) => one.id === seriesId)
      const place = series?.place
      return {
        id,
        name: meetingTitle(region, meeting),
        startsAt: startsAt.toZonedDateTimeISO(region.timeZone),
        durationMinutes,
        moved: moved ? (byHand ? ('by_hand' as const) : ('closed_day' as const)) : ('no' as const),
        ...(place === undefined ? {} : { place }),
        attends: series !== undefined && sitsOn(asker, region, series.body),
      }
    })
    return { kind: 'say', card: meetingListCard(lines, language, text) }
  },
})
