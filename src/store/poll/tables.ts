import { boolean, index, jsonb, pgTable, primaryKey, smallint, text, unique, uuid } from 'drizzle-orm/pg-core'
import type { Marks } from '../../domain/poll/choose-day.ts'
import { instant, plainDate, regionId, sealed, within } from '../engine/columns.ts'
import { bodies } from '../region/tables.ts'

/** 日程調整: which day a body meets, asked of everybody on its roster. */
export const polls = pgTable(
  'polls',
  {
    regionId: regionId(),
    id: uuid('id').primaryKey().defaultRandom(),
    title: text('title').notNull(),
    bodyId: text('body_id').notNull(),
    organiserId: text('organiser_id').notNull(),
    durationMinutes: smallint('duration_minutes').notNull(),
    /** Members without whom it makes no sense. */
    required: jsonb('required').$type<string[]>().notNull(),
    deadline: plainDate('deadline').notNull(),
    decidesItself: boolean('decides_itself').notNull(),
    /** A draft is its organiser's alone. */
    state: text('state', { enum: ['draft', 'open', 'decided', 'withdrawn'] })
      .notNull()
      .default('draft'),
    /** Position of the day, who took it (nobody where it decided by itself), and the meeting it became. */
    decidedDay: smallint('decided_day'),
    decidedBy: text('decided_by'),
    meetingId: uuid('meeting_id'),
    createdAt: instant('created_at').notNull(),
    endedAt: instant('ended_at'),
  },
  (t) => [
    unique('polls_in_region').on(t.regionId, t.id),
    index('polls_state').on(t.regionId, t.state),
    within([t.regionId, t.bodyId], [bodies.regionId, bodies.id]),
  ],
)

/** One member's answer: a mark a day. What they wrote beside it is sealed. */
export const pollAnswers = pgTable(
  'poll_answers',
  {
    regionId: regionId(),
    pollId: uuid('poll_id').notNull(),
    memberId: text('member_id').notNull(),
    marks: jsonb('marks').$type<Marks>().notNull(),
    comment: sealed('comment'),
    answeredAt: instant('answered_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.regionId, t.pollId, t.memberId] }),
    within([t.regionId, t.pollId], [polls.regionId, polls.id]),
  ],
)

/** A day that a poll offers; the organiser may take it out. */
export const pollDays = pgTable(
  'poll_days',
  {
    regionId: regionId(),
    pollId: uuid('poll_id').notNull(),
    position: smallint('position').notNull(),
    startsAt: instant('starts_at').notNull(),
    dropped: boolean('dropped').notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.regionId, t.pollId, t.position] }),
    within([t.regionId, t.pollId], [polls.regionId, polls.id]),
  ],
)
