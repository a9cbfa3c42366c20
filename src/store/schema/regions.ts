import { jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'

/** The tenant. `definition` is the region file's head: name, time zone, hours, settings. */
export const regions = pgTable('regions', {
  regionId: text('region_id').primaryKey(),
  definition: jsonb('definition').notNull(),
  /** New with every change of the region or its parts, so that a reader can keep what it parsed. */
  revision: uuid('revision').notNull().defaultRandom(),
})
