import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { regionId } from '../columns.ts'

/** One Slack workspace or Discord guild, connected to one region. */
export const workspaces = pgTable(
  'workspaces',
  {
    regionId: regionId(),
    platform: text('platform', { enum: ['slack', 'discord', 'practice'] }).notNull(),
    workspace: text('workspace').notNull(),
    name: text('name'),
  },
  (t) => [primaryKey({ columns: [t.platform, t.workspace] })],
)
