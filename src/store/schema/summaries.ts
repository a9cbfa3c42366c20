import { index, pgTable, smallint, text, unique, uuid } from 'drizzle-orm/pg-core'
import { instant, regionId, sealed, within } from '../columns.ts'
import { cases } from './cases.ts'
import { meetings } from './meetings.ts'
import { plans } from './plans.ts'

/** ケース概要: what the person in charge submits for an agenda section. Its text is sealed. */
export const summaries = pgTable(
  'summaries',
  {
    regionId: regionId(),
    id: uuid('id').primaryKey(),
    caseId: uuid('case_id').notNull(),
    planId: uuid('plan_id').notNull(),
    section: text('section', { enum: ['plan_review'] }).notNull(),
    meetingId: uuid('meeting_id').notNull(),
    presenterId: text('presenter_id').notNull(),
    version: smallint('version').notNull(),
    text: sealed('text').notNull(),
    carriedOver: smallint('carried_over').notNull().default(0),
    submittedAt: instant('submitted_at').notNull(),
    editedAt: instant('edited_at').notNull(),
  },
  (t) => [
    unique('summaries_of_plan').on(t.regionId, t.planId, t.section),
    index('summaries_meeting').on(t.regionId, t.meetingId),
    within([t.regionId, t.caseId], [cases.regionId, cases.id]),
    within([t.regionId, t.planId], [plans.regionId, plans.id]),
    within([t.regionId, t.meetingId], [meetings.regionId, meetings.id]),
  ],
)
