import { index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant, regionId } from '../columns.ts'

/** Events of the platforms that were acted on: written with their effect, so that a repeated one does nothing. */
export const receivedEvents = pgTable(
  'received_events',
  { regionId: regionId(), event: text('event').notNull(), receivedAt: instant('received_at').notNull() },
  (t) => [primaryKey({ columns: [t.regionId, t.event] }), index('received_events_age').on(t.receivedAt)],
)
