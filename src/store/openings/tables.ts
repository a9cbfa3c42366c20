import { primaryKey, smallint } from 'drizzle-orm/pg-core'
import { doneBy, identifier, instant, personal, plainMonth, regionId, within } from '../engine/columns.ts'
import { table } from '../engine/data-classes.ts'
import { offices } from '../region/tables.ts'

/** How many new users an office can take, as it last said. */
export const openings = table(
  'openings',
  {
    regionId: regionId(),
    officeId: identifier('office_id').notNull(),
    newUsers: smallint('new_users').notNull(),
    from: plainMonth('from_month').notNull(),
    /** In the office's words: 児童、精神… */
    kinds: personal('kinds', 'office').notNull(),
    toldBy: doneBy('told_by').notNull(),
    toldAt: instant('told_at').notNull(),
  },
  { keep: 'region' },
  (t) => [
    primaryKey({ columns: [t.regionId, t.officeId] }),
    within([t.regionId, t.officeId], [offices.regionId, offices.id]),
  ],
)
