import type { Presence } from '../meeting/attendance.ts'
import type { MinutesContent } from './minutes-content.ts'

/** A meeting with what is kept of it, as the fee rules ask for it (REGULATION.md section f, last paragraphs). */
export type MeetingRecord = {
  seriesName: string
  bodyName: string
  /** GSV, case review and the like; and every meeting that discussed a case. */
  isCaseMeeting: boolean
  startsAt: Temporal.ZonedDateTime
  endsAt: Temporal.ZonedDateTime
  place: string | undefined
  /** What the reader may see of it; undefined where nothing was recorded, or nothing approved yet. */
  content: MinutesContent | undefined
  approved: boolean
  attendance: AttendanceRecord[]
}

export type AttendanceRecord = {
  name: string
  office: string
  was: Presence | null
  deputy: string | undefined
  reason: string | undefined
}

export type MeetingRecords = {
  month: Temporal.PlainYearMonth
  organiser: string
  meetings: MeetingRecord[]
  /** The only office whose attendance is in it; undefined: all of the region. */
  office: string | undefined
}

export const codesOf = (content: MinutesContent | undefined): string[] => [
  ...new Set(
    (content?.items ?? []).flatMap(({ topic, begun }) => (begun && topic?.code ? [topic.code] : [])),
  ),
]
