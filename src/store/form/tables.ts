import { index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant, regionId, sealed } from '../engine/columns.ts'

/** What somebody typed into a form and has not sent. `form` names the command with what it was opened for. */
export const formDrafts = pgTable(
  'form_drafts',
  {
    regionId: regionId(),
    memberId: text('member_id').notNull(),
    form: text('form').notNull(),
    text: sealed('text').notNull(),
    keptAt: instant('kept_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.regionId, t.memberId, t.form] }),
    index('form_drafts_kept').on(t.regionId, t.keptAt),
  ],
)
