import { index, uuid } from 'drizzle-orm/pg-core'
import { memberId, plainDate, regionId, within } from '../engine/columns.ts'
import { table } from '../engine/data-classes.ts'
import { members } from '../region/tables.ts'

/**
 * A member is away, and somebody stands in for them: both days included. In SQL the table keeps the name of earlier
 * versions, `leaves`: they may run beside this one, and a renamed table would be gone for them.
 */
export const absences = table(
  'leaves',
  {
    regionId: regionId(),
    id: uuid('id').primaryKey().defaultRandom(),
    memberId: memberId('member_id', { erase: 'row', export: 'row', ends: 'never' }).notNull(),
    deputyId: memberId('deputy_id', { erase: 'keep', export: 'row', ends: 'never' }).notNull(),
    from: plainDate('from_day').notNull(),
    to: plainDate('to_day').notNull(),
  },
  { keep: 'region' },
  (t) => [
    index('leaves_days').on(t.regionId, t.to),
    within([t.regionId, t.memberId], [members.regionId, members.id]),
    within([t.regionId, t.deputyId], [members.regionId, members.id]),
  ],
)
