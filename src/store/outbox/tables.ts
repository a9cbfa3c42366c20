import { eq, sql } from 'drizzle-orm'
import { index, integer, primaryKey, smallint, text, unique, uuid } from 'drizzle-orm/pg-core'
import { PLATFORM_NAMES } from '../../domain/workspace/platforms.ts'
import { identifier, instant, json, memberId, personal, regionId } from '../engine/columns.ts'
import { table } from '../engine/data-classes.ts'

/** A fiscal year and the month after it: what went out can be looked up until the year's reports are written. */
const LEDGER_DAYS = 400

export const DELIVERY_STATES = ['waiting', 'sending', 'sent', 'skipped'] as const

/** How many reminders of each kind a message holds: for the ledger, the reports and `simulate`. */
export type Told = { monitoring: number; summary: number; meeting: number; followUp: number; renewal: number }

/** The outbox: one message to one place, sent once. `key` is its purpose and its place. */
export const deliveries = table(
  'deliveries',
  {
    regionId: regionId(),
    id: uuid('id').primaryKey().defaultRandom(),
    key: identifier('key').notNull(),
    kind: identifier('kind').notNull(),
    /** What it is about: ids only. The card is made from the store at the moment of sending. */
    subject: identifier('subject').notNull(),
    /** The member it is for, where it is a direct message. */
    readerId: memberId('reader_id', { erase: 'keep', export: 'row', ends: 'never' }),
    platform: text('platform', { enum: PLATFORM_NAMES }).notNull(),
    workspace: identifier('workspace').notNull(),
    channel: identifier('channel'),
    account: personal('account', { member: 'null' }),
    /** When it was to be said. */
    plannedFor: instant('planned_for').notNull(),
    /** Planned for when the offices are closed: when they open. */
    putOffTo: instant('put_off_to'),
    /** When the sweep takes it next; while it is being sent, the end of the lease. */
    dueAt: instant('due_at').notNull(),
    state: text('state', { enum: DELIVERY_STATES }).notNull().default('waiting'),
    attempts: smallint('attempts').notNull().default(0),
    /** Failed attempts, for the exponential backoff. Waiting for a rate limit is no failure. */
    failures: smallint('failures').notNull().default(0),
    firstTriedAt: instant('first_tried_at'),
    sentAt: instant('sent_at'),
    skippedAt: instant('skipped_at'),
    sentChannel: personal('sent_channel', { member: 'null' }),
    sentMessage: personal('sent_message', { member: 'null' }),
    /** Why it was skipped, or what stood in the way last. */
    reason: identifier('reason'),
    told: json<Told>('told', 'identifier'),
  },
  {
    keep: { days: LEDGER_DAYS, after: 'plannedFor', only: { state: ['sent', 'skipped'] } },
    member: (t, { id }) => eq(t.readerId, id),
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
 * Rate limits of the platforms as they are used up: `taken` of `most` (and for what is urgent `spare` more) until
 * `opensAt`. `lane` is the bucket; this table and that column keep the names that older versions know. Of no region,
 * for a bot's limit is shared by all. What is here counts for seconds: lost, it costs a 429.
 */
export const paces = table(
  'paces',
  {
    lane: identifier('lane').primaryKey(),
    opensAt: instant('opens_at').notNull(),
    taken: integer('taken').notNull(),
    most: integer('most').notNull(),
    spare: integer('spare').notNull(),
  },
  { keep: 'replaced', backup: false },
)

/** Events that were handled, for deduplication: written in the transaction of their effect. */
export const receivedEvents = table(
  'received_events',
  {
    regionId: regionId(),
    event: identifier('event').notNull(),
    receivedAt: instant('received_at').notNull(),
  },
  { keep: { days: 7, after: 'receivedAt' } },
  (t) => [primaryKey({ columns: [t.regionId, t.event] }), index('received_events_age').on(t.receivedAt)],
)

/** Something the bot must do or say at an instant. `key` names its purpose, so that one purpose exists once. */
export const reminders = table(
  'reminders',
  {
    regionId: regionId(),
    id: uuid('id').primaryKey().defaultRandom(),
    kind: identifier('kind').notNull(),
    /** What it is about: a meeting's id, a date. The kind knows how to read it. */
    subject: identifier('subject').notNull(),
    key: identifier('key').notNull(),
    dueAt: instant('due_at').notNull(),
    settledAt: instant('settled_at'),
    /** How it ended: `done`, or why there was nothing to do. */
    result: identifier('result'),
  },
  { keep: { days: LEDGER_DAYS, after: 'settledAt' } },
  (t) => [
    unique('reminders_key').on(t.regionId, t.key),
    index('reminders_due').on(t.dueAt).where(sql`settled_at is null`),
  ],
)
