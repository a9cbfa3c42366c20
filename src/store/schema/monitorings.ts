import { sql } from 'drizzle-orm'
import { index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { instant, plainDate, plainMonth, regionId, sealed, within } from '../columns.ts'
import { cases } from './cases.ts'
import { plans } from './plans.ts'

export const OUTCOMES = [
  'as_planned',
  'plan_change_needed',
  'interval_change_needed',
  'could_not_meet',
] as const

/** One due month of a plan. Open until somebody records what came of it. */
export const monitorings = pgTable(
  'monitorings',
  {
    regionId: regionId(),
    id: uuid('id').primaryKey().defaultRandom(),
    caseId: uuid('case_id').notNull(),
    planId: uuid('plan_id').notNull(),
    dueMonth: plainMonth('due_month').notNull(),
    doneOn: plainDate('done_on'),
    outcome: text('outcome', { enum: OUTCOMES }),
    /** Why, where they could not meet. */
    reason: sealed('reason'),
    recordedBy: text('recorded_by'),
    recordedAt: instant('recorded_at'),
  },
  (t) => [
    unique('monitorings_month').on(t.regionId, t.caseId, t.dueMonth),
    index('monitorings_open').on(t.regionId, t.dueMonth).where(sql`done_on is null`),
    within([t.regionId, t.caseId], [cases.regionId, cases.id]),
    within([t.regionId, t.planId], [plans.regionId, plans.id]),
  ],
)
