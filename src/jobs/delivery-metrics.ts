import type { Attempt } from '../observability/watch.ts'
import type { Delivery } from '../store/outbox/deliveries.ts'
import type { Settlement } from '../store/outbox/delivery-claims.ts'

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
