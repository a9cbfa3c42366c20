import { writeFullDate, writeMonth, writeTime } from '../../domain/calendar/write-date.ts'
import {
  type AttendanceRecord,
  codesOf,
  type MeetingRecord,
  type MeetingRecords,
} from '../../domain/figures/meeting-records.ts'
import { isTold, type MinutesEntry } from '../../domain/minutes/minutes-content.ts'
import type { Catalogue } from '../../text/catalogue.ts'
import { topicText } from '../../text/topic-text.ts'
import { type Cell, headings, type Sheet, textCell, wrappedCell } from './cells.ts'

type Language = 'ja' | 'en'

/** A line for each follow-up and each decision without one; what the meeting was stands in each, so that a filter works. */
export const meetingsSheet = (records: MeetingRecords, language: Language, text: Catalogue): Sheet => {
  const { columns } = text.records
  return {
    rows: [
      headings([
        columns.month,
        columns.date,
        columns.time,
        columns.meeting,
        columns.place,
        columns.attendees,
        columns.absentees,
        columns.topicKind,
        columns.section,
        columns.topic,
        columns.decision,
        columns.what,
        columns.who,
        columns.by,
        columns.since,
        columns.status,
      ]),
      ...records.meetings.flatMap((record) => meetingRows(records, record, language, text)),
    ],
    widths: [16, 20, 14, 34, 34, 40, 40, 24, 24, 34, 44, 40, 20, 20, 20, 12],
    stickyColumns: 2,
  }
}

/** Section, topic, decision, and what, who, by when and what became of it. */
const NOTHING_TOLD: Cell[] = Array.from({ length: 7 }, () => ({}))

const meetingRows = (
  records: MeetingRecords,
  record: MeetingRecord,
  language: Language,
  text: Catalogue,
): Cell[][] => {
  const words = text.records
  const about = [
    ...whenCells(records, record, language),
    textCell(record.seriesName),
    wrappedCell(placeText(record, text)),
    wrappedCell(attendeesText(record, text)),
    wrappedCell(absenteesText(record, text)),
    {},
  ]
  const told = record.content?.items.filter((entry) => isTold(entry) && entry.begun) ?? []
  const status = textCell(!record.content ? words.unrecorded : record.approved ? '' : words.drafted)
  if (told.length === 0) return [[...about, ...NOTHING_TOLD, status]]
  return told.flatMap((entry) =>
    entryRows(record, entry, language, text).map((row) => [...about, ...row, status]),
  )
}

const whenCells = (
  { month }: MeetingRecords,
  { startsAt, endsAt }: MeetingRecord,
  language: Language,
): Cell[] => [
  textCell(writeMonth(month, language)),
  textCell(writeFullDate(startsAt.toPlainDate(), language)),
  textCell(`${writeTime(startsAt.toPlainTime())}～${writeTime(endsAt.toPlainTime())}`),
]

const entryRows = (
  record: MeetingRecord,
  entry: MinutesEntry,
  language: Language,
  text: Catalogue,
): Cell[][] => {
  const { topic, section, decision = '', followUps } = entry
  const name = topic ? topicText(topic, text) : text.document.sections[section]
  const about = [textCell(text.document.sections[section]), wrappedCell(name), wrappedCell(decision)]
  if (followUps.length === 0) return [[...about, {}, {}, {}, {}]]
  return followUps.map((followUp) => [
    ...about,
    wrappedCell(followUp.what),
    textCell(followUp.who),
    textCell(writeFullDate(Temporal.PlainDate.from(followUp.by), language)),
    textCell(sinceText(record, { position: entry.position, ...followUp }, language, text)),
  ])
}

/** What became of it, or nothing where it was not given yet. */
const sinceText = (
  { followUps }: MeetingRecord,
  { position, memberId, what }: { position: number; memberId: string; what: string },
  language: Language,
  text: Catalogue,
): string => {
  const words = text.records.since
  const one = followUps.find(
    (given) => given.position === position && given.memberId === memberId && given.what === what,
  )
  if (!one) return ''
  if (one.state === 'open' || !one.closedOn) return words.open
  return words[one.state](writeFullDate(one.closedOn, language))
}

