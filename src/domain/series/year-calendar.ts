import { isAdHoc } from '../region/ad-hoc-series.ts'
import type { Region } from '../region/region.ts'
import { rosterOf } from '../region/roster.ts'
import { type Clash, clashesOf, type HeldMeeting } from './clashes.ts'

type Planned = {
  id: string
  seriesId: string
  nominal: Temporal.PlainDate
  startsAt: Temporal.Instant
  durationMinutes: number
  cancelled: string | null
}

export type CalendarMeeting = HeldMeeting & { seriesName: string; nominal: Temporal.PlainDate }

/** A fiscal year of all series with the clashes of its meetings. */
export type YearCalendar = {
  series: {
    id: string
    name: string
    bodyId: string
    meetings: CalendarMeeting[]
    notHeld: Temporal.PlainDate[]
  }[]
  clashes: Clash<CalendarMeeting>[]
}

export const yearCalendar = (region: Region, planned: readonly Planned[]): YearCalendar => {
  const ofSeries = Map.groupBy(planned, ({ seriesId }) => seriesId)
  const known = region.series.filter((one) => !isAdHoc(one) || ofSeries.has(one.id))
  const series = known.map(({ id, name, body }) => {
    const all = ofSeries.get(id) ?? []
    return {
      id,
      name,
      bodyId: body,
      meetings: calendarMeetings(
        region,
        all.filter(({ cancelled }) => cancelled === null),
      ),
      // Skip a day that the series no longer names.
      notHeld: all
        .filter(({ cancelled }) => cancelled !== null && cancelled !== 'rule_changed')
        .map(({ nominal }) => nominal),
    }
  })
  return { series, clashes: clashesOf(series.flatMap(({ meetings }) => meetings)) }
}

/** Meetings with their people and places. One whose series left the region file is nobody's. */
export const calendarMeetings = (
  region: Region,
  planned: readonly Omit<Planned, 'cancelled'>[],
): CalendarMeeting[] => {
  return planned.flatMap(({ id, seriesId, nominal, startsAt, durationMinutes }) => {
    const found = region.series.find((one) => one.id === seriesId)
    if (!found) return []
    const { body: bodyId, name: seriesName, place } = found
    return [
      {
        id,
        seriesId,
        seriesName,
        bodyId,
        nominal,
        startsAt: startsAt.toZonedDateTimeISO(region.timeZone),
        durationMinutes,
        people: rosterOf(region, bodyId, startsAt.toZonedDateTimeISO(region.timeZone).toPlainDate()),
        place,
      },
    ]
  })
}
