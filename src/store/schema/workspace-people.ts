import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant, regionId } from '../columns.ts'

/** Who is in a connected workspace, as the platform listed them last: to be picked for the roster. */
export const workspacePeople = pgTable(
  'workspace_people',
  {
    regionId: regionId(),
    platform: text('platform', { enum: ['slack', 'discord', 'practice'] }).notNull(),
    workspace: text('workspace').notNull(),
    account: text('account').notNull(),
    name: text('name').notNull(),
    seenAt: instant('seen_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.regionId, t.platform, t.workspace, t.account] })],
)