const placeText = ({ place = '', attendance }: MeetingRecord, text: Catalogue): string => {
  const online = attendance.filter(({ was }) => was === 'online').length
  return online === 0 ? place : text.records.online(place, online)
}

const attendeesText = ({ attendance }: MeetingRecord, text: Catalogue): string =>
  attendance
    .filter(({ was }) => was === 'present' || was === 'online' || was === 'deputy')
    .map((one) =>
      text.minutes.absentee(one.name, one.deputy === undefined ? '' : text.minutes.deputy(one.deputy)),
    )
    .join(text.document.names)

const absenteesText = ({ attendance }: MeetingRecord, text: Catalogue): string =>
  attendance
    .filter(({ was }) => was === 'absent' || was === null)
    .map(({ name, was }) => text.minutes.absentee(name, was === null ? text.minutes.unconfirmed : ''))
    .join(text.document.names)

/** A line for each member of each office at each meeting: attendance at the council, with the reasons for absence where the reader may see them. */
export const attendanceSheet = (records: MeetingRecords, language: Language, text: Catalogue): Sheet => {
  const words = text.records
  const { columns } = words
  const lines = records.meetings.flatMap((record) => record.attendance.map((one) => ({ record, one })))
  return {
    rows: [
      headings([
        columns.office,
        columns.month,
        columns.date,
        columns.body,
        columns.meeting,
        columns.name,
        columns.presence,
        columns.deputy,
        columns.reason,
      ]),
      ...lines
        .toSorted((a, b) => (a.one.office < b.one.office ? -1 : a.one.office > b.one.office ? 1 : 0))
        .map(({ record, one }) => [
          textCell(one.office === '' ? words.noOffice : one.office),
          textCell(writeMonth(records.month, language)),
          textCell(writeFullDate(record.startsAt.toPlainDate(), language)),
          textCell(record.bodyName),
          textCell(record.seriesName),
          textCell(one.name),
          textCell(presenceText(one, text)),
          textCell(one.deputy ?? ''),
          wrappedCell(one.reason ?? ''),
        ]),
    ],
    widths: [34, 16, 20, 34, 34, 20, 14, 20, 34],
    stickyColumns: 1,
  }
}

const presenceText = ({ was }: AttendanceRecord, text: Catalogue): string =>
  was === null ? text.minutes.unconfirmed : text.attendance.card.presences[was]

/** A line for each meeting on cases: who organised it, whether it is the council's, who came, which cases, what was decided. */
export const casesSheet = (records: MeetingRecords, language: Language, text: Catalogue): Sheet => {
  const words = text.records
  const { columns } = words
  return {
    rows: [
      headings([
        columns.month,
        columns.date,
        columns.organiser,
        columns.ofCouncil,
        columns.body,
        columns.meeting,
        columns.attendees,
        columns.codes,
        columns.decision,
      ]),
      ...records.meetings
        .filter(({ isCaseMeeting }) => isCaseMeeting)
        .map((record) => [
          textCell(writeMonth(records.month, language)),
          textCell(writeFullDate(record.startsAt.toPlainDate(), language)),
          textCell(records.organiser),
          textCell(words.yes),
          textCell(record.bodyName),
          textCell(record.seriesName),
          wrappedCell(attendeesText(record, text)),
          wrappedCell(codesOf(record.content).join(text.document.names)),
          wrappedCell(caseDecisions(record, text)),
        ]),
    ],
    widths: [16, 20, 34, 14, 34, 34, 44, 30, 60],
    stickyColumns: 2,
  }
}

const caseDecisions = ({ content }: MeetingRecord, text: Catalogue): string =>
  (content?.items ?? [])
    .flatMap(({ topic, decision }) =>
      topic?.code === undefined || decision === undefined ? [] : [text.minutes.item(topic.code, decision)],
    )
    .join(' / ')
