import { primaryKey, smallint, uuid } from 'drizzle-orm/pg-core'
import { doneBy, instant, regionId, sealed, within } from '../engine/columns.ts'
import { table } from '../engine/data-classes.ts'
import { meetings } from '../meeting/tables.ts'

/** 会議録 of a meeting, a row a version: whole and sealed, so that it stays as it was approved. */
export const minutes = table(
  'minutes',
  {
    regionId: regionId(),
    meetingId: uuid('meeting_id').notNull(),
    /** From 1. */
    version: smallint('version').notNull(),
    content: sealed('content', {
      key: ['meetingId', 'version'],
      before: 'minutes:{meetingId}:{version}',
      of: 'meeting',
    }).notNull(),
    /** What was corrected. */
    change: sealed('change', {
      key: ['meetingId', 'version'],
      before: 'minutes-change:{meetingId}:{version}',
      of: 'meeting',
    }),
    writtenBy: doneBy('written_by').notNull(),
    writtenAt: instant('written_at').notNull(),
    approvedBy: doneBy('approved_by'),
    approvedAt: instant('approved_at'),
  },
  { keep: { years: 'minutesYears', meeting: 'meetingId' } },
  (t) => [
    primaryKey({ columns: [t.regionId, t.meetingId, t.version] }),
    within([t.regionId, t.meetingId], [meetings.regionId, meetings.id]),
  ],
)
