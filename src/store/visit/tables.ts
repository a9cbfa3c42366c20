import { index, unique, uuid } from 'drizzle-orm/pg-core'
import {
  doneBy,
  identifier,
  instant,
  memberId,
  plainDate,
  regionId,
  sealed,
  within,
} from '../engine/columns.ts'
import { table } from '../engine/data-classes.ts'
import { members, offices } from '../region/tables.ts'

/** モニタリング検証: a visit to an office, and its report to the municipality, sealed. */
export const visits = table(
  'visits',
  {
    regionId: regionId(),
    id: uuid('id').primaryKey().defaultRandom(),
    officeId: identifier('office_id').notNull(),
    visitorId: memberId('visitor_id', { erase: 'keep', export: 'row', ends: 'never' }).notNull(),
    plannedOn: plainDate('planned_on').notNull(),
    doneOn: plainDate('done_on'),
    report: sealed('report', { key: ['id'], before: 'visit:{id}', of: 'office' }),
    reportedBy: doneBy('reported_by'),
    reportedAt: instant('reported_at'),
  },
  { keep: 'region' },
  (t) => [
    unique('visits_day').on(t.regionId, t.officeId, t.plannedOn),
    index('visits_planned').on(t.regionId, t.plannedOn),
    within([t.regionId, t.officeId], [offices.regionId, offices.id]),
    within([t.regionId, t.visitorId], [members.regionId, members.id]),
  ],
)
