import { bigint, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { regionId } from '../columns.ts'

/** How far a member has read a conversation of the practice workspace. */
export const practiceReads = pgTable(
  'practice_reads',
  {
    regionId: regionId(),
    memberId: text('member_id').notNull(),
    conversation: text('conversation').notNull(),
    sequence: bigint('sequence', { mode: 'number' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.regionId, t.memberId, t.conversation] })],
)
