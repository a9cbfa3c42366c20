import { pgTable, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { instant, regionId, sealed, within } from '../engine/columns.ts'
import { meetings } from '../meeting/tables.ts'

/** 会議録 of a meeting, a row a version: whole and sealed, so that it stays as it was approved. */
export const minutes = pgTable(
  'minutes',
  {
    regionId: regionId(),
    meetingId: uuid('meeting_id').notNull(),
    /** From 1. */
    version: smallint('version').notNull(),
    content: sealed('content').notNull(),
    /** What was corrected. */
    change: sealed('change'),
    writtenBy: text('written_by').notNull(),
    writtenAt: instant('written_at').notNull(),
    approvedBy: text('approved_by'),
    approvedAt: instant('approved_at'),
  },
  (t) => [
    primaryKey({ columns: [t.regionId, t.meetingId, t.version] }),
    within([t.regionId, t.meetingId], [meetings.regionId, meetings.id]),
  ],
)
