import { primaryKey, smallint, text, unique, uuid } from 'drizzle-orm/pg-core'
import { doneBy, instant, memberId, regionId, secretHash } from '../engine/columns.ts'
import { table } from '../engine/data-classes.ts'

/** The address of a private calendar. The token is stored as a hash only: a lost one is replaced. */
export const calendarFeeds = table(
  'calendar_feeds',
  {
    regionId: regionId(),
    id: uuid('id').primaryKey().defaultRandom(),
    owner: text('owner', { enum: ['member', 'body'] }).notNull(),
    ownerId: memberId('owner_id', {
      erase: 'row',
      export: 'row',
      ends: { with: 'account', by: 'row' },
      when: { owner: 'member' },
    }).notNull(),
    tokenHash: secretHash('token_hash').notNull(),
    madeBy: doneBy('made_by', { with: 'person', by: 'row' }).notNull(),
    madeAt: instant('made_at').notNull(),
  },
  { keep: 'region' },
  (t) => [
    unique('calendar_feeds_owner').on(t.regionId, t.owner, t.ownerId),
    unique('calendar_feeds_token').on(t.regionId, t.tokenHash),
  ],
)

/** A fiscal year's calendar that a coordinator confirmed, with the clashes that were left as they are. */
export const calendarYears = table(
  'calendar_years',
  {
    regionId: regionId(),
    year: smallint('year').notNull(),
    keptClashes: smallint('kept_clashes').notNull(),
    confirmedBy: doneBy('confirmed_by').notNull(),
    confirmedAt: instant('confirmed_at').notNull(),
  },
  { keep: 'region' },
  (t) => [primaryKey({ columns: [t.regionId, t.year] })],
)
