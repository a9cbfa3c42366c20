import { bigint, boolean, index, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { instant, regionId, sealed } from '../engine/columns.ts'

/** How far the practice workspace's clock was advanced, as an ISO duration: it goes on there after a restart. */
export const practiceClock = pgTable('practice_clock', {
  regionId: text('region_id').primaryKey(),
  ahead: text('ahead').notNull(),
})

/** Messages of the practice workspace, the one platform whose server is ours. */
export const practiceMessages = pgTable(
  'practice_messages',
  {
    regionId: regionId(),
    id: uuid('id').primaryKey(),
    /** `channel:BODY` or `direct:MEMBER`. */
    conversation: text('conversation').notNull(),
    /** Absent: the bot. */
    authorId: text('author_id'),
    threadOf: uuid('thread_of'),
    /** A card or a person's words, as JSON. */
    content: sealed('content').notNull(),
    key: text('key'),
    postedAt: instant('posted_at').notNull(),
    /** Place in the order of writing; never changes. */
    sequence: bigint('sequence', { mode: 'number' }).notNull(),
    /** Grows with every change in the region, so that a page can ask what is new since it last looked. */
    changeNumber: bigint('change_number', { mode: 'number' }).notNull(),
    pinned: boolean('pinned').notNull().default(false),
  },
  (t) => [
    unique('practice_messages_key').on(t.regionId, t.key),
    index('practice_messages_conversation').on(t.regionId, t.conversation, t.sequence),
    index('practice_messages_changes').on(t.regionId, t.changeNumber),
  ],
)

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
