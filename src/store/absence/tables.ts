import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { plainDate, regionId, within } from '../engine/columns.ts'
import { members } from '../region/tables.ts'

/** A member is away, and somebody stands in for them: both days included. */
export const leaves = pgTable(
  'leaves',
  {
    regionId: regionId(),
    id: uuid('id').primaryKey().defaultRandom(),
    memberId: text('member_id').notNull(),
    deputyId: text('deputy_id').notNull(),
    from: plainDate('from_day').notNull(),
    to: plainDate('to_day').notNull(),
  },
  (t) => [
    index('leaves_days').on(t.regionId, t.to),
    within([t.regionId, t.memberId], [members.regionId, members.id]),
    within([t.regionId, t.deputyId], [members.regionId, members.id]),
  ],
)
