import { z } from 'zod'
import { countDeliveries } from '../store/deliveries.ts'
import { regionIds } from '../store/regions.ts'
import { job } from './job.ts'

/** Past this, a planned message counts as late. */
const GRACE = Temporal.Duration.from({ minutes: 5 })

/** The watchdog: asks the store whether every promise was kept, and says so where somebody looks. */
export const auditDeliveries = job({
  id: 'audit-deliveries',
  payload: z.object({}),
  atOnce: 1,
  run: async (_, { database, clock, log }) => {
    const before = clock.now().subtract(GRACE)
    for (const region of await database.atGate(regionIds)) {
      const counts = await database.inRegion(region, (scope) => countDeliveries(scope, before))
      if (counts.late > 0) log.error({ region, ...counts }, 'messages are late: see the delivery ledger')
      else log.debug({ region, ...counts }, 'every message that was due is out')
    }
    return { result: 'done' }
  },
})
