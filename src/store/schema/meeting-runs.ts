import { pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant, regionId, within } from '../columns.ts'
import { meetings } from './meetings.ts'

/** A meeting as it was really held, and who records it. */
export const meetingRuns = pgTable(
  'meeting_runs',
  {
    regionId: regionId(),
    meetingId: uuid('meeting_id').primaryKey(),
    recorderId: text('recorder_id'),
    startedAt: instant('started_at'),
    startedBy: text('started_by'),
    endedAt: instant('ended_at'),
    endedBy: text('ended_by'),
  },
  (t) => [within([t.regionId, t.meetingId], [meetings.regionId, meetings.id])],
)
