import { primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { PLATFORM_NAMES } from '../../domain/workspace/platforms.ts'
import { doneBy, identifier, instant, memberId, personal, regionId, within } from '../engine/columns.ts'
import { table } from '../engine/data-classes.ts'
import { isAccount } from '../engine/selectors.ts'
import { bodies, members } from '../region/tables.ts'

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

/** 守秘義務の確認: a member confirmed the duty of secrecy for a body that they sit on (障害者総合支援法 89条の3第5項). */
export const pledges = table(
  'pledges',
  {
    regionId: regionId(),
    bodyId: identifier('body_id').notNull(),
    memberId: memberId('member_id', { erase: 'row', export: 'row', ends: 'never' }).notNull(),
    at: instant('at').notNull(),
  },
  { keep: 'region' },
  (t) => [
    primaryKey({ columns: [t.regionId, t.bodyId, t.memberId] }),
    within([t.regionId, t.bodyId], [bodies.regionId, bodies.id]),
    within([t.regionId, t.memberId], [members.regionId, members.id]),
  ],
)
