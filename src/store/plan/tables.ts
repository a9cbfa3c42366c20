import { boolean, index, smallint, text, unique, uuid } from 'drizzle-orm/pg-core'
import { cases } from '../case/tables.ts'
import { instant, json, plainDate, regionId, within } from '../engine/columns.ts'
import { table } from '../engine/data-classes.ts'

/** A monitoring line as the database keeps it: months as `YYYY-MM`. */
export type StoredLine = { everyMonths: number; first: string; last: string } | { months: string[] }

/** サービス等利用計画. A case's current plan is the one with the latest `valid_from`. */
export const plans = table(
  'plans',
  {
    regionId: regionId(),
    id: uuid('id').primaryKey().defaultRandom(),
    caseId: uuid('case_id').notNull(),
    kind: text('kind', { enum: ['new', 'change', 'renewal'] }).notNull(),
    validFrom: plainDate('valid_from').notNull(),
    validTo: plainDate('valid_to').notNull(),
    intervalMonths: smallint('interval_months'),
    lines: json<StoredLine[]>('lines', 'identifier').notNull(),
    /** Due months were computed, not read from the certificate: a person has yet to confirm them. */
    proposed: boolean('proposed').notNull(),
    registeredAt: instant('registered_at').notNull(),
  },
  { keep: 'region' },
  (t) => [
    unique('plans_of_case').on(t.regionId, t.caseId, t.validFrom),
    unique('plans_in_region').on(t.regionId, t.id),
    index('plans_valid_to').on(t.regionId, t.validTo),
    within([t.regionId, t.caseId], [cases.regionId, cases.id]),
  ],
)
