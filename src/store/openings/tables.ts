import { pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core'
import { instant, plainMonth, regionId, within } from '../engine/columns.ts'
import { offices } from '../region/tables.ts'

/** How many new users an office can take, as it last said. */
export const openings = pgTable(
  'openings',
  {
    regionId: regionId(),
    officeId: text('office_id').notNull(),
    newUsers: smallint('new_users').notNull(),
    from: plainMonth('from_month').notNull(),
    /** In the office's words: 児童、精神… */
    kinds: text('kinds').notNull(),
    toldBy: text('told_by').notNull(),
    toldAt: instant('told_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.regionId, t.officeId] }),
    within([t.regionId, t.officeId], [offices.regionId, offices.id]),
  ],
)
