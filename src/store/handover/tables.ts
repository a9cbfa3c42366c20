import { boolean, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { cases } from '../case/tables.ts'
import { instant, plainDate, regionId, sealed, within } from '../engine/columns.ts'
import { members } from '../region/tables.ts'

/** 引き継ぎシート: why a case is referred and what is expected of the receiver. What was written is sealed. */
export const handoverSheets = pgTable(
  'handover_sheets',
  {
    regionId: regionId(),
    id: uuid('id').primaryKey().defaultRandom(),
    caseId: uuid('case_id').notNull(),
    senderId: text('sender_id').notNull(),
    receiverId: text('receiver_id').notNull(),
    text: sealed('text').notNull(),
    /** The day the person agreed. */
    consentOn: plainDate('consent_on').notNull(),
    /** With the acknowledgement the case becomes the receiver's. */
    assigns: boolean('assigns').notNull(),
    state: text('state', { enum: ['sent', 'acknowledged', 'returned'] })
      .notNull()
      .default('sent'),
    question: sealed('question'),
    sentAt: instant('sent_at').notNull(),
    answeredAt: instant('answered_at'),
  },
  (t) => [
    index('handover_sheets_state').on(t.regionId, t.state),
    within([t.regionId, t.caseId], [cases.regionId, cases.id]),
    within([t.regionId, t.senderId], [members.regionId, members.id]),
    within([t.regionId, t.receiverId], [members.regionId, members.id]),
  ],
)
