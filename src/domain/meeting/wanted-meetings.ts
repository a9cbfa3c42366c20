import { firstDayOf, fiscalYearOf } from '../calendar/fiscal-year.ts'
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
  return region.series.flatMap((series) => wantedOf(region, series, from, to))
}

const wantedOf = (
  region: Region,
  series: Region['series'][number],
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): WantedMeeting[] => {
  const calendar = calendarOf(region)
  return occurrences(seriesRule(series), calendar, from, to).map((occurrence): WantedMeeting => {
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
  })
}

/** 第n回: which of its series' meetings of the fiscal year falls on this nominal day, also when the bot came later. */
export const ordinalInFiscalYear = (
  region: Region,
  series: Region['series'][number],
  nominal: Temporal.PlainDate,
): number => {
  const yearBegins = firstDayOf(fiscalYearOf(nominal))
  return wantedOf(region, series, yearBegins, nominal).filter(({ cancelled }) => cancelled === null).length
}

const seriesRule = ({ rule, from, time, duration, onClosedDay }: Region['series'][number]) => ({
  rrule: rule,
  firstDate: from,
  time,
  duration,
  onClosedDay,
})
