import { integer, pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from '../columns.ts'

/**
 * How much of a platform's limits is used up: `taken` of `most` (and for what is urgent `spare` more) until `opensAt`.
 * Of no region, for a bot's limit is shared by all. What is here counts for seconds: lost, it costs a 429.
 */
export const paces = pgTable('paces', {
  lane: text('lane').primaryKey(),
  opensAt: instant('opens_at').notNull(),
  taken: integer('taken').notNull(),
  most: integer('most').notNull(),
  spare: integer('spare').notNull(),
})
