import type { Catalogue } from '../text/catalogue.ts'
import { calendarText } from './calendar.ts'

type Shown = {
  id: string
  name: string
  place: string | undefined
  ordinal: number
  sequence: number
  changedAt: Temporal.Instant
  startsAt: Temporal.Instant
  durationMinutes: number
  cancelled: string | null
}

/** Meetings as an .ics file, in the words of who reads it. */
export const meetingCalendar = (name: string, meetings: readonly Shown[], text: Catalogue): string =>
  calendarText(
    name,
    meetings.map(({ name: series, ordinal, cancelled, ...meeting }) => ({
      ...meeting,
      summary: cancelled === null ? text.meetings.file.summary(series, ordinal) : series,
      cancelled: cancelled !== null,
    })),
  )
