import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant, sealed } from '../columns.ts'

/**
 * Workspaces that took the app in, with their tokens. Of no region: a workspace arrives unconnected, and which region
 * it belongs to is for `workspaces` to say. Without `tokens` it has left.
 */
export const installations = pgTable(
  'installations',
  {
    platform: text('platform', { enum: ['slack'] }).notNull(),
    workspace: text('workspace').notNull(),
    tokens: sealed('tokens'),
    installedAt: instant('installed_at').notNull(),
    revokedAt: instant('revoked_at'),
  },
  (t) => [primaryKey({ columns: [t.platform, t.workspace] })],
)
