import { pgTable, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { instant, regionId, sealed } from '../columns.ts'
import { summaries } from './summaries.ts'

/** Every earlier and present text of a summary. */
export const summaryVersions = pgTable(
  'summary_versions',
  {
    regionId: regionId(),
    summaryId: uuid('summary_id')
      .notNull()
      .references(() => summaries.id),
    version: smallint('version').notNull(),
    text: sealed('text').notNull(),
    writtenBy: text('written_by').notNull(),
    writtenAt: instant('written_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.regionId, t.summaryId, t.version] })],
)
