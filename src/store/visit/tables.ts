import { index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { instant, plainDate, regionId, sealed, within } from '../engine/columns.ts'
import { members, offices } from '../region/tables.ts'

/** モニタリング検証: a visit to an office, and its report to the municipality, sealed. */
export const visits = pgTable(
  'visits',
  {
    regionId: regionId(),
    id: uuid('id').primaryKey().defaultRandom(),
    officeId: text('office_id').notNull(),
    visitorId: text('visitor_id').notNull(),
    plannedOn: plainDate('planned_on').notNull(),
    doneOn: plainDate('done_on'),
    report: sealed('report'),
    reportedBy: text('reported_by'),
    reportedAt: instant('reported_at'),
  },
  (t) => [
    unique('visits_day').on(t.regionId, t.officeId, t.plannedOn),
    index('visits_planned').on(t.regionId, t.plannedOn),
    within([t.regionId, t.officeId], [offices.regionId, offices.id]),
    within([t.regionId, t.visitorId], [members.regionId, members.id]),
  ],
)
