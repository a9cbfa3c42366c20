import type { Button, Card, Part } from '../bot/card.ts'
import type { Language } from '../bot/port.ts'
import { writeDate, writeDateTime, writeFiscalYear, writeTime } from '../domain/calendar/write-date.ts'
import { sectionsOf } from '../domain/meeting/live.ts'
import {
  entryNumber,
  isPresent,
  isTold,
  type MinutesAttendance,
  type MinutesContent,
  type MinutesEntry,
} from '../domain/minutes/minutes-content.ts'
import type { Catalogue } from '../text/catalogue.ts'
import { nameOfTopic } from './agenda/agenda.ts'

export type MinutesVersionLine = {
  version: number
  by: string
  on: Temporal.PlainDate
  change: { item?: string; presence?: true; said?: string }
  approved: { by: string; on: Temporal.PlainDate } | undefined
}

export type MinutesView = {
  meetingId: string
  fiscalYear: number
  ordinal: number
  seriesName: string
  timeZone: string
  content: MinutesContent
  /** Latest first; none while it is being recorded. */
  versions: readonly MinutesVersionLine[]
  mayApprove: boolean
  mayWrite: boolean
}

/** 会議録: who came, what was decided, who does what, and which version this is. */
export const minutesCard = (view: MinutesView, language: Language, text: Catalogue): Card => {
  const words = text.minutes
  const title = words.title(writeFiscalYear(view.fiscalYear, language), view.ordinal, view.seriesName)
  const [latest] = view.versions
  const heading = !latest ? words.draft(title) : latest.approved ? title : words.waiting(title)
  return {
    tag: 'minutes',
    summary: heading,
    parts: [
      { part: 'heading', text: heading },
      { part: 'fields', fields: facts(view, language, text) },
      ...attendance(view.content, text),
      ...sections(view.content, language, text),
      { part: 'divider' },
      { part: 'note', text: latest ? statusText(latest, language, text) : words.notFinished },
      ...versions(view.versions, language, text),
      ...buttonsPart(view, text),
    ],
  }
}

const facts = ({ content, timeZone }: MinutesView, language: Language, text: Catalogue) => {
  const words = text.minutes
  const at = (instant: string) => Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone)
  const start = writeDateTime(at(content.startedAt).toPlainDateTime(), language)
  const end = writeTime(at(content.endedAt).toPlainTime())
  return [
    { label: words.when, value: words.whenValue(start, end) },
    ...(content.place === undefined ? [] : [{ label: words.place, value: content.place }]),
    ...(content.chair === undefined ? [] : [{ label: words.chair, value: content.chair }]),
    ...(content.recorder === undefined ? [] : [{ label: words.recorder, value: content.recorder }]),
  ]
}

const attendance = ({ attendance: people }: MinutesContent, text: Catalogue): Part[] => {
  const words = text.minutes
  const there = people.filter(isPresent)
  const away = people.filter(({ was }) => was === 'absent' || was === 'deputy')
  const unknown = people.filter(({ was }) => was === null).length
  const online = text.attendance.card.presences.online
  const names = there.map(({ name, was }) => words.absentee(name, was === 'online' ? online : ''))
  const { listSeparator } = text.answers
  return [
    {
      part: 'fields',
      fields: [
        { label: words.attended, value: words.people(there.length, names.join(listSeparator)) },
        {
          label: words.absent,
          value: words.people(away.length, away.map((one) => absentee(one, text)).join(listSeparator)),
        },
      ],
    },
    ...(unknown === 0 ? [] : [{ part: 'note' as const, text: words.unconfirmedCount(unknown) }]),
  ]
}

const absentee = ({ name, deputy, reason }: MinutesAttendance, text: Catalogue): string => {
  const words = text.minutes
  const about = [
    ...(reason === undefined ? [] : [reason]),
    ...(deputy === undefined ? [] : [words.deputy(deputy)]),
  ]
  return words.absentee(name, about.join(text.answers.listSeparator))
}

