import { firstDayOf, fiscalYearOf } from '../calendar/fiscal-year.ts'
import { toInstant } from '../calendar/working-calendar.ts'
import { calendarOf } from '../region/calendar.ts'
import type { Region } from '../region/region.ts'
import { type SeriesChange, seriesRuleOf, timeOn } from '../region/series-rule.ts'
import { isThereOn } from '../region/term.ts'
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

/** The meetings that the region's series make within these nominal days; one that gives way altogether is none. */
export const wantedMeetings = (
  region: Region,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
  changes: readonly SeriesChange[] = [],
): WantedMeeting[] => {
  return region.series.flatMap((series) => wantedOf(region, series, from, to, changes))
}

const wantedOf = (
  region: Region,
  series: Region['series'][number],
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
  changes: readonly SeriesChange[] = [],
): WantedMeeting[] => {
  const calendar = calendarOf(region)
  const rule = seriesRuleOf(region, series, changes)
  if (!rule) return []
  const body = region.bodies.find(({ id }) => id === series.body)
  const life = { since: body?.from, until: body?.until }
  return occurrences(rule, calendar, from, to).flatMap((occurrence): WantedMeeting[] => {
    const cancelled = 'cancelled' in occurrence
    if (cancelled && occurrence.cancelled === 'gave-way') return []
    const date = cancelled ? occurrence.nominal : occurrence.date
    if (!isThereOn(life, date)) return []
    return [
      {
        seriesId: series.id,
        nominal: occurrence.nominal,
        startsAt: toInstant(calendar, date, timeOn(series, changes, occurrence.nominal)),
        durationMinutes: series.duration,
        moved: !cancelled && occurrence.moved,
        cancelled: cancelled ? 'closed_day' : null,
      },
    ]
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
