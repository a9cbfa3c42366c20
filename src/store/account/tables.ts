import { pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { instant, regionId } from '../engine/columns.ts'

const REQUEST_STATES = ['open', 'linked', 'declined'] as const

/** Somebody in a connected workspace whom nobody knows yet, for the coordinators to name. */
export const accountRequests = pgTable(
  'account_requests',
  {
    regionId: regionId(),
    id: uuid('id').primaryKey().defaultRandom(),
    platform: text('platform', { enum: ['slack', 'discord', 'practice'] }).notNull(),
    workspace: text('workspace').notNull(),
    account: text('account').notNull(),
    /** As the platform shows it. */
    name: text('name'),
    askedAt: instant('asked_at').notNull(),
    state: text('state', { enum: REQUEST_STATES }).notNull().default('open'),
    settledBy: text('settled_by'),
  },
  (t) => [unique('account_requests_account').on(t.regionId, t.platform, t.workspace, t.account)],
)
