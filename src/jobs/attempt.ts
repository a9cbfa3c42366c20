import type { Delivery } from '../store/deliveries.ts'
import type { Settlement } from '../store/delivery-claims.ts'
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