const sections = (content: MinutesContent, language: Language, text: Catalogue): Part[] =>
  sectionsOf(content.items).flatMap((section, index): Part[] => {
    const told = content.items.filter((entry) => entry.section === section && isTold(entry))
    if (told.length === 0) return []
    return [
      { part: 'text', text: text.agendas.section(index + 1, text.document.sections[section]) },
      {
        part: 'list',
        items: told.map((entry) => ({
          text: text.minutes.item(entryNumber(content, entry.position), entryName(entry, text)),
          detail: entryLines(entry, language, text).join('\n'),
        })),
      },
    ]
  })

const entryName = ({ topic, section }: MinutesEntry, text: Catalogue): string =>
  topic ? nameOfTopic(topic, 'codes', text) : text.document.sections[section]

const entryLines = (entry: MinutesEntry, language: Language, text: Catalogue): string[] => {
  const words = text.minutes
  const { decision, followUps, carriedOver } = entry
  return [
    ...(decision === undefined ? (carriedOver ? [] : [words.noDecision]) : [words.decision(decision)]),
    ...followUps.map(({ what, who, by }) =>
      words.followUp(what, who, writeDate(Temporal.PlainDate.from(by), language)),
    ),
    ...(carriedOver ? [words.carriedOver] : []),
  ]
}

const statusText = (
  { version, approved }: MinutesVersionLine,
  language: Language,
  text: Catalogue,
): string => {
  const words = text.minutes
  const named = words.version(version)
  return approved
    ? words.approvedBy(named, writeDate(approved.on, language), approved.by)
    : words.notApproved(named)
}

/** What a version changed, in words. */
export const changeText = ({ change }: Pick<MinutesVersionLine, 'change'>, text: Catalogue): string => {
  const words = text.minutes
  const { item, presence, said } = change
  const what = item === undefined ? (presence ? words.presenceEdited : words.first) : words.edited(item)
  return said === undefined ? what : words.item(what, said)
}

const versions = (lines: readonly MinutesVersionLine[], language: Language, text: Catalogue): Part[] => {
  const words = text.minutes
  if (lines.length < 2) return []
  return [
    { part: 'text', text: words.versions },
    {
      part: 'list',
      items: lines.map((line) => ({
        text: words.versionLine(
          words.version(line.version),
          writeDate(line.on, language),
          line.by,
          changeText(line, text),
        ),
        ...(line.approved ? { detail: statusText(line, language, text) } : {}),
      })),
    },
  ]
}

const buttonsPart = (view: MinutesView, text: Catalogue): Part[] => {
  const words = text.minutes
  const { meetingId: meeting, versions: lines } = view
  const [latest] = lines
  const of = (label: string, command: string, more: Record<string, string> = {}): Button => ({
    label,
    press: { command, options: { meeting, ...more } },
  })
  const finish: Button = {
    ...of(words.buttons.finish, 'minutes.finish'),
    style: 'primary',
    confirm: { question: words.finishQuestion, yes: words.finishYes, no: words.finishNo },
  }
  const waits = latest !== undefined && !latest.approved
  const approve: Button = {
    ...of(words.buttons.approve, 'minutes.approve', { seen: String(latest?.version ?? 0) }),
    style: 'primary',
  }
  return [
    {
      part: 'buttons',
      buttons: [
        ...(waits && view.mayApprove ? [approve] : []),
        ...(!latest && view.mayWrite ? [finish] : []),
        ...(view.mayWrite ? [of(words.buttons.record, 'meeting.record')] : []),
        of(words.buttons.export, 'minutes.export'),
      ],
    },
  ]
}

/** Said after minutes were finished, approved or corrected, with the way to them. */
export const minutesNoticeCard = (
  notice: { tag: string; heading: string; next?: string; meetingId: string },
  text: Catalogue,
): Card => ({
  tag: notice.tag,
  summary: notice.heading,
  parts: [
    { part: 'heading', text: notice.heading },
    ...(notice.next === undefined ? [] : [{ part: 'text' as const, text: notice.next }]),
    {
      part: 'buttons',
      buttons: [
        {
          label: text.minutes.buttons.show,
          press: { command: 'minutes.show', options: { meeting: notice.meetingId } },
        },
      ],
    },
  ],
})

/** Said with the files. */
export const exportedCard = (tag: string, heading: string, note: string): Card => ({
  tag,
  summary: heading,
  parts: [
    { part: 'heading', text: heading },
    { part: 'note', text: note },
  ],
})
