import { announcedYearCard } from '../../cards/calendar-year.ts'
import { firstDayOf, lastDayOf } from '../../domain/calendar/fiscal-year.ts'
import { yearCalendar } from '../../domain/series/year-calendar.ts'
import { occurrencesBetween } from '../../store/meeting/meetings.ts'
import type { MessageKind } from './message-kind.ts'

/** A body's meetings of a fiscal year, to its channel. */
export const yearCalendarAnnounced: MessageKind = {
  kind: 'year-calendar',
  needsAudience: false,
  outOfHours: false,
  compose: async ({ scope, region, delivery, language, text }) => {
    const [written = '', bodyId] = delivery.subject.split(' ')
    const year = Number(written)
    const body = region.bodies.find(({ id }) => id === bodyId)
    const planned = await occurrencesBetween(scope, firstDayOf(year), lastDayOf(year))
    const series = yearCalendar(region, planned).series.filter((one) => one.bodyId === bodyId)
    if (!body || series.length === 0) return { ok: false, reason: 'body-gone' }
    return { ok: true, card: announcedYearCard(year, body.name, series, language, text) }
  },
}
