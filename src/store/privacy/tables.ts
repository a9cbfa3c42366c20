import { index, pgTable, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { instant, regionId, within } from '../engine/columns.ts'
import { members } from '../region/tables.ts'

/** Somebody said of what the privacy guard took for names that they are none. Never the words themselves. */
export const guardExceptions = pgTable(
  'guard_exceptions',
  {
    regionId: regionId(),
    id: uuid('id').primaryKey().defaultRandom(),
    at: instant('at').notNull(),
    memberId: text('member_id').notNull(),
    /** The command whose form it was. */
    form: text('form').notNull(),
    /** What it was written into, where that has an id. */
    subjectKind: text('subject_kind'),
    subjectId: text('subject_id'),
    places: smallint('places').notNull(),
  },
  (t) => [
    index('guard_exceptions_at').on(t.regionId, t.at),
    within([t.regionId, t.memberId], [members.regionId, members.id]),
  ],
)
