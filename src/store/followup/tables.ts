import { eq } from 'drizzle-orm'
import { index, smallint, text, unique, uuid } from 'drizzle-orm/pg-core'
import { cases } from '../case/tables.ts'
import { doneBy, instant, memberId, plainDate, regionId, sealed, within } from '../engine/columns.ts'
import { table } from '../engine/data-classes.ts'
import { ofCase } from '../engine/selectors.ts'
import { meetings } from '../meeting/tables.ts'
import { members } from '../region/tables.ts'
import { summaries } from '../summary/tables.ts'

/** 宿題: who does what by when, asked for until it is done or dropped. What was written is sealed. */
export const followUps = table(
  'follow_ups',
  {
    regionId: regionId(),
    id: uuid('id').primaryKey().defaultRandom(),
    memberId: memberId('member_id', { erase: 'keep', export: 'row', ends: 'never' }).notNull(),
    dueOn: plainDate('due_on').notNull(),
    what: sealed('what', { key: ['id'], before: 'follow-up:{id}', of: { case: { text: '' } } }).notNull(),
    state: text('state', { enum: ['open', 'done', 'dropped'] })
      .notNull()
      .default('open'),
    /** What came of it, or why it was dropped. */
    reason: sealed('reason', { key: ['id'], before: 'follow-up:{id}', of: { case: 'null' } }),
    /** Where it was given: it comes back on the agendas of that meeting's body. */
    meetingId: uuid('meeting_id'),
    summaryId: uuid('summary_id'),
    caseId: uuid('case_id'),
    openedBy: doneBy('opened_by').notNull(),
    openedAt: instant('opened_at').notNull(),
    /** Who gave it to its present member, and when: that member is told. */
    givenBy: doneBy('given_by').notNull(),
    givenAt: instant('given_at').notNull(),
    extended: smallint('extended').notNull().default(0),
    closedBy: doneBy('closed_by'),
    closedAt: instant('closed_at'),
  },
  { keep: { texts: 'caseYears' }, case: (t, { id }) => eq(t.caseId, id) },
  (t) => [
    unique('follow_ups_in_region').on(t.regionId, t.id),
    index('follow_ups_state').on(t.regionId, t.state, t.memberId),
    within([t.regionId, t.memberId], [members.regionId, members.id]),
    within([t.regionId, t.meetingId], [meetings.regionId, meetings.id]),
    within([t.regionId, t.summaryId], [summaries.regionId, summaries.id]),
    within([t.regionId, t.caseId], [cases.regionId, cases.id]),
  ],
)

/** What a follow-up was before it got another day or another member. */
export const followUpChanges = table(
  'follow_up_changes',
  {
    regionId: regionId(),
    id: uuid('id').primaryKey().defaultRandom(),
    followUpId: uuid('follow_up_id').notNull(),
    changedAt: instant('changed_at').notNull(),
    changedBy: doneBy('changed_by').notNull(),
    dueOn: plainDate('due_on').notNull(),
    memberId: memberId('member_id', { erase: 'keep', export: 'row', ends: 'never' }).notNull(),
    reason: sealed('reason', { key: ['id'], before: 'follow-up:{followUpId}', of: { case: 'null' } }),
  },
  { keep: { texts: 'caseYears' }, case: (t, { id }) => ofCase(t.followUpId, 'follow_ups', id) },
  (t) => [
    index('follow_up_changes_of').on(t.regionId, t.followUpId),
    within([t.regionId, t.followUpId], [followUps.regionId, followUps.id]),
  ],
)
