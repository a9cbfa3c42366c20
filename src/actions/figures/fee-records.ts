import { caseReach } from '../../domain/case/permission.ts'
import type { FeeRecords } from '../../domain/figures/fee-records.ts'
import { mayReadVisitContents, whoseRecords } from '../../domain/figures/permission.ts'
import type { Asker } from '../../domain/member/roles.ts'
import type { Region } from '../../domain/region/region.ts'
import type { Scope } from '../../store/engine/database.ts'
import { handledCounts, monitoringLog } from '../../store/monitoring/monitoring-log.ts'
import { guidanceLog } from './guidance-log.ts'
import type { Period } from './guidance-records.ts'

/** What is asked for: `officeId` narrows the centre's records to one office. */
export type Wanted = { month: Temporal.PlainYearMonth; officeId: string | undefined; now: Temporal.Instant }

/**
 * What the additions ask to be kept besides meetings: guidance by chief specialists, and monitoring with its counts.
 * For the centre of the region, for others of their office. `read`: what was opened for it.
 */
export const feeRecords = async (
  scope: Scope,
  region: Region,
  asker: Asker,
  { month, officeId, now }: Wanted,
): Promise<{ records: FeeRecords; read: { kind: 'gsv-presentation' | 'visit'; id: string }[] }> => {
  const { everybody, isOwn } = whoseRecords(region, asker, officeId)
  const own = officeId ?? asker.officeId
  const { guidance, read } = await guidanceLog(scope, region, periodOf(region, month, now), {
    asker,
    isOwn,
    isOwnOffice: (id) => everybody || id === own,
    readsVisits: mayReadVisitContents(asker),
  })
  const chosen = { reach: caseReach(asker), officeId }
  const monitoring = await monitoringLog(scope, chosen, month, region.timeZone)
  return { records: { guidance, monitoring, handled: await handledCounts(scope, chosen, month) }, read }
}

/** Ends the month at now: what is to come is no record. */
export const periodOf = (region: Region, month: Temporal.PlainYearMonth, now: Temporal.Instant): Period => {
  const firstDay = month.toPlainDate({ day: 1 })
  const start = (day: Temporal.PlainDate) => day.toZonedDateTime(region.timeZone).toInstant()
  const end = start(firstDay.add({ months: 1 }))
  const to = Temporal.Instant.compare(end, now) < 0 ? end : now
  const lastDay = to.subtract({ nanoseconds: 1 }).toZonedDateTimeISO(region.timeZone).toPlainDate()
  return { from: start(firstDay), to, firstDay, lastDay }
}
