import { index, pgTable, smallint, text, unique, uuid } from 'drizzle-orm/pg-core'
import { cases } from '../case/tables.ts'
import { instant, plainDate, regionId, sealed, within } from '../engine/columns.ts'
import { meetings } from '../meeting/tables.ts'
import { members } from '../region/tables.ts'
import { summaries } from '../summary/tables.ts'

/** 宿題: who does what by when, asked for until it is done or dropped. What was written is sealed. */
export const followUps = pgTable(
  'follow_ups',
  {
    regionId: regionId(),
    id: uuid('id').primaryKey().defaultRandom(),
    memberId: text('member_id').notNull(),
    dueOn: plainDate('due_on').notNull(),
    what: sealed('what').notNull(),
    state: text('state', { enum: ['open', 'done', 'dropped'] })
      .notNull()
      .default('open'),
    /** What came of it, or why it was dropped. */
    reason: sealed('reason'),
    /** Where it was given: it comes back on the agendas of that meeting's series. */
    meetingId: uuid('meeting_id'),
    summaryId: uuid('summary_id').references(() => summaries.id),
    caseId: uuid('case_id'),
    openedBy: text('opened_by').notNull(),
    openedAt: instant('opened_at').notNull(),
    /** Who gave it to its present member, and when: that member is told. */
    givenBy: text('given_by').notNull(),
    givenAt: instant('given_at').notNull(),
    extended: smallint('extended').notNull().default(0),
    closedBy: text('closed_by'),
    closedAt: instant('closed_at'),
  },
  (t) => [
    unique('follow_ups_in_region').on(t.regionId, t.id),
    index('follow_ups_state').on(t.regionId, t.state, t.memberId),
    within([t.regionId, t.memberId], [members.regionId, members.id]),
    within([t.regionId, t.meetingId], [meetings.regionId, meetings.id]),
    within([t.regionId, t.caseId], [cases.regionId, cases.id]),
  ],
)

/** What a follow-up was before it got another day or another member. */
export const followUpChanges = pgTable(
  'follow_up_changes',
  {
    regionId: regionId(),
    id: uuid('id').primaryKey().defaultRandom(),
    followUpId: uuid('follow_up_id').notNull(),
    changedAt: instant('changed_at').notNull(),
    changedBy: text('changed_by').notNull(),
    dueOn: plainDate('due_on').notNull(),
    memberId: text('member_id').notNull(),
    reason: sealed('reason'),
  },
  (t) => [
    index('follow_up_changes_of').on(t.regionId, t.followUpId),
    within([t.regionId, t.followUpId], [followUps.regionId, followUps.id]),
  ],
)
