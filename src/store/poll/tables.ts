import { eq } from 'drizzle-orm'
import { boolean, index, primaryKey, smallint, text, unique, uuid } from 'drizzle-orm/pg-core'
import type { Marks } from '../../domain/poll/choose-day.ts'
import {
  doneBy,
  identifier,
  instant,
  json,
  memberId,
  personal,
  plainDate,
  regionId,
  sealed,
  within,
} from '../engine/columns.ts'
import { table } from '../engine/data-classes.ts'
import { bodies } from '../region/tables.ts'

/** 日程調整: which day a body meets, asked of everybody on its roster. */
export const polls = table(
  'polls',
  {
    regionId: regionId(),
    id: uuid('id').primaryKey().defaultRandom(),
    title: personal('title', 'meeting').notNull(),
    bodyId: identifier('body_id').notNull(),
    organiserId: memberId('organiser_id', { erase: 'keep', export: 'row', ends: 'never' }).notNull(),
    durationMinutes: smallint('duration_minutes').notNull(),
    /** Members without whom it makes no sense. */
    required: json<string[]>('required', 'member ids').notNull(),
    deadline: plainDate('deadline').notNull(),
    decidesItself: boolean('decides_itself').notNull(),
    /** 打合せ: it becomes no meeting of a series of the body, and has no agenda. */
    preparatory: boolean('preparatory').notNull().default(false),
    /** A draft is its organiser's alone. */
    state: text('state', { enum: ['draft', 'open', 'decided', 'withdrawn'] })
      .notNull()
      .default('draft'),
    /** Position of the day, who took it (nobody where it decided by itself), and the meeting it became. */
    decidedDay: smallint('decided_day'),
    decidedBy: doneBy('decided_by'),
    meetingId: uuid('meeting_id'),
    createdAt: instant('created_at').notNull(),
    endedAt: instant('ended_at'),
  },
  { keep: 'region' },
  (t) => [
    unique('polls_in_region').on(t.regionId, t.id),
    index('polls_state').on(t.regionId, t.state),
    within([t.regionId, t.bodyId], [bodies.regionId, bodies.id]),
  ],
)

/** One member's answer: a mark a day. What they wrote beside it is sealed. */
export const pollAnswers = table(
  'poll_answers',
  {
    regionId: regionId(),
    pollId: uuid('poll_id').notNull(),
    memberId: memberId('member_id', { erase: 'row', export: 'row', ends: 'never' }).notNull(),
    marks: json<Marks>('marks', 'identifier').notNull(),
    comment: sealed('comment', {
      key: ['pollId', 'memberId'],
      before: 'poll-answer:{pollId}:{memberId}',
      of: { member: 'row' },
    }),
    answeredAt: instant('answered_at').notNull(),
  },
  { keep: 'region', member: (t, { id }) => eq(t.memberId, id) },
  (t) => [
    primaryKey({ columns: [t.regionId, t.pollId, t.memberId] }),
    within([t.regionId, t.pollId], [polls.regionId, polls.id]),
  ],
)

/** A day that a poll offers; the organiser may take it out. */
export const pollDays = table(
  'poll_days',
  {
    regionId: regionId(),
    pollId: uuid('poll_id').notNull(),
    position: smallint('position').notNull(),
    startsAt: instant('starts_at').notNull(),
    dropped: boolean('dropped').notNull().default(false),
  },
  { keep: 'region' },
  (t) => [
    primaryKey({ columns: [t.regionId, t.pollId, t.position] }),
    within([t.regionId, t.pollId], [polls.regionId, polls.id]),
  ],
)
