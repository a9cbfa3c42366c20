import { eq, sql } from 'drizzle-orm'
import { index, smallint, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { cases } from '../case/tables.ts'
import { doneBy, instant, plainDate, plainMonth, regionId, sealed, within } from '../engine/columns.ts'
import { table } from '../engine/data-classes.ts'
import { plans } from '../plan/tables.ts'

/** モニタリング期間の変更の提案: the municipality decides, because it fixes each person's interval (施行規則 第6条の16). */
export const intervalProposals = table(
  'interval_proposals',
  {
    regionId: regionId(),
    id: uuid('id').primaryKey().defaultRandom(),
    caseId: uuid('case_id').notNull(),
    planId: uuid('plan_id').notNull(),
    intervalMonths: smallint('interval_months').notNull(),
    from: plainMonth('from_month').notNull(),
    reason: sealed('reason', {
      key: ['id'],
      before: 'interval-proposal:{id}',
      of: { case: { text: '' } },
    }).notNull(),
    proposedBy: doneBy('proposed_by').notNull(),
    proposedAt: instant('proposed_at').notNull(),
    decision: text('decision', { enum: ['accepted', 'declined'] }),
    decidedBy: doneBy('decided_by'),
    decidedAt: instant('decided_at'),
  },
  { keep: { texts: 'caseYears' }, case: (t, { id }) => eq(t.caseId, id) },
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
export const monitorings = table(
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
    reason: sealed('reason', { key: ['id'], before: 'monitoring:{id}', of: { case: 'null' } }),
    recordedBy: doneBy('recorded_by'),
    recordedAt: instant('recorded_at'),
  },
  { keep: { texts: 'caseYears' }, case: (t, { id }) => eq(t.caseId, id) },
  (t) => [
    unique('monitorings_month').on(t.regionId, t.caseId, t.dueMonth),
    index('monitorings_open').on(t.regionId, t.dueMonth).where(sql`done_on is null`),
    within([t.regionId, t.caseId], [cases.regionId, cases.id]),
    within([t.regionId, t.planId], [plans.regionId, plans.id]),
  ],
)
