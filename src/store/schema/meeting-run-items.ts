import { pgTable, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core'
import type { AgendaSection } from '../../domain/agenda/templates.ts'
import { instant, regionId, sealed, within } from '../columns.ts'
import { meetings } from './meetings.ts'

/** One step of a meeting: an item of its agenda, or a section without items. What was recorded of it is sealed. */
export const meetingRunItems = pgTable(
  'meeting_run_items',
  {
    regionId: regionId(),
    meetingId: uuid('meeting_id').notNull(),
    /** From 1. */
    position: smallint('position').notNull(),
    section: text('section').$type<AgendaSection>().notNull(),
    summaryId: uuid('summary_id'),
    planned: smallint('planned').notNull(),
    extended: smallint('extended').notNull().default(0),
    startedAt: instant('started_at'),
    endedAt: instant('ended_at'),
    outcome: text('outcome', { enum: ['done', 'carried_over'] }),
    record: sealed('record'),
    /** Rises with every saving, so that two people at once do not undo each other's. */
    revision: smallint('revision').notNull().default(0),
    recordedBy: text('recorded_by'),
    recordedAt: instant('recorded_at'),
  },
  (t) => [
    primaryKey({ columns: [t.regionId, t.meetingId, t.position] }),
    within([t.regionId, t.meetingId], [meetings.regionId, meetings.id]),
  ],
)
