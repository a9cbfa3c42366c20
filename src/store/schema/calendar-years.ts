import { pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core'
import { instant, regionId } from '../columns.ts'

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
