import { eq } from 'drizzle-orm'
import { boolean, index, text, uuid } from 'drizzle-orm/pg-core'
import { cases } from '../case/tables.ts'
import { instant, memberId, plainDate, regionId, sealed, within } from '../engine/columns.ts'
import { table } from '../engine/data-classes.ts'
import { members } from '../region/tables.ts'

/** 引き継ぎシート: why a case is referred and what is expected of the receiver. What was written is sealed. */
export const handoverSheets = table(
  'handover_sheets',
  {
    regionId: regionId(),
    id: uuid('id').primaryKey().defaultRandom(),
    caseId: uuid('case_id').notNull(),
    senderId: memberId('sender_id', { erase: 'keep', export: 'row', ends: 'never' }).notNull(),
    receiverId: memberId('receiver_id', { erase: 'keep', export: 'row', ends: 'never' }).notNull(),
    text: sealed('text', { key: ['id'], before: 'handover:{id}', of: { case: 'row' } }).notNull(),
    /** The day the person agreed. */
    consentOn: plainDate('consent_on').notNull(),
    /** With the acknowledgement the case becomes the receiver's. */
    assigns: boolean('assigns').notNull(),
    state: text('state', { enum: ['sent', 'acknowledged', 'returned', 'expired'] })
      .notNull()
      .default('sent'),
    question: sealed('question', { key: ['id'], before: 'handover:{id}', of: { case: 'row' } }),
    sentAt: instant('sent_at').notNull(),
    answeredAt: instant('answered_at'),
  },
  { keep: { texts: 'caseYears' }, case: (t, { id }) => eq(t.caseId, id) },
  (t) => [
    index('handover_sheets_state').on(t.regionId, t.state),
    within([t.regionId, t.caseId], [cases.regionId, cases.id]),
    within([t.regionId, t.senderId], [members.regionId, members.id]),
    within([t.regionId, t.receiverId], [members.regionId, members.id]),
  ],
)
