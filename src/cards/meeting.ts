import type { Card } from '../bot/card.ts'
import type { Language } from '../bot/port.ts'
import { writeDateTime } from '../domain/date-text/write-date.ts'
import type { Catalogue } from '../text/catalogue.ts'
import { attendButton } from './attendance.ts'

export type MeetingLine = {
  name: string
  startsAt: Temporal.ZonedDateTime
  durationMinutes: number
  place?: string
  moved: boolean
  /** Of a meeting the reader is on the roster of: attendance is told from here. */
  attend?: string
}

export const meetingListCard = (lines: MeetingLine[], language: Language, text: Catalogue): Card => {
  const words = text.meetings.list
  const heading = lines.length === 0 ? words.none : words.heading
  const items = lines.map(({ name, startsAt, durationMinutes, place, moved, attend }) => ({
    text: words.item(writeDateTime(startsAt.toPlainDateTime(), language), name),
    detail: [words.detail(durationMinutes, place), ...(moved ? [words.moved] : [])].join(
      text.answers.listSeparator,
    ),
    ...(attend === undefined ? {} : { button: attendButton(attend, text) }),
  }))
  return {
    tag: 'meeting.list',
    summary: heading,
    parts: [
      { part: 'heading', text: heading },
      ...(items.length > 0 ? [{ part: 'list' as const, items }] : []),
    ],
  }
}
