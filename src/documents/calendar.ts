import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'

/** One meeting as calendars know it. Nothing of a case is in it: the series' name and its place. */
type CalendarEvent = {
  id: string
  sequence: number
  changedAt: Temporal.Instant
  startsAt: Temporal.Instant
  durationMinutes: number
  name: string
  place: string | undefined
  cancelled: string | null
}

const PRODUCT = { company: 'Tsunagi', product: 'Tsunagi', language: 'JA' }
/** Refresh interval that calendar clients are asked to keep. */
const REFRESH_SECONDS = 60 * 60

/**
 * RFC 5545, times in UTC: a meeting keeps its UID for ever, and every change raises its SEQUENCE, so that Google
 * Calendar and Outlook take a moved or cancelled one for the same event.
 */
export const calendarText = (name: string, events: readonly CalendarEvent[]): string => {
  const calendar = ical({ name, prodId: PRODUCT, method: ICalCalendarMethod.PUBLISH, ttl: REFRESH_SECONDS })
  for (const {
    id,
    sequence,
    changedAt,
    startsAt,
    durationMinutes,
    name: summary,
    place,
    cancelled,
  } of events)
    calendar.createEvent({
      id: `${id}@tsunagi`,
      sequence,
      stamp: changedAt,
      lastModified: changedAt,
      start: startsAt,
      end: startsAt.add({ minutes: durationMinutes }),
      summary,
      status: cancelled !== null ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      location: place,
    })
  return calendar.toString()
}
