import { pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { instant, regionId } from '../columns.ts'

/** The address of a private calendar. Its token is kept as a hash only: who lost it makes a new one. */
export const calendarFeeds = pgTable(
  'calendar_feeds',
  {
    regionId: regionId(),
    id: uuid('id').primaryKey().defaultRandom(),
    owner: text('owner', { enum: ['member', 'body'] }).notNull(),
    ownerId: text('owner_id').notNull(),
    tokenHash: text('token_hash').notNull(),
    madeBy: text('made_by').notNull(),
    madeAt: instant('made_at').notNull(),
  },
  (t) => [
    unique('calendar_feeds_owner').on(t.regionId, t.owner, t.ownerId),
    unique('calendar_feeds_token').on(t.regionId, t.tokenHash),
  ],
)
