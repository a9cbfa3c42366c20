import { boolean, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant, regionId, within } from '../columns.ts'
import { meetings } from './meetings.ts'

/** What people changed of a meeting by hand, and where it was before: what its members are told. */
export const meetingChanges = pgTable(
  'meeting_changes',
  {
    regionId: regionId(),
    id: uuid('id').primaryKey().defaultRandom(),
    meetingId: uuid('meeting_id').notNull(),
    what: text('what', { enum: ['moved', 'cancelled', 'restored'] }).notNull(),
    /** This meeting alone, or the series from it on, or all of it. */
    reach: text('reach', { enum: ['one', 'after', 'all'] }).notNull(),
    wasAt: instant('was_at').notNull(),
    isAt: instant('is_at').notNull(),
    reason: text('reason'),
    changedBy: text('changed_by').notNull(),
    changedAt: instant('changed_at').notNull(),
    /** Told in the body's channel at once; otherwise in the next morning's digests. */
    inChannel: boolean('in_channel').notNull(),
  },
  (t) => [
    index('meeting_changes_time').on(t.regionId, t.changedAt),
    within([t.regionId, t.meetingId], [meetings.regionId, meetings.id]),
  ],
)
