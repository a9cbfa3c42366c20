import { pgTable, primaryKey } from 'drizzle-orm/pg-core'
import { instant, regionId } from '../columns.ts'

/** When a backup was put back. What the bot did after the backup was made, it no longer knows: it looks before it says. */
export const restores = pgTable(
  'restores',
  {
    regionId: regionId(),
    restoredAt: instant('restored_at').notNull(),
    madeAt: instant('made_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.regionId, t.restoredAt] })],
)
