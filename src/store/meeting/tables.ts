import { eq, sql } from 'drizzle-orm'
import { boolean, index, primaryKey, smallint, text, unique, uuid } from 'drizzle-orm/pg-core'
import type { AgendaSection } from '../../domain/agenda/templates.ts'
import {
  doneBy,
  identifier,
  instant,
  memberId,
  personal,
  plainDate,
  regionId,
  sealed,
  within,
} from '../engine/columns.ts'
import { table } from '../engine/data-classes.ts'
import { ofCase } from '../engine/selectors.ts'
import { series } from '../region/tables.ts'

/** One occurrence of a series. `nominal` is the day its rule names and stays, wherever the meeting moves. */
export const meetings = table(
  'meetings',
  {
    regionId: regionId(),
    id: uuid('id').primaryKey().defaultRandom(),
    seriesId: identifier('series_id').notNull(),
    /** Of an extra meeting; without one it goes by its series' name. */
    title: personal('title', 'meeting'),
    nominal: plainDate('nominal').notNull(),
    startsAt: instant('starts_at').notNull(),
    durationMinutes: smallint('duration_minutes').notNull(),
    moved: boolean('moved').notNull().default(false),
    cancelled: text('cancelled', { enum: ['closed_day', 'rule_changed', 'by_hand'] }),
    /** People moved it: the series' rule does not move it back. */
    byHand: boolean('by_hand').notNull().default(false),
    /** iCalendar SEQUENCE: rises with every change, so that calendars update the same event. */
    sequence: smallint('sequence').notNull().default(0),
    changedAt: instant('changed_at').notNull().default(sql`now()`),
  },
  { keep: 'region' },
  (t) => [
    unique('meetings_occurrence').on(t.regionId, t.seriesId, t.nominal),
    unique('meetings_in_region').on(t.regionId, t.id),
    index('meetings_start').on(t.regionId, t.startsAt),
    within([t.regionId, t.seriesId], [series.regionId, series.id]),
  ],
)

export const ANSWERS = ['coming', 'online', 'absent'] as const
export const PRESENCES = ['present', 'online', 'deputy', 'absent'] as const

/** 出欠: what somebody announced, and who was there in the end. Reasons and names of outside deputies are sealed. */
export const attendances = table(
  'attendances',
  {
    regionId: regionId(),
    id: uuid('id').primaryKey(),
    meetingId: uuid('meeting_id').notNull(),
    memberId: memberId('member_id', { erase: 'keep', export: 'row', ends: 'never' }).notNull(),
    answer: text('answer', { enum: ANSWERS }),
    deputyId: memberId('deputy_id', { erase: 'keep', export: 'row', ends: 'never' }),
    /** The reason of absence, and the deputy's name where they are no member. */
    note: sealed('note', {
      key: ['meetingId', 'memberId'],
      before: 'attendance:{meetingId}:{memberId}',
      of: { member: 'null' },
    }),
    answeredBy: doneBy('answered_by'),
    answeredAt: instant('answered_at'),
    was: text('was', { enum: PRESENCES }),
    recordedBy: doneBy('recorded_by'),
    recordedAt: instant('recorded_at'),
  },
  { keep: { years: 'minutesYears', meeting: 'meetingId' }, member: (t, { id }) => eq(t.memberId, id) },
  (t) => [
    unique('attendances_once').on(t.regionId, t.meetingId, t.memberId),
    within([t.regionId, t.meetingId], [meetings.regionId, meetings.id]),
  ],
)

/** What people changed of a meeting by hand, and where it was before: what its members are told. */
export const meetingChanges = table(
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
    reason: personal('reason', 'meeting'),
    changedBy: doneBy('changed_by').notNull(),
    changedAt: instant('changed_at').notNull(),
    /** Told in the body's channel at once; otherwise in the next morning's digests. */
    inChannel: boolean('in_channel').notNull(),
  },
  { keep: 'region' },
  (t) => [
    index('meeting_changes_time').on(t.regionId, t.changedAt),
    within([t.regionId, t.meetingId], [meetings.regionId, meetings.id]),
  ],
)

/** One step of a meeting: an item of its agenda, or a section without items. What was recorded of it is sealed. */
export const meetingRunItems = table(
  'meeting_run_items',
  {
    regionId: regionId(),
    meetingId: uuid('meeting_id').notNull(),
    /** From 1. */
    position: smallint('position').notNull(),
    section: identifier('section').$type<AgendaSection>().notNull(),
    summaryId: uuid('summary_id'),
    /** What it is, where it is an item of the agenda and no summary: `itemKey`. */
    itemKey: identifier('item_key'),
    planned: smallint('planned').notNull(),
    extended: smallint('extended').notNull().default(0),
    startedAt: instant('started_at'),
    endedAt: instant('ended_at'),
    outcome: text('outcome', { enum: ['done', 'carried_over'] }),
    record: sealed('record', {
      key: ['meetingId', 'position'],
      before: 'meeting-item:{meetingId}:{position}',
      of: { case: 'null' },
    }),
    /** Version for compare-and-set, so that two people do not undo each other's changes. */
    revision: smallint('revision').notNull().default(0),
    recordedBy: doneBy('recorded_by'),
    recordedAt: instant('recorded_at'),
  },
  {
    keep: { years: 'minutesYears', meeting: 'meetingId' },
    case: (t, { id }) => ofCase(t.summaryId, 'summaries', id),
  },
  (t) => [
    primaryKey({ columns: [t.regionId, t.meetingId, t.position] }),
    within([t.regionId, t.meetingId], [meetings.regionId, meetings.id]),
  ],
)

/** A meeting as it was really held, and who records it. */
export const meetingRuns = table(
  'meeting_runs',
  {
    regionId: regionId(),
    meetingId: uuid('meeting_id').primaryKey(),
    recorderId: memberId('recorder_id', {
      erase: 'keep',
      export: 'row',
      ends: { with: 'person', by: 'null', while: 'endedAt' },
    }),
    startedAt: instant('started_at'),
    startedBy: doneBy('started_by'),
    endedAt: instant('ended_at'),
    endedBy: doneBy('ended_by'),
  },
  { keep: { years: 'minutesYears', meeting: 'meetingId' } },
  (t) => [within([t.regionId, t.meetingId], [meetings.regionId, meetings.id])],
)
