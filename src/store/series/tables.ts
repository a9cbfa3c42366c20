import { smallint, unique, uuid } from 'drizzle-orm/pg-core'
import { doneBy, identifier, instant, plainDate, regionId, within } from '../engine/columns.ts'
import { table } from '../engine/data-classes.ts'
import { series } from '../region/tables.ts'

/** From the nominal day `from` on, a series meets so many days from the days of its rule, at another time. */
export const seriesChanges = table(
  'series_changes',
  {
    regionId: regionId(),
    id: uuid('id').primaryKey().defaultRandom(),
    seriesId: identifier('series_id').notNull(),
    from: plainDate('from_day').notNull(),
    days: smallint('days').notNull(),
    time: identifier('time').notNull(),
    changedBy: doneBy('changed_by').notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  { keep: 'region' },
  (t) => [
    unique('series_changes_from').on(t.regionId, t.seriesId, t.from),
    within([t.regionId, t.seriesId], [series.regionId, series.id]),
  ],
)
