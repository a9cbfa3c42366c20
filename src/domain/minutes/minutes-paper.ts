import type { NextMeeting, PaperOccasion, PaperTitle, PaperTopic } from '../agenda/paper.ts'
import type { AgendaSection } from '../agenda/templates.ts'

/** 会議録 of one meeting, in one version. */
export type MinutesPaper = {
  title: PaperTitle
  occasion: PaperOccasion
  holdsCases: boolean
  /** 司会. */
  chair?: string
  /** 記録. */
  recorder?: string
  attendance: readonly OfficeAttendance[]
  sections: readonly MinutesSection[]
  /** Not discussed: at the next meeting. */
  carriedOver: readonly CarriedOverTopic[]
  next?: NextMeeting
  /** Absent: a draft that waits for the chair. */
  approval?: { by: string; on: Temporal.PlainDate }
  /** From 1. */
  version: number
  /** Oldest first. */
  corrections: readonly Correction[]
  /** Goes into the file as its date. */
  issuedAt: Temporal.ZonedDateTime
}

type OfficeAttendance = {
  office: string
  present: readonly string[]
  absent: readonly Absentee[]
}

/** Why somebody was absent is in no minutes. */
export type Absentee = { name: string; deputy?: string | undefined; remark?: string | undefined }

type MinutesSection = {
  name: AgendaSection | { own: string }
  items: readonly MinutesItem[]
}

export type MinutesItem = {
  topic: PaperTopic
  /** What was said, where the recorder wrote it. */
  discussion?: string
  decisions: readonly string[]
  followUps: readonly PaperFollowUp[]
  /** Was begun, goes on at the next meeting. */
  goesOn?: boolean
}

/** 宿題: who does what by when. */
type PaperFollowUp = { what: string; who: string; by?: Temporal.PlainDate }

type CarriedOverTopic = { topic: PaperTopic; reason?: string }

type Correction = { version: number; on: Temporal.PlainDate; by: string; what: string }
