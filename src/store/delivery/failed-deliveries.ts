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

/** What was given up, and did not go to the reader by another account either. */
const isGivenUp = and(
  eq(deliveries.state, 'skipped'),
  inArray(deliveries.reason, [...GIVEN_UP]),
  sql`not exists (select 1 from ${deliveries} instead where instead.region_id = ${deliveries.regionId}
    and instead.key > ${deliveries.key} and starts_with(instead.key, ${deliveries.key} || ' > '))`,
)

/** Given up among those planned since, the latest first, at most `limit`. */
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
 * Makes a message that was given up due again; one whose answer was lost is looked up at the platform first. False
 * where it is not given up (any more): nothing is sent twice by asking twice.
 */
export const reopenGivenUp = async (scope: Scope, id: string, now: Temporal.Instant): Promise<boolean> => {
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
