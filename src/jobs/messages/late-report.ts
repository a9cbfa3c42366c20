import { lateReportCard } from '../../cards/delivery.ts'
import { memberName } from '../../domain/region/names.ts'
import type { Region } from '../../domain/region/region.ts'
import { LATE_REPORT, lateGroups, reportedUntil } from '../../store/delivery/ledger.ts'
import type { Scope } from '../../store/engine/database.ts'
import { addDeliveries } from '../../store/outbox/deliveries.ts'
import type { JobContext } from '../job.ts'
import { toCoordinators } from '../to-coordinators.ts'
import type { MessageKind } from './message-kind.ts'

/** A little late is not worth a message; the ledger shows it. */
const WORTH_TELLING_MINUTES = 15
/** What ended longer ago than this is no news. */
const NEWS_FOR = Temporal.Duration.from({ hours: 7 * 24 })

/** Tells the coordinators what was late since they were last told, if anything was: once it is all settled. */
export const reportLate = async (
  scope: Scope,
  region: Region,
  now: Temporal.Instant,
  { platforms }: Pick<JobContext, 'platforms'>,
): Promise<void> => {
  const reported = await reportedUntil(scope)
  const from = reported ?? now.subtract(NEWS_FOR)
  if ((await lateGroups(scope, from, now, WORTH_TELLING_MINUTES)).length === 0) return
  const message = { kind: LATE_REPORT, subject: `${from}/${now}`, dueAt: now }
  // The report before is the purpose's name: of two that look at once, one tells.
  const key = `${LATE_REPORT}:${reported ?? 'first'}`
  await addDeliveries(scope, toCoordinators(region, new Set(platforms.keys()), key, message))
}

/** What was late after an outage, in the offices' hours. */
export const lateReport: MessageKind = {
  kind: LATE_REPORT,
  needsAudience: false,
  outOfHours: false,
  compose: async ({ scope, region, delivery, now, language, text }) => {
    const [from = '', to = ''] = delivery.subject.split('/')
    const until = Temporal.Instant.from(to)
    const groups = await lateGroups(scope, Temporal.Instant.from(from), until, WORTH_TELLING_MINUTES)
    if (groups.length === 0) return { ok: false, reason: 'gone' }
    const nameOf = (id: string) => memberName(region, id)
    const reader = { now, timeZone: region.timeZone, language, text, nameOf }
    return { ok: true, card: lateReportCard(groups, until, reader) }
  },
}
