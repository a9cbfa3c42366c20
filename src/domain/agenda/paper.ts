import type { FormName } from '../summary/forms.ts'
import type { ItemKind } from './item-key.ts'

/** What stands over a 次第 and a 会議録: fiscal year, 第n回, the council and its body (REGULATION.md section d, 1). */
export type PaperTitle = {
  fiscalYear: number
  /** 第n回 of its fiscal year. */
  ordinal: number
  /** The council the body belongs to: `○○市自立支援協議会`. */
  council?: string
  /** The body or the meeting series: `相談支援部会`. */
  body: string
}

/** The header lines 日時 and 場所. */
export type PaperOccasion = {
  startsAt: Temporal.ZonedDateTime
  endsAt: Temporal.ZonedDateTime
  place?: string
  /** How to take part from elsewhere, as people read it: a name or an address. */
  online?: string
}

/** What is discussed. A case is a code, never a name. */
export type PaperTopic = {
  /** Absent: the title says it all. */
  form?: FormName
  /** Of what is no case summary. */
  kind?: ItemKind
  planKind?: 'new' | 'change' | 'renewal'
  code?: string
  title?: string
}

/** When papers reach the members (資料一覧 at the foot: REGULATION.md section d, 4). */
export const HANDED = ['before', 'at_meeting', 'reference'] as const
export type Handed = (typeof HANDED)[number]

/** `資料2` or, where an item has several, `資料2-1`; reference papers count by themselves: `参考資料1`. */
export type PaperTag = { kind: 'paper' | 'reference'; number: number; part?: number }

/** An office, or another body, and who comes from it. */
export type Attendees = { office: string; names: readonly string[] }

export type NextMeeting = { startsAt: Temporal.ZonedDateTime; place?: string }
