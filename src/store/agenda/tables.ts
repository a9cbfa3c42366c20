import { boolean, smallint, unique, uuid } from 'drizzle-orm/pg-core'
import { doneBy, instant, json, regionId, within } from '../engine/columns.ts'
import { table } from '../engine/data-classes.ts'
import { meetings } from '../meeting/tables.ts'

/** One line of a published agenda. Ids and times only: what is said of a case stays sealed with its summary. */
export type StoredItem = {
  section: string
  summaryId: string
  startsAt: string
  duration: number
  /** The follow-ups looked at in this item, which is the meeting's own and no summary's. */
  followUps?: string[]
}

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
