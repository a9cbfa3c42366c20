import { pgTable, smallint, text, unique, uuid } from 'drizzle-orm/pg-core'
import { instant, plainDate, regionId, within } from '../engine/columns.ts'
import { series } from '../region/tables.ts'

/** From the nominal day `from` on, a series meets so many days from the days of its rule, at another time. */
export const seriesChanges = pgTable(
  'series_changes',
  {
    regionId: regionId(),
    id: uuid('id').primaryKey().defaultRandom(),
    seriesId: text('series_id').notNull(),
    from: plainDate('from_day').notNull(),
    days: smallint('days').notNull(),
    time: text('time').notNull(),
    changedBy: text('changed_by').notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  (t) => [
    unique('series_changes_from').on(t.regionId, t.seriesId, t.from),
    within([t.regionId, t.seriesId], [series.regionId, series.id]),
  ],
)
