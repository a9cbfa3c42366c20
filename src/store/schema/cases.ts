import { index, pgTable, smallint, text, unique, uuid } from 'drizzle-orm/pg-core'
import { instant, plainDate, regionId, within } from '../columns.ts'
import { members } from './members.ts'
import { offices } from './offices.ts'

/** One user's support, known by its code only. */
export const cases = pgTable(
  'cases',
  {
    regionId: regionId(),
    id: uuid('id').primaryKey().defaultRandom(),
    code: text('code').notNull(),
    officeId: text('office_id').notNull(),
    memberId: text('member_id').notNull(),
    municipalityId: text('municipality_id'),
    needLevel: smallint('need_level'),
    closedOn: plainDate('closed_on'),
    registeredAt: instant('registered_at').notNull(),
  },
  (t) => [
    unique('cases_code').on(t.regionId, t.code),
    unique('cases_in_region').on(t.regionId, t.id),
    index('cases_member').on(t.regionId, t.memberId),
    within([t.regionId, t.officeId], [offices.regionId, offices.id]),
    within([t.regionId, t.memberId], [members.regionId, members.id]),
  ],
)
