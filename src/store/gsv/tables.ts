import { index, jsonb, pgTable, primaryKey, smallint, text, unique, uuid } from 'drizzle-orm/pg-core'
import type { GsvPattern } from '../../domain/gsv/patterns.ts'
import { cases } from '../case/tables.ts'
import { instant, plainDate, regionId, sealed, within } from '../engine/columns.ts'
import { meetings } from '../meeting/tables.ts'
import { members } from '../region/tables.ts'

/** Somebody who brings a case to a GSV, or cannot: what came of it too. What they wrote is sealed. */
export const gsvPresentations = pgTable(
  'gsv_presentations',
  {
    regionId: regionId(),
    id: uuid('id').primaryKey(),
    meetingId: uuid('meeting_id').notNull(),
    memberId: text('member_id').notNull(),
    /** `offered` by themselves, `accepted` or `declined` when asked by the rota. */
    state: text('state', { enum: ['offered', 'accepted', 'declined'] }).notNull(),
    pattern: text('pattern').$type<GsvPattern>().notNull(),
    caseId: uuid('case_id'),
    /** Why they cannot. */
    reason: sealed('reason'),
    answeredAt: instant('answered_at').notNull(),
    /** Ideas picked and the next action, by when. */
    outcome: sealed('outcome'),
    actBy: plainDate('act_by'),
    outcomeBy: text('outcome_by'),
    outcomeAt: instant('outcome_at'),
    /** What came of it, four weeks later. */
    result: sealed('result'),
    resultAt: instant('result_at'),
  },
  (t) => [
    unique('gsv_presentations_member').on(t.regionId, t.meetingId, t.memberId),
    index('gsv_presentations_result').on(t.regionId, t.outcomeAt),
    within([t.regionId, t.meetingId], [meetings.regionId, meetings.id]),
    within([t.regionId, t.memberId], [members.regionId, members.id]),
    within([t.regionId, t.caseId], [cases.regionId, cases.id]),
  ],
)

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
