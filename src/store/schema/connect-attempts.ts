import { bigint, index, pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from '../columns.ts'

/** Codes that were tried and did not work. They belong to no region: whoever tries may be in none. */
export const connectAttempts = pgTable(
  'connect_attempts',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    platform: text('platform', { enum: ['slack', 'discord', 'practice'] }).notNull(),
    workspace: text('workspace').notNull(),
    account: text('account').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [index('connect_attempts_workspace').on(t.platform, t.workspace, t.at)],
)
