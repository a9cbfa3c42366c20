import { sql } from 'drizzle-orm'
import { pgTable, smallint, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { instant, plainMonth, regionId, sealed, within } from '../columns.ts'
import { cases } from './cases.ts'
import { plans } from './plans.ts'

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
