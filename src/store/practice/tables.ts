import { eq } from 'drizzle-orm'
import { bigint, boolean, index, primaryKey, unique, uuid } from 'drizzle-orm/pg-core'
import { identifier, instant, memberId, personal, regionId, sealed } from '../engine/columns.ts'
import { table } from '../engine/data-classes.ts'

/** How far the practice workspace's clock was advanced, as an ISO duration: it goes on there after a restart. */
export const practiceClock = table(
  'practice_clock',
  {
    regionId: identifier('region_id').primaryKey(),
    ahead: identifier('ahead').notNull(),
  },
  { keep: 'region' },
)

/** Messages of the practice workspace, the one platform whose server is ours. */
export const practiceMessages = table(
  'practice_messages',
  {
    regionId: regionId(),
    id: uuid('id').primaryKey(),
    /** `channel:BODY` or `direct:MEMBER`. */
    conversation: personal('conversation', { member: 'row' }).notNull(),
    /** Absent: the bot. */
    authorId: memberId('author_id', { erase: 'row', export: 'row', ends: 'never' }),
    threadOf: uuid('thread_of'),
    /** A card or a person's words, as JSON. */
    content: sealed('content', { key: ['id'], before: 'practice:{id}', of: { member: 'row' } }).notNull(),
    key: identifier('key'),
    postedAt: instant('posted_at').notNull(),
    /** Place in the order of writing; never changes. */
    sequence: bigint('sequence', { mode: 'number' }).notNull(),
    /** Grows with every change in the region, so that a page can ask what is new since it last looked. */
    changeNumber: bigint('change_number', { mode: 'number' }).notNull(),
    pinned: boolean('pinned').notNull().default(false),
  },
  { keep: { days: 400, after: 'postedAt' }, member: (t, { id }) => eq(t.conversation, `direct:${id}`) },
  (t) => [
    unique('practice_messages_key').on(t.regionId, t.key),
    index('practice_messages_conversation').on(t.regionId, t.conversation, t.sequence),
    index('practice_messages_changes').on(t.regionId, t.changeNumber),
  ],
)

/** How far a member has read a conversation of the practice workspace. */
export const practiceReads = table(
  'practice_reads',
  {
    regionId: regionId(),
    memberId: memberId('member_id', { erase: 'row', export: 'row', ends: 'never' }).notNull(),
    conversation: identifier('conversation').notNull(),
    sequence: bigint('sequence', { mode: 'number' }).notNull(),
  },
  { keep: 'region' },
  (t) => [primaryKey({ columns: [t.regionId, t.memberId, t.conversation] })],
)
