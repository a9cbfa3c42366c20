import { sql } from 'drizzle-orm'
import { boolean, index, pgTable, smallint, text, unique, uuid } from 'drizzle-orm/pg-core'
import { instant, plainDate, regionId, within } from '../columns.ts'
import { series } from './series.ts'

/** One occurrence of a series. `nominal` is the day its rule names and stays, wherever the meeting moves. */
export const meetings = pgTable(
  'meetings',
  {
    regionId: regionId(),
    id: uuid('id').primaryKey().defaultRandom(),
    seriesId: text('series_id').notNull(),
    /** Of an extra meeting; without one it goes by its series' name. */
    title: text('title'),
    nominal: plainDate('nominal').notNull(),
    startsAt: instant('starts_at').notNull(),
    durationMinutes: smallint('duration_minutes').notNull(),
    moved: boolean('moved').notNull().default(false),
    cancelled: text('cancelled', { enum: ['closed_day', 'rule_changed', 'by_hand'] }),
    /** People moved it: the series' rule does not move it back. */
    byHand: boolean('by_hand').notNull().default(false),
    /** Rises with every change, so that calendars take it for the same meeting in its latest state. */
    sequence: smallint('sequence').notNull().default(0),
    changedAt: instant('changed_at').notNull().default(sql`now()`),
  },
  (t) => [
    unique('meetings_occurrence').on(t.regionId, t.seriesId, t.nominal),
    unique('meetings_in_region').on(t.regionId, t.id),
    index('meetings_start').on(t.regionId, t.startsAt),
    within([t.regionId, t.seriesId], [series.regionId, series.id]),
  ],
)
