import type { Delivery, Settlement } from '../store/deliveries.ts'
import type { Attempt } from '../watching/watch.ts'

/** How an attempt ended, for whoever watches the process. */
export const attemptOf = ({ platform, plannedFor, reason }: Delivery, settlement: Settlement): Attempt => ({
  platform,
  state: settlement.state,
  reason: settlement.state === 'sent' ? undefined : settlement.reason,
  delaySeconds:
    settlement.state === 'sent' && reason !== 'out-of-hours'
      ? plannedFor.until(settlement.at).total('seconds')
      : undefined,
})
