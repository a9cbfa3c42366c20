import { sql } from 'drizzle-orm'
import { index, integer, jsonb, pgTable, primaryKey, smallint, text, unique, uuid } from 'drizzle-orm/pg-core'
import { instant, regionId } from '../engine/columns.ts'

export const DELIVERY_STATES = ['waiting', 'sending', 'sent', 'skipped'] as const

/** How many reminders of each kind a message holds: for the ledger, the reports and `simulate`. */
export type Told = { monitoring: number; summary: number; meeting: number; followUp: number; renewal: number }

/** The outbox: one message to one place, sent once. `key` is its purpose and its place. */
export const deliveries = pgTable(
  'deliveries',
  {
    regionId: regionId(),
    id: uuid('id').primaryKey().defaultRandom(),
    key: text('key').notNull(),
    kind: text('kind').notNull(),
    /** What it is about: ids only. The card is made from the store at the moment of sending. */
    subject: text('subject').notNull(),
    /** The member it is for, where it is a direct message. */
    readerId: text('reader_id'),
    platform: text('platform', { enum: ['slack', 'discord', 'practice'] }).notNull(),
    workspace: text('workspace').notNull(),
    channel: text('channel'),
    account: text('account'),
    /** When it was to be said. */
    plannedFor: instant('planned_for').notNull(),
    /** Planned for when the offices are closed: when they open. */
    putOffTo: instant('put_off_to'),
    /** When the sweep looks at it next; while it is being sent, when its sender counts as lost. */
    dueAt: instant('due_at').notNull(),
    state: text('state', { enum: DELIVERY_STATES }).notNull().default('waiting'),
    attempts: smallint('attempts').notNull().default(0),
    /** Attempts that failed: each makes the next wait longer. Waiting for a platform's limits is no failure. */
    failures: smallint('failures').notNull().default(0),
    firstTriedAt: instant('first_tried_at'),
    sentAt: instant('sent_at'),
    skippedAt: instant('skipped_at'),
    sentChannel: text('sent_channel'),
    sentMessage: text('sent_message'),
    /** Why it was skipped, or what stood in the way last. */
    reason: text('reason'),
    told: jsonb('told').$type<Told>(),
  },
  (t) => [
    unique('deliveries_key').on(t.regionId, t.key),
    index('deliveries_due').on(t.dueAt).where(sql`state in ('waiting', 'sending')`),
    // A region's own, whatever waits elsewhere: each job takes some of one region.
    index('deliveries_due_in_region').on(t.regionId, t.dueAt).where(sql`state in ('waiting', 'sending')`),
    // What was to be said lately, out or not: the morning's coverage, and what failed.
    index('deliveries_planned').on(t.regionId, t.plannedFor),
  ],
)

/**
 * How much of a platform's limits is used up: `taken` of `most` (and for what is urgent `spare` more) until `opensAt`.
 * Of no region, for a bot's limit is shared by all. What is here counts for seconds: lost, it costs a 429.
 */
export const paces = pgTable('paces', {
  lane: text('lane').primaryKey(),
  opensAt: instant('opens_at').notNull(),
  taken: integer('taken').notNull(),
  most: integer('most').notNull(),
  spare: integer('spare').notNull(),
})

/** Events of the platforms that were acted on: written with their effect, so that a repeated one does nothing. */
export const receivedEvents = pgTable(
  'received_events',
  { regionId: regionId(), event: text('event').notNull(), receivedAt: instant('received_at').notNull() },
  (t) => [primaryKey({ columns: [t.regionId, t.event] }), index('received_events_age').on(t.receivedAt)],
)

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
