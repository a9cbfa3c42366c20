import { addBusinessDays, businessDayOnOrAfter, toInstant } from '../../domain/calendar/working-calendar.ts'
import type { NewReminder } from '../../domain/delivery/notice.ts'
import { digestKind } from '../../domain/digest/notices.ts'
import { planAheadKind } from '../../domain/meeting/notices.ts'
import { calendarOf } from '../../domain/region/calendar.ts'
import type { Region } from '../../domain/region/region.ts'
import type { Scope } from '../../store/engine/database.ts'
import { lastSettled, planReminders } from '../../store/outbox/reminders.ts'
import { nextRetention } from '../keeping/delete-expired.ts'
import { planMeetings } from '../meeting/meeting-plan.ts'
import { planRotaTurns } from '../rota/rota-turns.ts'
import { planVisits } from '../visit/plan-visits.ts'

/** Plans all that a region must always have planned, where it is missing. Idempotent. */
export const planRegion = async (scope: Scope, region: Region, now: Temporal.Instant): Promise<void> => {
  await planMeetings(scope, region, now)
  await planVisits(scope, region, now)
  await planStandingReminders(scope, region, now)
}

/**
 * Schedules the region's standing jobs: the next morning's digest, the next night's retention and the next month's look
 * ahead. Each schedules its successor; this is for a new region, and for a chain that broke. Idempotent.
 */
const planStandingReminders = async (scope: Scope, region: Region, now: Temporal.Instant): Promise<void> => {
  const digest = nextDigest(region, now)
  await planRotaTurns(scope, region, now)
  const next = [digest, nextRetention(region, now), nextPlanAhead(region, now)]
  await planReminders(
    scope,
    next.filter((one) => one !== undefined),
  )
}

/** The digest of the first business morning after `now`; undefined where the region never opens. */
export const nextDigest = (region: Region, now: Temporal.Instant): NewReminder | undefined => {
  const calendar = calendarOf(region)
  const today = now.toZonedDateTimeISO(region.timeZone).toPlainDate()
  const first = businessDayOnOrAfter(calendar, today)
  const later = addBusinessDays(calendar, today, 1)
  for (const day of [first, later]) {
    const dueAt = day && toInstant(calendar, day, region.settings.digestAt)
    if (day && dueAt && Temporal.Instant.compare(dueAt, now) > 0) return digestKind.due({ day }, dueAt)
  }
  return undefined
}

export const nextPlanAhead = (region: Region, now: Temporal.Instant): NewReminder => {
  const month = now.toZonedDateTimeISO(region.timeZone).toPlainDate().toPlainYearMonth().add({ months: 1 })
  const dueAt = month.toPlainDate({ day: 1 }).toZonedDateTime(region.timeZone).toInstant()
  return planAheadKind.due({ month }, dueAt)
}

/** The last morning before today that was told: normally the business day before, earlier after an outage. */
export const lastMorning = async (
  scope: Scope,
  region: Region,
  today: Temporal.PlainDate,
): Promise<Temporal.PlainDate> => {
  const told = await lastSettled(scope, digestKind.about({ day: today }))
  if (told) return digestKind.read(told).day
  return addBusinessDays(calendarOf(region), today, -1) ?? today.subtract({ days: 1 })
}
