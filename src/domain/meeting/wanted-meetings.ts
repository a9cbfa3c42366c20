import { toInstant } from '../calendar/working-calendar.ts'
import { calendarOf } from '../region/calendar.ts'
import type { Region } from '../region/region.ts'
import { occurrences } from '../series/occurrences.ts'

/** What a series asks for on one of its days. */
export type WantedMeeting = {
  seriesId: string
  nominal: Temporal.PlainDate
  startsAt: Temporal.Instant
  durationMinutes: number
  moved: boolean
  cancelled: 'closed_day' | null
}

/** The meetings that the region's series make within these nominal days. */
export const wantedMeetings = (
  region: Region,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): WantedMeeting[] => {
  const calendar = calendarOf(region)
  return region.series.flatMap((series) =>
    occurrences(seriesRule(series), calendar, from, to).map((occurrence): WantedMeeting => {
      const cancelled = 'cancelled' in occurrence
      const date = cancelled ? occurrence.nominal : occurrence.date
      return {
        seriesId: series.id,
        nominal: occurrence.nominal,
        startsAt: toInstant(calendar, date, series.time),
        durationMinutes: series.duration,
        moved: !cancelled && occurrence.moved,
        cancelled: cancelled ? 'closed_day' : null,
      }
    }),
  )
}

const seriesRule = ({ rule, from, time, duration, onClosedDay }: Region['series'][number]) => ({
  rrule: rule,
  firstDate: from,
  time,
  duration,
  onClosedDay,
})
