import { boolean, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { instant, regionId } from '../columns.ts'

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
