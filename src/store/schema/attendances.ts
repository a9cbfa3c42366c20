import { pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { instant, regionId, sealed, within } from '../columns.ts'
import { meetings } from './meetings.ts'

export const ANSWERS = ['coming', 'online', 'absent'] as const
export const PRESENCES = ['present', 'online', 'deputy', 'absent'] as const

/** 出欠: what somebody announced, and who was there in the end. Reasons and names of outside deputies are sealed. */
export const attendances = pgTable(
  'attendances',
  {
    regionId: regionId(),
    id: uuid('id').primaryKey(),
    meetingId: uuid('meeting_id').notNull(),
    memberId: text('member_id').notNull(),
    answer: text('answer', { enum: ANSWERS }),
    deputyId: text('deputy_id'),
    /** The reason of absence, and the deputy's name where they are no member. */
    note: sealed('note'),
    answeredBy: text('answered_by'),
    answeredAt: instant('answered_at'),
    was: text('was', { enum: PRESENCES }),
    recordedBy: text('recorded_by'),
    recordedAt: instant('recorded_at'),
  },
  (t) => [
    unique('attendances_once').on(t.regionId, t.meetingId, t.memberId),
    within([t.regionId, t.meetingId], [meetings.regionId, meetings.id]),
  ],
)
