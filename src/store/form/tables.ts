import { eq, type SQL, sql } from 'drizzle-orm'
import { index, type PgColumn, primaryKey } from 'drizzle-orm/pg-core'
import { identifier, instant, memberId, regionId, sealed } from '../engine/columns.ts'
import { table } from '../engine/data-classes.ts'

/** Whether a draft, named by its command and what that was opened for, is of a case. */
const isDraftOf = (form: PgColumn, code: string): SQL =>
  sql`position(${`&${new URLSearchParams({ case: code })}&`} in '&' || split_part(${form}, '?', 2) || '&') > 0`

/** An unsent form. `form`: the command and the subject it was opened for. */
export const formDrafts = table(
  'form_drafts',
  {
    regionId: regionId(),
    memberId: memberId('member_id', {
      erase: 'row',
      export: 'row',
      ends: { with: 'person', by: 'row' },
    }).notNull(),
    form: identifier('form').notNull(),
    text: sealed('text', {
      key: ['memberId', 'form'],
      before: 'form-draft:{memberId}:{form}',
      of: { case: 'row', member: 'row' },
    }).notNull(),
    keptAt: instant('kept_at').notNull(),
  },
  {
    keep: { days: 31, after: 'keptAt' },
    case: (t, { code }) => isDraftOf(t.form, code),
    member: (t, { id }) => eq(t.memberId, id),
  },
  (t) => [
    primaryKey({ columns: [t.regionId, t.memberId, t.form] }),
    index('form_drafts_kept').on(t.regionId, t.keptAt),
  ],
)
