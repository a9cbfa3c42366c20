import { text, unique, uuid } from 'drizzle-orm/pg-core'
import { PLATFORM_NAMES } from '../../domain/workspace/platforms.ts'
import { doneBy, identifier, instant, personal, regionId } from '../engine/columns.ts'
import { table } from '../engine/data-classes.ts'
import { isAccount } from '../engine/selectors.ts'

const REQUEST_STATES = ['open', 'linked', 'declined'] as const

/** An unlinked account in a connected workspace, for the coordinators to match to a member. */
export const accountRequests = table(
  'account_requests',
  {
    regionId: regionId(),
    id: uuid('id').primaryKey().defaultRandom(),
    platform: text('platform', { enum: PLATFORM_NAMES }).notNull(),
    workspace: identifier('workspace').notNull(),
    account: personal('account', { member: 'row' }).notNull(),
    /** As the platform shows it. */
    name: personal('name', { member: 'row' }),
    askedAt: instant('asked_at').notNull(),
    state: text('state', { enum: REQUEST_STATES }).notNull().default('open'),
    settledBy: doneBy('settled_by'),
  },
  { keep: 'region', member: (t, { accounts }) => isAccount(t, accounts) },
  (t) => [unique('account_requests_account').on(t.regionId, t.platform, t.workspace, t.account)],
)
