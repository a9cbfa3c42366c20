import { boolean, pgTable, primaryKey, smallint, uuid } from 'drizzle-orm/pg-core'
import { instant, regionId, within } from '../columns.ts'
import { polls } from './polls.ts'

/** A day that a poll offers; the organiser may take it out. */
export const pollDays = pgTable(
  'poll_days',
  {
    regionId: regionId(),
    pollId: uuid('poll_id').notNull(),
    position: smallint('position').notNull(),
    startsAt: instant('starts_at').notNull(),
    dropped: boolean('dropped').notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.regionId, t.pollId, t.position] }),
    within([t.regionId, t.pollId], [polls.regionId, polls.id]),
  ],
)
