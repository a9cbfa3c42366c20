import { z } from 'zod'
import { countDeliveries } from '../store/outbox/deliveries.ts'
import { deleteOpenBuckets } from '../store/outbox/rate-limits.ts'
import { loadRegion, regionIds } from '../store/region/regions.ts'
import { job } from './job.ts'
import { reportLate } from './notices/delivery/late-report.ts'

/**
 * Runs the watchdog: compares what was due with what was sent. Late messages are logged as long as they are late; the
 * coordinators get a report once all of them are settled.
 */
export const auditDeliveries = job({
  id: 'audit-deliveries',
  payload: z.object({}),
  atOnce: 1,
  run: async (_, context) => {
    const { database, clock, log, platforms } = context
    const now = clock.now()
    const running = new Set(platforms.keys())
    for (const region of await database.atGate(regionIds)) {
      const counts = await database.inRegion(region, async (scope) => {
        const counted = await countDeliveries(scope, now)
        if (counted.late === 0) await reportLate({ scope, region: await loadRegion(scope), now, running })
        return counted
      })
      if (counts.late > 0) log.error({ region, ...counts }, 'messages are late: see the delivery ledger')
      else log.debug({ region, ...counts }, 'every message that was due is out')
    }
    await database.atGate((gate) => deleteOpenBuckets(gate, now))
    return { result: 'done' }
  },
})
