import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { plainDate, regionId, within } from '../columns.ts'
import { cases } from './cases.ts'

/** 休止: a stretch (a long stay in hospital, say) in which no monitoring is due. Open-ended until it is resumed. */
export const suspensions = pgTable(
  'suspensions',
  {
    regionId: regionId(),
    id: uuid('id').primaryKey().defaultRandom(),
    caseId: uuid('case_id').notNull(),
    from: plainDate('from_day').notNull(),
    to: plainDate('to_day'),
    recordedBy: text('recorded_by').notNull(),
  },
  (t) => [
    index('suspensions_case').on(t.regionId, t.caseId),
    within([t.regionId, t.caseId], [cases.regionId, cases.id]),
  ],
)
