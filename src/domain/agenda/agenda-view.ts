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
}

export type AgendaTopic = {
  code: string
  kind: 'new' | 'change' | 'renewal'
  presenter: string
  carriedOver: number
  /** Only where the body may read them. */
  wishes?: string
  policy?: string
}
