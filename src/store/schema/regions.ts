import { jsonb, pgTable, text } from 'drizzle-orm/pg-core'

/** The tenant. `definition` is the region file's head: name, time zone, hours, settings. */
export const regions = pgTable('regions', {
  regionId: text('region_id').primaryKey(),
  definition: jsonb('definition').notNull(),
})
