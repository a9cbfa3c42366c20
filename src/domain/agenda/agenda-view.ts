import type { FormName } from '../summary/forms.ts'
import type { Agenda } from './compose.ts'

/** An agenda with the names that people read: what is rendered for a coordinator or a council. */
export type AgendaView = {
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
  topics: ReadonlyMap<string, AgendaTopic>
  /** After it was published, oldest first. */
  changes: AgendaChange[]
  meetingId?: string
}

export type AgendaChange = {
  at: Temporal.ZonedDateTime
  by: string
  what: 'arranged' | 'added' | 'held_back' | 'moved'
  /** What the item is called: no case content. */
  item: string
}

export type AgendaTopic = {
  form: FormName
  /** Of a plan review. */
  planKind?: 'new' | 'change' | 'renewal'
  code?: string
  /** What something without a case is about. */
  title?: string
  presenter: string
  carriedOver: number
  paper?: { title: string; url: string }
  /** What was written, by field, in the form's order: only where the body may read it. */
  written: { field: string; text: string }[]
}
