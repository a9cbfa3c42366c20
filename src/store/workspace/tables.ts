import { bigint, boolean, index, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { instant, regionId, sealed } from '../engine/columns.ts'

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

/**
 * One-time codes by which an account becomes a member's, and a workspace a region's (`mayConnect`). Kept as hashes
 * only. The hash is unique everywhere: a workspace that is in no region yet is found by it.
 */
export const connectCodes = pgTable(
  'connect_codes',
  {
    regionId: regionId(),
    id: uuid('id').primaryKey().defaultRandom(),
    codeHash: text('code_hash').notNull(),
    memberId: text('member_id').notNull(),
    mayConnect: boolean('may_connect').notNull(),
    /** Absent: made on the command line. */
    madeBy: text('made_by'),
    madeAt: instant('made_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
  },
  (t) => [unique('connect_codes_hash').on(t.codeHash)],
)

/** Installations that were begun in somebody's browser and may still come back, each once. Kept as hashes. */
export const installStates = pgTable('install_states', {
  hash: text('hash').primaryKey(),
  expiresAt: instant('expires_at').notNull(),
})

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
