import { sql } from 'drizzle-orm'
import type { Scope } from '../engine/database.ts'
import { prepared } from '../engine/prepared.ts'
import { receivedEvents } from './tables.ts'

/**
 * Deduplicates events: true for the first caller with this one. The row is written in the caller's transaction: after a
 * rollback the redelivery is handled, and a concurrent redelivery waits for this transaction.
 */
export const claimEvent = async (scope: Scope, event: string, now: Temporal.Instant): Promise<boolean> => {
  const claimed = await claim(scope, { region: scope.regionId, event, now })
  return claimed.length > 0
}

const claim = prepared((tx) =>
  tx
    .insert(receivedEvents)
    .values({
      regionId: sql.placeholder('region'),
      event: sql.placeholder('event'),
      receivedAt: sql.placeholder('now'),
    })
    .onConflictDoNothing()
    .returning({ event: receivedEvents.event }),
)
