import { and, desc, eq, gt, inArray, sql } from 'drizzle-orm'
import { GIVEN_UP } from '../../domain/delivery/outcome.ts'
import type { Scope } from '../engine/database.ts'
import type { Delivery } from '../outbox/deliveries.ts'
import { deliveries } from '../outbox/tables.ts'

type FailureReason = (typeof GIVEN_UP)[number]

export type FailedDelivery = Pick<
  Delivery,
  'regionId' | 'id' | 'kind' | 'platform' | 'attempts' | 'plannedFor'
> & {
  reason: FailureReason
}

/** Given up, and not redirected to another account of the reader. */
const isGivenUp = and(
  eq(deliveries.state, 'skipped'),
  inArray(deliveries.reason, [...GIVEN_UP]),
  sql`not exists (select 1 from ${deliveries} instead where instead.region_id = ${deliveries.regionId}
    and instead.key > ${deliveries.key} and starts_with(instead.key, ${deliveries.key} || ' > '))`,
)

/** Lists given-up messages planned since an instant, latest first, at most `limit`. */
export const failedDeliveries = (
  scope: Scope,
  since: Temporal.Instant,
  limit: number,
): Promise<FailedDelivery[]> => {
  const { regionId, id, kind, platform, attempts, plannedFor } = deliveries
  return scope.tx
    .select({
      regionId,
      id,
      kind,
      platform,
      attempts,
      plannedFor,
      reason: sql<FailureReason>`${deliveries.reason}`,
    })
    .from(deliveries)
    .where(and(isGivenUp, gt(plannedFor, since)))
    .orderBy(desc(plannedFor))
    .limit(limit)
}

/**
 * Makes a given-up message due again; one whose answer was lost is looked up at the platform first. Idempotent by
 * compare-and-set: false where it is not given up (any more).
 */
export const reopenGivenUp = async (scope: Scope, id: string, now: Temporal.Instant): Promise<boolean> => {
  scope.outbox.isWritten = true
  const again = await scope.tx
    .update(deliveries)
    .set({
      state: sql`case when ${deliveries.reason} = 'answer-lost' then 'sending' else 'waiting' end`,
      dueAt: now,
    })
    .where(and(eq(deliveries.id, id), isGivenUp))
    .returning({ id: deliveries.id })
  return again.length > 0
}
