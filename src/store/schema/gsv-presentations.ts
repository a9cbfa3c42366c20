import { index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import type { GsvPattern } from '../../domain/gsv/patterns.ts'
import { instant, plainDate, regionId, sealed, within } from '../columns.ts'
import { cases } from './cases.ts'
import { meetings } from './meetings.ts'
import { members } from './members.ts'

/** Somebody who brings a case to a GSV, or cannot: what came of it too. What they wrote is sealed. */
export const gsvPresentations = pgTable(
  'gsv_presentations',
  {
    regionId: regionId(),
    id: uuid('id').primaryKey(),
    meetingId: uuid('meeting_id').notNull(),
    memberId: text('member_id').notNull(),
    /** `offered` by themselves, `accepted` or `declined` when asked by the rota. */
    state: text('state', { enum: ['offered', 'accepted', 'declined'] }).notNull(),
    pattern: text('pattern').$type<GsvPattern>().notNull(),
    caseId: uuid('case_id'),
    /** Why they cannot. */
    reason: sealed('reason'),
    answeredAt: instant('answered_at').notNull(),
    /** Ideas picked and the next action, by when. */
    outcome: sealed('outcome'),
    actBy: plainDate('act_by'),
    outcomeBy: text('outcome_by'),
    outcomeAt: instant('outcome_at'),
    /** What came of it, four weeks later. */
    result: sealed('result'),
    resultAt: instant('result_at'),
  },
  (t) => [
    unique('gsv_presentations_member').on(t.regionId, t.meetingId, t.memberId),
    index('gsv_presentations_result').on(t.regionId, t.outcomeAt),
    within([t.regionId, t.meetingId], [meetings.regionId, meetings.id]),
    within([t.regionId, t.memberId], [members.regionId, members.id]),
    within([t.regionId, t.caseId], [cases.regionId, cases.id]),
  ],
)
