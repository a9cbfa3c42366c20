import type { Part } from '../../bot/card.ts'
import { writeDate, writeDateTime, writeMonth } from '../../domain/calendar/write-date.ts'
import type { GsvLine } from '../../domain/gsv/gsv-lines.ts'
import type { ChangedMeeting, ComingMeeting } from '../../domain/meeting/telling.ts'
import type { WaitingPoll } from '../../domain/poll/telling.ts'
import type { RotaLine } from '../../domain/rota/rota-lines.ts'
import type { ToSubmit } from '../../domain/summary/telling.ts'
import { gsvItems } from '../gsv/digest.ts'
import { attendButton } from '../meeting/attendance.ts'
import { changedMeetingItem } from '../meeting/change.ts'
import { pollDigestParts } from '../poll/digest.ts'
import { rotaItem } from '../rota/digest.ts'
import { wantedName, writePress } from '../summary.ts'
import { type Reader, section, standIn } from './parts.ts'

/** A group for each meeting. */
export const drawToSubmit = (meetings: readonly ToSubmit[], reader: Reader): Part[] => {
  const { language, text } = reader
  const words = text.digest
  return meetings.flatMap(({ meeting, closes, summaries }) =>
    section(
      words.toSubmit(meeting.name, writeDate(meeting.date, language)),
      summaries.map((one) => ({
        text: wantedName(one, text),
        detail: [words.closes(writeDate(closes, language)), ...standIn(one.memberId, reader)].join('\n'),
        button: { label: words.write, press: writePress(one) },
      })),
    ),
  )
}

export const drawMeetings = (meetings: readonly ComingMeeting[], { language, text }: Reader): Part[] =>
  section(
    text.digest.meetings,
    meetings.map(({ meetingId, name, startsAt }) => ({
      text: text.digest.meeting(writeDateTime(startsAt.toPlainDateTime(), language), name),
      button: attendButton(meetingId, text),
    })),
  )

export const drawChanged = (meetings: readonly ChangedMeeting[], { language, text }: Reader): Part[] =>
  section(
    text.meetings.changed.digest,
    meetings.map((one) => changedMeetingItem(one, language, text)),
  )

/** A month of a series' agendas: how many items they held, and how many found no time on one. */
export type AgendaMonth = {
  name: string
  month: Temporal.PlainYearMonth
  items: number
  withoutTime: number
}

export const drawLastMonth = (months: readonly AgendaMonth[], { language, text }: Reader): Part[] =>
  section(
    text.digest.lastMonth,
    months.map(({ name, month, items, withoutTime }) => ({
      text: text.digest.carriedShare(
        name,
        writeMonth(month, language),
        items + withoutTime,
        withoutTime,
        Math.round((100 * withoutTime) / Math.max(1, items + withoutTime)),
      ),
    })),
  )

type MeetingMinutes = { meetingId: string; name: string; date: Temporal.PlainDate }

export const drawMinutes =
  (what: 'read' | 'write') =>
  (meetings: readonly MeetingMinutes[], { language, text }: Reader): Part[] => {
    const { digest: words } = text.minutes
    return section(
      what === 'read' ? words.toApprove : words.unwritten,
      meetings.map(({ meetingId, name, date }) => ({
        text: words.line(writeDate(date, language), name),
        button: {
          label: words[what],
          press: {
            command: what === 'read' ? 'minutes.show' : 'meeting.record',
            options: { meeting: meetingId },
          },
        },
      })),
    )
  }

export const drawGsv = (lines: readonly GsvLine[], reader: Reader): Part[] =>
  section(reader.text.gsv.digest.heading, lines.flatMap(gsvItems(reader)))

export const drawRotas = (lines: readonly RotaLine[], reader: Reader): Part[] =>
  section(reader.text.rota.digest.heading, lines.map(rotaItem(reader)))

const NO_POLLS = { pollsToAnswer: [], pollsMissing: [], pollsToDecide: [] }

export const drawPolls =
  (which: keyof typeof NO_POLLS) =>
  (polls: readonly WaitingPoll[], reader: Reader): Part[] =>
    pollDigestParts({ ...NO_POLLS, [which]: polls }, reader).flatMap(({ title, items }) =>
      section(title, items),
    )
