import { addBusinessDays, toInstant } from '../calendar/working-calendar.ts'
import { calendarOf } from '../region/calendar.ts'
import type { Region } from '../region/region.ts'

/** When a meeting's summaries are asked for, its draft is shown, and its agenda goes out, by the region's settings. */

const businessDaysBefore = (region: Region, startsAt: Temporal.Instant, days: number): Temporal.PlainDate => {
  const date = startsAt.toZonedDateTimeISO(region.timeZone).toPlainDate()
  return addBusinessDays(calendarOf(region), date, -days) ?? date
}

export const requestFrom = (region: Region, startsAt: Temporal.Instant): Temporal.PlainDate =>
  businessDaysBefore(region, startsAt, region.settings.summaryRequestBusinessDays)

/** Before that day's digest, which asks whoever it finds. */
export const gsvAskAt = (region: Region, startsAt: Temporal.Instant): Temporal.Instant =>
  toInstant(calendarOf(region), requestFrom(region, startsAt), region.settings.digestAt).subtract({
    minutes: 5,
  })

export const draftAt = (region: Region, startsAt: Temporal.Instant): Temporal.Instant =>
  toInstant(
    calendarOf(region),
    businessDaysBefore(region, startsAt, region.settings.agendaDraftBusinessDays),
    region.settings.digestAt,
  )

export const publishAt = (region: Region, startsAt: Temporal.Instant): Temporal.ZonedDateTime =>
  toInstant(
    calendarOf(region),
    businessDaysBefore(region, startsAt, region.settings.agendaPublishBusinessDays),
    region.settings.agendaPublishAt,
  ).toZonedDateTimeISO(region.timeZone)
