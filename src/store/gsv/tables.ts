import { eq } from 'drizzle-orm'
import { index, primaryKey, smallint, text, unique, uuid } from 'drizzle-orm/pg-core'
import type { GsvPattern } from '../../domain/gsv/patterns.ts'
import { cases } from '../case/tables.ts'
import {
  doneBy,
  identifier,
  instant,
  json,
  memberId,
  plainDate,
  regionId,
  sealed,
  within,
} from '../engine/columns.ts'
import { table } from '../engine/data-classes.ts'
import { meetings } from '../meeting/tables.ts'
import { members } from '../region/tables.ts'

/** Somebody who brings a case to a GSV, or cannot: what came of it too. What they wrote is sealed. */
export const gsvPresentations = table(
  'gsv_presentations',
  {
    regionId: regionId(),
    id: uuid('id').primaryKey(),
    meetingId: uuid('meeting_id').notNull(),
    memberId: memberId('member_id', { erase: 'keep', export: 'row', ends: 'never' }).notNull(),
    /** `offered` by themselves, `accepted` or `declined` when asked by the rota. */
    state: text('state', { enum: ['offered', 'accepted', 'declined'] }).notNull(),
    pattern: identifier('pattern').$type<GsvPattern>().notNull(),
    caseId: uuid('case_id'),
    /** Why they cannot. */
    reason: sealed('reason', {
      key: ['id'],
      before: 'gsv-presentation:{id}:reason',
      of: { case: 'null', member: 'null' },
    }),
    answeredAt: instant('answered_at').notNull(),
    /** Ideas picked and the next action, by when. */
    outcome: sealed('outcome', {
      key: ['id'],
      before: 'gsv-presentation:{id}:outcome',
      of: { case: 'null' },
    }),
    actBy: plainDate('act_by'),
    outcomeBy: doneBy('outcome_by'),
    outcomeAt: instant('outcome_at'),
    /** What came of it, four weeks later. */
    result: sealed('result', { key: ['id'], before: 'gsv-presentation:{id}:result', of: { case: 'null' } }),
    resultAt: instant('result_at'),
  },
  {
    keep: { texts: 'caseYears' },
    case: (t, { id }) => eq(t.caseId, id),
    member: (t, { id }) => eq(t.memberId, id),
  },
  (t) => [
    unique('gsv_presentations_member').on(t.regionId, t.meetingId, t.memberId),
    index('gsv_presentations_result').on(t.regionId, t.outcomeAt),
    within([t.regionId, t.meetingId], [meetings.regionId, meetings.id]),
    within([t.regionId, t.memberId], [members.regionId, members.id]),
    within([t.regionId, t.caseId], [cases.regionId, cases.id]),
  ],
)

/**
 * 事前打合せ of a facilitator with the presenter of their group: put off to another day, or held. Without a row it is
 * planned for the session's day. Who led stays as it was, whoever leads the group in the end.
 */
export const gsvPreMeetings = table(
  'gsv_pre_meetings',
  {
    regionId: regionId(),
    meetingId: uuid('meeting_id').notNull(),
    presenterId: memberId('presenter_id', { erase: 'keep', export: 'row', ends: 'never' }).notNull(),
    facilitatorId: memberId('facilitator_id', { erase: 'keep', export: 'row', ends: 'never' }).notNull(),
    on: plainDate('on_day').notNull(),
    movedAt: instant('moved_at'),
    heldAt: instant('held_at'),
    /** Who said so. */
    heldBy: doneBy('held_by'),
  },
  { keep: 'region' },
  (t) => [
    primaryKey({ columns: [t.regionId, t.meetingId, t.presenterId] }),
    index('gsv_pre_meetings_day').on(t.regionId, t.on),
    within([t.regionId, t.meetingId], [meetings.regionId, meetings.id]),
  ],
)

/** A group as it is kept: `memberIds` holds everybody, the facilitator first, then the presenter. */
export type StoredGroup = { facilitatorId: string; presenterId?: string; memberIds: string[] }

/** The groups of one meeting, proposed and then confirmed. */
export const gsvSessions = table(
  'gsv_sessions',
  {
    regionId: regionId(),
    meetingId: uuid('meeting_id').notNull(),
    groups: json<StoredGroup[]>('groups', 'member ids').notNull(),
    /** Who was away when these were formed. */
    absentIds: json<string[]>('absent_ids', 'member ids').notNull(),
    /** Version for compare-and-set, so that two coordinators do not undo each other's changes. */
    revision: smallint('revision').notNull(),
    preMeetingOn: plainDate('pre_meeting_on').notNull(),
    formedAt: instant('formed_at').notNull(),
    confirmedBy: doneBy('confirmed_by'),
    confirmedAt: instant('confirmed_at'),
  },
  { keep: 'region' },
  (t) => [
    primaryKey({ columns: [t.regionId, t.meetingId] }),
    within([t.regionId, t.meetingId], [meetings.regionId, meetings.id]),
  ],
)
