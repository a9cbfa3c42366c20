import {
  type Button,
  button,
  buttons,
  type Card,
  card,
  type ListItem,
  list,
  note,
  type Parts,
  paragraph,
  present,
  table,
} from '../../bot/card.ts'
import { type AttendanceLine, type AttendanceTable, presenceOf } from '../../domain/meeting/attendance.ts'
import type { Catalogue } from '../../text/catalogue.ts'

export const attendButton = (meetingId: string, text: Catalogue): Button =>
  button(text.attendance.button, 'meeting.attend', { meeting: meetingId })

/** Confirms the attendance that somebody told. */
export const attendedCard = (
  told: {
    meeting: string
    meetingId: string
    answer: 'coming' | 'online' | 'absent'
    deputy: string | undefined
  },
  text: Catalogue,
): Card => {
  const words = text.attendance.attend
  const heading = words.done(told.meeting, words.answers[told.answer])
  return card(
    'meeting.attended',
    heading,
    told.deputy !== undefined && paragraph(words.deputyIs(told.deputy)),
    buttons({ ...attendButton(told.meetingId, text), label: words.change }),
  )
}

/** Shows the organiser who comes, or, once the meeting began, who was there, each with a button to correct it. */
export const attendanceCard = (
  shown: { meeting: string; meetingId: string; began: boolean } & AttendanceTable,
  text: Catalogue,
): Card => {
  const words = text.attendance.card
  const heading = words.heading(shown.meeting)
  return card(
    'meeting.attendance',
    heading,
    paragraph(countsText(shown.lines, text)),
    shown.quorum && paragraph(quorumText(shown.quorum, text)),
    shown.began ? taken(shown, text) : announced(shown.lines, text),
  )
}

const countsText = (lines: readonly AttendanceLine[], text: Catalogue): string => {
  const by = Map.groupBy(lines, presenceOf)
  const count = (presence: ReturnType<typeof presenceOf>) => by.get(presence)?.length ?? 0
  return text.attendance.card.counts(
    count('present'),
    count('online'),
    count('deputy'),
    count('absent'),
    count(undefined),
  )
}

export const quorumText = ({ needed, there }: { needed: number; there: number }, text: Catalogue): string => {
  const words = text.attendance.card
  return there >= needed ? words.quorumMet(needed, there) : words.quorumMissing(needed, there)
}

const presenceText = (line: AttendanceLine, text: Catalogue): string => {
  const presence = presenceOf(line)
  return presence === undefined ? text.attendance.card.silent : text.attendance.card.presences[presence]
}

const aboutText = ({ deputy, reason }: AttendanceLine, text: Catalogue): string =>
  present<string>(deputy, reason).join(text.answers.listSeparator)

const announced = (lines: readonly AttendanceLine[], text: Catalogue): Parts => {
  const { columns } = text.attendance.card
  return table(
    [columns.name, columns.office, columns.answer, columns.about],
    lines.map((line) => [line.name, line.office, presenceText(line, text), aboutText(line, text)]),
  )
}

const taken = (
  { lines, meetingId }: { lines: readonly AttendanceLine[]; meetingId: string },
  text: Catalogue,
): Parts => {
  const words = text.attendance.card
  const rest = (was: 'present' | 'absent', label: string): Button =>
    button(label, 'meeting.rest', { meeting: meetingId, was })
  return [
    note(words.taken),
    list(lines.map((line) => takenLine(line, text))),
    lines.some(({ was }) => was === null) && [
      paragraph(words.rest),
      buttons(rest('present', words.restPresent), rest('absent', words.restAbsent)),
    ],
  ]
}

const takenLine = (line: AttendanceLine, text: Catalogue): ListItem => {
  const words = text.attendance.card
  return {
    text: words.line(line.name, line.office),
    detail: words.detail(presenceText(line, text), aboutText(line, text)),
    button:
      line.id !== undefined ? button(words.correct, 'meeting.came', { attendance: line.id }) : undefined,
  }
}
