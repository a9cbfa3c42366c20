import { pgTable, text } from 'drizzle-orm/pg-core'

/** How far the practice workspace's clock was advanced, as an ISO duration: it goes on there after a restart. */
export const practiceClock = pgTable('practice_clock', {
  regionId: text('region_id').primaryKey(),
  ahead: text('ahead').notNull(),
})
