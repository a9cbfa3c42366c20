import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant, plainDate, regionId, sealed, within } from '../columns.ts'
import { followUps } from './follow-ups.ts'

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
