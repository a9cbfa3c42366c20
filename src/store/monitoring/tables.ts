import { sql } from 'drizzle-orm'
import { index, pgTable, smallint, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { cases } from '../case/tables.ts'
import { instant, plainDate, plainMonth, regionId, sealed, within } from '../engine/columns.ts'
import { plans } from '../plan/tables.ts'

/** モニタリング期間の変更の提案: the municipality decides, because it fixes each person's interval (施行規則 第6条の16). */
export const intervalProposals = pgTable(
  'interval_proposals',
  {
    regionId: regionId(),
    id: uuid('id').primaryKey().defaultRandom(),
    caseId: uuid('case_id').notNull(),
    planId: uuid('plan_id').notNull(),
    intervalMonths: smallint('interval_months').notNull(),
    from: plainMonth('from_month').notNull(),
    reason: sealed('reason').notNull(),
    proposedBy: text('proposed_by').notNull(),
    proposedAt: instant('proposed_at').notNull(),
    decision: text('decision', { enum: ['accepted', 'declined'] }),
    decidedBy: text('decided_by'),
    decidedAt: instant('decided_at'),
  },
  (t) => [
    uniqueIndex('interval_proposals_open').on(t.regionId, t.caseId).where(sql`decision is null`),
    within([t.regionId, t.caseId], [cases.regionId, cases.id]),
    within([t.regionId, t.planId], [plans.regionId, plans.id]),
  ],
)

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
