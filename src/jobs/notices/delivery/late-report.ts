import { lateReportCard } from '../../../cards/delivery.ts'
import { lateReportKind } from '../../../domain/delivery/notices.ts'
import { memberName } from '../../../domain/region/names.ts'
import { lateGroups, reportedUntil } from '../../../store/delivery/ledger.ts'
import { type Moment, notice } from '../notice.ts'
import { announce, coordinators } from '../recipients.ts'

/** Threshold: shorter delays are left to the ledger. */
const WORTH_TELLING_MINUTES = 15
/** Outages that ended longer ago are not reported any more. */
const NEWS_FOR = Temporal.Duration.from({ hours: 7 * 24 })

/** Reports to the coordinators what was late since the last report, once all of it is settled. */
export const reportLate = async (moment: Moment): Promise<void> => {
  const { scope, now } = moment
  const reported = await reportedUntil(scope)
  const from = reported ?? now.subtract(NEWS_FOR)
  if ((await lateGroups(scope, from, now, WORTH_TELLING_MINUTES)).length === 0) return
  // Key by the previous report: of two concurrent runs, the unique key lets one report.
  const key = `${lateReportKind.kind}:${reported ?? 'first'}`
  await announce(scope, lateReportKind.about({ from, to: now }), coordinators({ ...moment, key }), now)
}

/** Lists what was late after an outage, within office hours. */
export const lateReport = notice(lateReportKind, {
  hours: 'office',
  stillTrue: async ({ scope }, { from, to }) => {
    const groups = await lateGroups(scope, from, to, WORTH_TELLING_MINUTES)
    return groups.length > 0 ? groups : 'gone'
  },
  compose: ({ region, now, language, text, payload, found }) => {
    const nameOf = (id: string) => memberName(region, id)
    const reader = { now, timeZone: region.timeZone, language, text, nameOf }
    return { ok: true, card: lateReportCard(found, payload.to, reader) }
  },
})
