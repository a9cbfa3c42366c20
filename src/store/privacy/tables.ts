import { index, smallint, uuid } from 'drizzle-orm/pg-core'
import { identifier, instant, memberId, regionId, within } from '../engine/columns.ts'
import { table } from '../engine/data-classes.ts'
import { members } from '../region/tables.ts'

/** Somebody said of what the privacy guard took for names that they are none. Never the words themselves. */
export const guardExceptions = table(
  'guard_exceptions',
  {
    regionId: regionId(),
    id: uuid('id').primaryKey().defaultRandom(),
    at: instant('at').notNull(),
    memberId: memberId('member_id', { erase: 'keep', export: 'row', ends: 'never' }).notNull(),
    /** The command whose form it was. */
    form: identifier('form').notNull(),
    /** What it was written into, where that has an id. */
    subjectKind: identifier('subject_kind'),
    subjectId: identifier('subject_id'),
    places: smallint('places').notNull(),
  },
  { keep: 'region' },
  (t) => [
    index('guard_exceptions_at').on(t.regionId, t.at),
    within([t.regionId, t.memberId], [members.regionId, members.id]),
  ],
)
