import { bigint, boolean, index, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { PLATFORM_NAMES } from '../../domain/workspace/platforms.ts'
import {
  doneBy,
  identifier,
  instant,
  memberId,
  personal,
  regionId,
  sealed,
  secretHash,
} from '../engine/columns.ts'
import { table } from '../engine/data-classes.ts'
import { isAccount } from '../engine/selectors.ts'

/** Codes that were tried and did not work. They belong to no region: whoever tries may be in none. */
export const connectAttempts = table(
  'connect_attempts',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    platform: text('platform', { enum: PLATFORM_NAMES }).notNull(),
    workspace: identifier('workspace').notNull(),
    account: personal('account', 'workspace').notNull(),
    at: instant('at').notNull(),
  },
  { keep: 'replaced', backup: false },
  (t) => [index('connect_attempts_workspace').on(t.platform, t.workspace, t.at)],
)

/**
 * One-time codes by which an account becomes a member's, and a workspace a region's (`mayConnect`). Kept as hashes
 * only. The hash is unique everywhere: a workspace that is in no region yet is found by it.
 */
export const connectCodes = table(
  'connect_codes',
  {
    regionId: regionId(),
    id: uuid('id').primaryKey().defaultRandom(),
    codeHash: secretHash('code_hash').notNull(),
    memberId: memberId('member_id', {
      erase: 'row',
      export: 'row',
      ends: { with: 'account', by: 'row', while: 'usedAt' },
    }).notNull(),
    mayConnect: boolean('may_connect').notNull(),
    /** Absent: made on the command line. */
    madeBy: doneBy('made_by', { with: 'account', by: 'row', while: 'usedAt' }),
    madeAt: instant('made_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
  },
  { keep: { days: 7, after: 'expiresAt' } },
  (t) => [unique('connect_codes_hash').on(t.codeHash)],
)

/** States of installations that came back, so that each does so once, until they expire. Kept as hashes. */
export const installStates = table(
  'install_states',
  {
    hash: secretHash('hash').primaryKey(),
    expiresAt: instant('expires_at').notNull(),
  },
  { keep: 'replaced' },
)

/**
 * Workspaces that took the app in, with their tokens. Of no region: a workspace arrives unconnected, and which region
 * it belongs to is for `workspaces` to say. Without `tokens` it has left.
 */
export const installations = table(
  'installations',
  {
    platform: text('platform', { enum: PLATFORM_NAMES }).notNull(),
    workspace: identifier('workspace').notNull(),
    tokens: sealed('tokens', {
      key: ['platform', 'workspace'],
      before: 'installation:{platform}:{workspace}',
      of: 'workspace',
    }),
    installedAt: instant('installed_at').notNull(),
    revokedAt: instant('revoked_at'),
  },
  { keep: 'replaced' },
  (t) => [primaryKey({ columns: [t.platform, t.workspace] })],
)

/** Who is in a connected workspace, as the platform listed them last: to be picked for the roster. */
export const workspacePeople = table(
  'workspace_people',
  {
    regionId: regionId(),
    platform: text('platform', { enum: PLATFORM_NAMES }).notNull(),
    workspace: identifier('workspace').notNull(),
    account: personal('account', { member: 'row' }).notNull(),
    name: personal('name', { member: 'row' }).notNull(),
    seenAt: instant('seen_at').notNull(),
  },
  { keep: 'replaced', member: (t, { accounts }) => isAccount(t, accounts) },
  (t) => [primaryKey({ columns: [t.regionId, t.platform, t.workspace, t.account] })],
)

/** One Slack workspace or Discord guild, connected to one region. */
export const workspaces = table(
  'workspaces',
  {
    regionId: regionId(),
    platform: text('platform', { enum: PLATFORM_NAMES }).notNull(),
    workspace: identifier('workspace').notNull(),
    name: personal('name', 'workspace'),
  },
  { keep: 'region' },
  (t) => [primaryKey({ columns: [t.platform, t.workspace] })],
)
