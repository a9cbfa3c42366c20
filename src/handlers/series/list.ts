import { seriesListCard } from '../../cards/meeting/meeting.ts'
import { ruleWords } from '../../cards/series/rule.ts'
import { writeDate, writeTime } from '../../domain/calendar/write-date.ts'
import { regularSeries } from '../../domain/region/ad-hoc-series.ts'
import { meetingsBetween } from '../../store/meeting/meetings.ts'
import { seriesChangesOf } from '../../store/series/series-changes.ts'
import { say } from '../answer.ts'
import { command } from '../command.ts'

const AHEAD = { hours: 24 * 400 }
const NEXT = 3

/** `/meeting series`: the series with their rules in words, and when each meets next. */
export const listSeries = command('meeting.series', {
  permission: 'meeting.read',
  run: async ({ scope, region, now, language, text }) => {
    const coming = await meetingsBetween(scope, now, now.add(AHEAD))
    const changes = await seriesChangesOf(scope)
    const lines = regularSeries(region).map((series) => ({
      name: series.name,
      rule: ruleWords(series, text),
      time: writeTime(series.time),
      next: coming
        .filter(({ seriesId }) => seriesId === series.id)
        .slice(0, NEXT)
        .map(({ startsAt }) => startsAt.toZonedDateTimeISO(region.timeZone)),
      changes: changes
        .filter(({ seriesId }) => seriesId === series.id)
        .map(({ from, days, time }) => ({
          from: writeDate(from, language),
          when: `${writeDate(from.add({ days }), language)} ${writeTime(time)}`,
        })),
    }))
    return say(seriesListCard(lines, language, text))
  },
})
