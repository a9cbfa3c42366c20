import { sql } from 'drizzle-orm'
import type { Scope } from '../engine/database.ts'
import { prepared } from '../engine/prepared.ts'
import { receivedEvents } from './tables.ts'

/**
 * True for the first to come with this event. The row is written in the caller's transaction: a crash before the
 * commit leaves the event free for its redelivery, and a redelivery at the same time waits for this one's end.
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
