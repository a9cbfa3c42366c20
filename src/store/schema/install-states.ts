import { pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from '../columns.ts'

/** Installations that were begun in somebody's browser and may still come back, each once. Kept as hashes. */
export const installStates = pgTable('install_states', {
  hash: text('hash').primaryKey(),
  expiresAt: instant('expires_at').notNull(),
})
