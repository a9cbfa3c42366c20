import type { FormName } from '../summary/forms.ts'
import type { Agenda } from './compose.ts'
import type { Clearance, Disclosed } from './disclosure.ts'
import type { ItemKind } from './item-key.ts'

/** An agenda with the names that people read: whole, until `disclose` made a `Disclosed` one of it. */
export type AgendaView<Topic = AgendaTopic> = {
  meetingId: string
  seriesName: string
  fiscalYear: number
  /** 第n回 of its fiscal year. */
  ordinal: number
  startsAt: Temporal.ZonedDateTime
  durationMinutes: number
  place?: string
  limitMinutes: number
  agenda: Agenda
  /** By item id. */
  topics: ReadonlyMap<string, Topic>
  /** What its readers may see. It was loaded for them, and is shown to nobody else. */
  clearance: Clearance
  /** After it was published, oldest first. */
  changes: AgendaChange[]
}

/** What cards, papers and threads are made of. */
export type ShownAgenda = Disclosed<AgendaView<Disclosed<AgendaTopic>>>

export type AgendaChange = {
  at: Temporal.ZonedDateTime
  by: string
  what: 'arranged' | 'added' | 'held_back' | 'moved'
  /** What the item is called: no case content. */
  item: string
}

export type FollowUpTopic = { member: string; dueOn: Temporal.PlainDate; code?: string; what?: string }

export type AgendaTopic = {
  /** Of a case summary. */
  form?: FormName
  /** Of what is no summary. */
  kind?: ItemKind
  /** Of a plan review. */
  planKind?: 'new' | 'change' | 'renewal'
  code?: string
  /** What something without a case is about. */
  title?: string
  /** The meetings it tells of, or the day it names. */
  days?: readonly Temporal.PlainDate[]
  presenter: string
  carriedOver: number
  paper?: { title: string; url: string }
  /** 宿題の確認 */
  followUps?: readonly FollowUpTopic[]
  /** What was written, by field, in the form's order; empty where it was not opened. */
  written: { field: string; text: string }[]
}
