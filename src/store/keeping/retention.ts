import { and, inArray, lt } from 'drizzle-orm'
import type { NewReminder } from '../../domain/delivery/notice.ts'
import { retentionKind } from '../../domain/keeping/notices.ts'
import type { Region } from '../../domain/region/region.ts'
import type { Scope } from '../engine/database.ts'
import { forgetFormDrafts } from '../form/form-drafts.ts'
import { forgetEvents } from '../outbox/received-events.ts'
import { deliveries, reminders } from '../outbox/tables.ts'
import { practiceMessages } from '../practice/tables.ts'
import { forgetCodes } from '../workspace/connect-codes.ts'
import { purgeClosedCases } from './purge-case-texts.ts'
import { purgeOldMinutes } from './purge-minutes.ts'

const DAY_HOURS = 24
/** A fiscal year and the month after it: what went out in a year can be looked up until its reports are written. */
const LEDGER_DAYS = 400
const DRAFT_DAYS = 31
/** Platforms repeat an event within minutes. */
const EVENT_DAYS = 7
const CODE_DAYS = 7

/** Takes away what a region keeps no longer. Texts of cases and minutes leave a line in the audit log each. */
export const deleteExpired = async (scope: Scope, region: Region, now: Temporal.Instant): Promise<void> => {
  const before = (days: number) => now.subtract({ hours: days * DAY_HOURS })
  await purgeClosedCases(scope, region, now)
  await purgeOldMinutes(scope, region, now)
  await forgetEvents(scope, before(EVENT_DAYS))
  await forgetFormDrafts(scope, before(DRAFT_DAYS))
  await forgetCodes(scope, before(CODE_DAYS))
  const old = before(LEDGER_DAYS)
  await scope.tx
    .delete(deliveries)
    .where(and(inArray(deliveries.state, ['sent', 'skipped']), lt(deliveries.plannedFor, old)))
  await scope.tx.delete(reminders).where(lt(reminders.settledAt, old))
  await scope.tx.delete(practiceMessages).where(lt(practiceMessages.postedAt, old))
}

/** Each night at three, when nobody works: it plans the next one. */
export const nextRetention = (region: Region, now: Temporal.Instant): NewReminder => {
  const night = (day: Temporal.PlainDate) =>
    day.toZonedDateTime({ timeZone: region.timeZone, plainTime: '03:00' }).toInstant()
  const today = now.toZonedDateTimeISO(region.timeZone).toPlainDate()
  const day = Temporal.Instant.compare(night(today), now) > 0 ? today : today.add({ days: 1 })
  return retentionKind.due({ day }, night(day))
}
