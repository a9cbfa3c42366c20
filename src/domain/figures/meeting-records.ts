import type { Disclosed } from '../agenda/disclosure.ts'
import type { Presence } from '../meeting/attendance.ts'
import type { MinutesContent } from '../minutes/minutes-content.ts'
import type { Region } from '../region/region.ts'
import type { FeeRecords } from './fee-records.ts'

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
  content: Disclosed<MinutesContent> | undefined
  approved: boolean
  /** What became of what was to be done. */
  followUps: FollowUpRecord[]
  attendance: AttendanceRecord[]
}

/** A follow-up given in a meeting, by its place in the minutes. */
type FollowUpRecord = {
  position: number
  memberId: string
  what: string
  state: 'open' | 'done' | 'dropped'
  closedOn: Temporal.PlainDate | undefined
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
  /** Whose names are read. */
  region: Pick<Region, 'offices' | 'members'>
} & FeeRecords

export const codesOf = (content: MinutesContent | undefined): string[] => [
  ...new Set(
    (content?.items ?? []).flatMap(({ topic, begun }) => (begun && topic?.code ? [topic.code] : [])),
  ),
]
