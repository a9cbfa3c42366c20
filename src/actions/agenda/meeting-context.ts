import { firstDayOf, fiscalYearOf } from '../../domain/calendar/fiscal-year.ts'
import { ordinalInFiscalYear } from '../../domain/meeting/wanted-meetings.ts'
import { isAdHoc } from '../../domain/region/ad-hoc-series.ts'
import type { Region } from '../../domain/region/region.ts'
import type { Scope } from '../../store/engine/database.ts'
import { heldUntil, type Meeting, meetingById } from '../../store/meeting/meetings.ts'

export type MeetingContext = {
  meeting: Meeting
  series: Region['series'][number]
  body: Region['bodies'][number]
  startsAt: Temporal.ZonedDateTime
  fiscalYear: number
  /** 第n回 of its fiscal year. */
  ordinal: number
}

/** A meeting with its series and body. Undefined when it is gone, cancelled, or its series left the region file. */
export const meetingContext = async (
  scope: Scope,
  region: Region,
  meetingId: string,
): Promise<MeetingContext | undefined> => {
  const meeting = await meetingById(scope, meetingId)
  const series = region.series.find(({ id }) => id === meeting?.seriesId)
  const body = region.bodies.find(({ id }) => id === series?.body)
  if (!meeting || meeting.cancelled !== null || !series || !body) return undefined
  const startsAt = meeting.startsAt.toZonedDateTimeISO(region.timeZone)
  const fiscalYear = fiscalYearOf(meeting.nominal)
  const ordinal = isAdHoc(series)
    ? await heldUntil(scope, series.id, firstDayOf(fiscalYear), meeting.nominal)
    : ordinalInFiscalYear(region, series, meeting.nominal)
  return { meeting, series, body, startsAt, fiscalYear, ordinal }
}
