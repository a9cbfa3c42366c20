import { pgTable, primaryKey, smallint, text, unique, uuid } from 'drizzle-orm/pg-core'
import { instant, regionId } from '../engine/columns.ts'

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

/** A fiscal year's calendar that a coordinator confirmed, with the clashes that were left as they are. */
export const calendarYears = pgTable(
  'calendar_years',
  {
    regionId: regionId(),
    year: smallint('year').notNull(),
    keptClashes: smallint('kept_clashes').notNull(),
    confirmedBy: text('confirmed_by').notNull(),
    confirmedAt: instant('confirmed_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.regionId, t.year] })],
)
