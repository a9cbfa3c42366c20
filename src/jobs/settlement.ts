import type { Failure } from '../bot/port.ts'
import type { Attempt } from '../observability/watch.ts'
import type { Delivery } from '../store/outbox/deliveries.ts'
import type { Settlement } from '../store/outbox/delivery-claims.ts'

const NOTHING_TOLD = { monitoring: 0, summary: 0, meeting: 0, followUp: 0, renewal: 0 }

export const sent = (
  at: Temporal.Instant,
  { channel, message }: { channel: string; message: string },
  told: Partial<typeof NOTHING_TOLD> | undefined,
): Settlement => ({ state: 'sent', at, channel, message, told: { ...NOTHING_TOLD, ...told } })

/** Each failure waits twice as long as the one before, from 10 seconds up to 10 minutes. */
export const later = (
  now: Temporal.Instant,
  { failures }: Delivery,
  reason: string,
): Extract<Settlement, { state: 'waiting' }> => ({
  state: 'waiting',
  dueAt: now.add({ seconds: Math.min(600, 10 * 2 ** Math.min(failures, 10)) }),
  reason,
  failed: true,
})

/** What a platform's refusal means for the message. */
export const settlementOf = (failure: Failure, now: Temporal.Instant, delivery: Delivery): Settlement => {
  switch (failure.failure) {
    case 'rate-limited':
      return {
        state: 'waiting',
        dueAt: now.add({ seconds: failure.retryAfterSeconds }),
        reason: 'rate-limited',
      }
    case 'unavailable':
      return later(now, delivery, 'unavailable')
    case 'unknown':
      return { state: 'sending', dueAt: now.add({ seconds: 30 }), reason: 'answer-lost' }
    case 'refused':
      return failure.reason === 'not-connected'
        ? { state: 'waiting', dueAt: now.add({ minutes: 10 }), reason: failure.reason }
        : { state: 'skipped', reason: failure.reason }
    default:
      return failure satisfies never
  }
}

/** Measures how an attempt ended. */
export const attemptMetrics = (
  { platform, plannedFor, reason }: Delivery,
  settlement: Settlement,
): Attempt => ({
  platform,
  state: settlement.state,
  reason: settlement.state === 'sent' ? undefined : settlement.reason,
  delaySeconds:
    settlement.state === 'sent' && reason !== 'out-of-hours'
      ? plannedFor.until(settlement.at).total('seconds')
      : undefined,
})
