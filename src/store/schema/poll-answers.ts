import { jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { Marks } from '../../domain/poll/choose-day.ts'
import { instant, regionId, sealed, within } from '../columns.ts'
import { polls } from './polls.ts'

/** One member's answer: a mark a day. What they wrote beside it is sealed. */
export const pollAnswers = pgTable(
  'poll_answers',
  {
    regionId: regionId(),
    pollId: uuid('poll_id').notNull(),
    memberId: text('member_id').notNull(),
    marks: jsonb('marks').$type<Marks>().notNull(),
    comment: sealed('comment'),
    answeredAt: instant('answered_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.regionId, t.pollId, t.memberId] }),
    within([t.regionId, t.pollId], [polls.regionId, polls.id]),
  ],
)
