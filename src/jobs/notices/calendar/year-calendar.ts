import { planMeetingEvents } from '../../../actions/meeting/meeting-events.ts'
import { EVENTS } from '../../../bot/port.ts'
import { announcedYearCard } from '../../../cards/calendar-year.ts'
import { firstDayOf, lastDayOf } from '../../../domain/calendar/fiscal-year.ts'
import { yearConfirmedKind } from '../../../domain/calendar/notices.ts'
import { id, noticeKind, wholeNumber } from '../../../domain/delivery/notice.ts'
import { yearCalendar } from '../../../domain/series/year-calendar.ts'
import { hasEvents } from '../../../domain/workspace/platforms.ts'
import { occurrencesBetween } from '../../../store/meeting/meetings.ts'
import { chore, notice } from '../notice.ts'
import { announce, channelsOf } from '../recipients.ts'

const yearOfBodyKind = noticeKind('year-calendar', { year: wholeNumber, body: id })

/** Announces a confirmed year's calendar: each body with series gets its own, once. */
export const yearConfirmed = chore(yearConfirmedKind, {
  act: async (facts) => {
    const { scope, region, now, running, payload } = facts
    for (const body of new Set(region.series.map((series) => series.body))) {
      const key = yearConfirmedKind.key(payload, body)
      const recipients = channelsOf({ ...facts, key }, body)
      if (recipients !== 'no-channel')
        await announce(scope, yearOfBodyKind.about({ ...payload, body }), recipients, now)
    }
    if ([...running].some(hasEvents)) await planMeetingEvents(scope, region, now, EVENTS)
    return 'done'
  },
})

/** Posts a body's meetings of a fiscal year to its channels. */
export const yearOfBody = notice(yearOfBodyKind, {
  hours: 'office',
  stillTrue: async ({ scope, region }, payload) => {
    const body = region.bodies.find(({ id }) => id === payload.body)
    const planned = await occurrencesBetween(scope, firstDayOf(payload.year), lastDayOf(payload.year))
    const series = yearCalendar(region, planned).series.filter(({ bodyId }) => bodyId === payload.body)
    return body && series.length > 0 ? { body, series } : 'body-gone'
  },
  compose: ({ language, text, payload, found: { body, series } }) => ({
    ok: true,
    card: announcedYearCard(payload.year, body.name, series, language, text),
  }),
})
