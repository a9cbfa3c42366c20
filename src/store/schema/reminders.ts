import { sql } from 'drizzle-orm'
import { index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { instant, regionId } from '../columns.ts'

/** Something the bot must do or say at an instant. `key` names its purpose, so that one purpose exists once. */
export const reminders = pgTable(
  'reminders',
  {
    regionId: regionId(),
    id: uuid('id').primaryKey().defaultRandom(),
    kind: text('kind').notNull(),
    /** What it is about: a meeting's id, a date. The kind knows how to read it. */
    subject: text('subject').notNull(),
    key: text('key').notNull(),
    dueAt: instant('due_at').notNull(),
    settledAt: instant('settled_at'),
    /** How it ended: `done`, or why there was nothing to do. */
    result: text('result'),
  },
  (t) => [
    unique('reminders_key').on(t.regionId, t.key),
    index('reminders_due').on(t.dueAt).where(sql`settled_at is null`),
  ],
)
