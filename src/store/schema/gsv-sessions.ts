import { jsonb, pgTable, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { instant, plainDate, regionId, within } from '../columns.ts'
import { meetings } from './meetings.ts'

/** A group as it is kept: `memberIds` holds everybody, the facilitator first, then the presenter. */
export type StoredGroup = { facilitatorId: string; presenterId?: string; memberIds: string[] }

/** The groups of one meeting, proposed and then confirmed. */
export const gsvSessions = pgTable(
  'gsv_sessions',
  {
    regionId: regionId(),
    meetingId: uuid('meeting_id').notNull(),
    groups: jsonb('groups').$type<StoredGroup[]>().notNull(),
    /** Who was away when these were formed. */
    absentIds: jsonb('absent_ids').$type<string[]>().notNull(),
    /** Rises with every change, so that two coordinators do not undo each other's. */
    revision: smallint('revision').notNull(),
    preMeetingOn: plainDate('pre_meeting_on').notNull(),
    formedAt: instant('formed_at').notNull(),
    confirmedBy: text('confirmed_by'),
    confirmedAt: instant('confirmed_at'),
  },
  (t) => [
    primaryKey({ columns: [t.regionId, t.meetingId] }),
    within([t.regionId, t.meetingId], [meetings.regionId, meetings.id]),
  ],
)
