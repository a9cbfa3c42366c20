import { boolean, primaryKey, smallint, unique, uuid } from 'drizzle-orm/pg-core'
import { doneBy, identifier, instant, json, personal, regionId, within } from '../engine/columns.ts'
import { table } from '../engine/data-classes.ts'
import { meetings } from '../meeting/tables.ts'

/** One line of a published agenda. Ids and times only: what is said of a case stays sealed with its summary. */
export type StoredItem = {
  section: string
  /** The meeting's own id where the item is no summary, so that every version reads a UUID here. */
  summaryId: string
  startsAt: string
  duration: number
  /** What it is, where it is no summary: `itemKey`. */
  key?: string
  refs?: string[]
  carriedOver?: number
  /** As the follow-ups' item was written before items had keys. */
  followUps?: string[]
}

/** An item beside summaries that this agenda left for the body's next. */
export type StoredLeft = { key: string; refs: string[]; carriedOver: number }

/** 休憩, after the item of that summary. */
type StoredPause = { after: string; startsAt: string; duration: number }

/** An ISO instant, who changed it, and what: an item by its number at that time, never its text. */
export type StoredChange = {
  at: string
  by: string
  what: 'arranged' | 'added' | 'held_back' | 'moved'
  item: string
}

/** 次第 as it was published: fixed, so that an update or a reminder shows what the council was shown. */
export const agendas = table(
  'agendas',
  {
    regionId: regionId(),
    meetingId: uuid('meeting_id').primaryKey(),
    items: json<StoredItem[]>('items', 'identifier').notNull(),
    totalMinutes: smallint('total_minutes').notNull(),
    pause: json<StoredPause>('pause', 'identifier'),
    /** How many found no time on it and were carried over. */
    withoutTime: smallint('without_time').notNull().default(0),
    /** What else than summaries it left for the body's next agenda; summaries are moved there themselves. */
    left: json<StoredLeft[]>('left_over', 'identifier').notNull().default([]),
    publishedAt: instant('published_at').notNull(),
    publishedBy: doneBy('published_by'),
    /** Posted without case content, because the channel may not hold it. */
    plain: boolean('plain').notNull().default(false),
    revision: smallint('revision').notNull().default(1),
    /** What changed after it was published, oldest first: shown with it. */
    changes: json<StoredChange[]>('changes', 'member ids').notNull().default([]),
  },
  { keep: 'region' },
  (t) => [
    unique('agendas_in_region').on(t.regionId, t.meetingId),
    within([t.regionId, t.meetingId], [meetings.regionId, meetings.id]),
  ],
)

/** How the centre arranged an item that is no summary on the agenda of a meeting; a summary holds its own. */
export const arrangedItems = table(
  'arranged_items',
  {
    regionId: regionId(),
    meetingId: uuid('meeting_id').notNull(),
    itemKey: identifier('item_key').notNull(),
    duration: smallint('duration'),
    position: smallint('position'),
    heldBack: boolean('held_back').notNull().default(false),
    paperTitle: personal('paper_title', 'meeting'),
    paperUrl: personal('paper_url', 'meeting'),
    /** Version for compare-and-set. */
    revision: smallint('revision').notNull().default(0),
    arrangedBy: doneBy('arranged_by').notNull(),
  },
  { keep: 'region' },
  (t) => [
    primaryKey({ columns: [t.regionId, t.meetingId, t.itemKey] }),
    within([t.regionId, t.meetingId], [meetings.regionId, meetings.id]),
  ],
)
