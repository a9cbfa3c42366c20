import {
  type Button,
  button,
  buttons,
  type Card,
  card,
  divider,
  type Field,
  field,
  fields,
  list,
  type Maybe,
  note,
  type Parts,
  paragraph,
  present,
  under,
} from '../bot/card.ts'
import type { Language } from '../bot/port.ts'
import type { Disclosed } from '../domain/agenda/disclosure.ts'
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
import { topicText } from '../text/topic-text.ts'

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
  content: Disclosed<MinutesContent>
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
  return card(
    'minutes',
    heading,
    fields(facts(view, language, text)),
    attendance(view.content, text),
    sections(view.content, language, text),
    divider(),
    note(latest ? statusText(latest, language, text) : words.notFinished),
    versions(view.versions, language, text),
    buttonsPart(view, text),
  )
}

const facts = ({ content, timeZone }: MinutesView, language: Language, text: Catalogue): Maybe<Field> => {
  const words = text.minutes
  const at = (instant: string) => Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone)
  const start = writeDateTime(at(content.startedAt).toPlainDateTime(), language)
  const end = writeTime(at(content.endedAt).toPlainTime())
  return [
    field(words.when, words.whenValue(start, end)),
    field(words.place, content.place),
    field(words.chair, content.chair),
    field(words.recorder, content.recorder),
  ]
}

const attendance = ({ attendance: people }: MinutesContent, text: Catalogue): Parts => {
  const words = text.minutes
  const there = people.filter(isPresent)
  const away = people.filter(({ was }) => was === 'absent' || was === 'deputy')
  const unknown = people.filter(({ was }) => was === null).length
  const online = text.attendance.card.presences.online
  const names = there.map(({ name, was }) => words.absentee(name, was === 'online' ? online : ''))
  const { listSeparator } = text.answers
  return [
    fields(
      field(words.attended, words.people(there.length, names.join(listSeparator))),
      field(
        words.absent,
        words.people(away.length, away.map((one) => absentee(one, text)).join(listSeparator)),
      ),
    ),
    unknown !== 0 && note(words.unconfirmedCount(unknown)),
  ]
}

const absentee = ({ name, deputy }: MinutesAttendance, text: Catalogue): string => {
  const words = text.minutes
  return words.absentee(name, deputy === undefined ? '' : words.deputy(deputy))
}

const sections = (content: MinutesContent, language: Language, text: Catalogue): Parts =>
  sectionsOf(content.items).map((section, index) => {
    const told = content.items.filter((entry) => entry.section === section && isTold(entry))
    return under(
      text.agendas.section(index + 1, text.document.sections[section]),
      list(
        told.map((entry) => ({
          text: text.minutes.item(entryNumber(content, entry.position), entryName(entry, text)),
          detail: entryLines(entry, language, text).join('\n'),
        })),
      ),
    )
  })

const entryName = ({ topic, section }: MinutesEntry, text: Catalogue): string =>
  topic ? topicText(topic, text) : text.document.sections[section]

const entryLines = (entry: MinutesEntry, language: Language, text: Catalogue): string[] => {
  const words = text.minutes
  const { decision, followUps, carriedOver } = entry
  return present<string>(
    decision !== undefined && words.decision(decision),
    decision === undefined && !carriedOver && words.noDecision,
    followUps.map(({ what, who, by }) =>
      words.followUp(what, who, writeDate(Temporal.PlainDate.from(by), language)),
    ),
    carriedOver && words.carriedOver,
  )
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

/** Tells in words what a version changed. */
export const changeText = ({ change }: Pick<MinutesVersionLine, 'change'>, text: Catalogue): string => {
  const words = text.minutes
  const { item, presence, said } = change
  const what = item === undefined ? (presence ? words.presenceEdited : words.first) : words.edited(item)
  return said === undefined ? what : words.item(what, said)
}

const versions = (lines: readonly MinutesVersionLine[], language: Language, text: Catalogue): Parts => {
  const words = text.minutes
  if (lines.length < 2) return []
  return [
    paragraph(words.versions),
    list(
      lines.map((line) => ({
        text: words.versionLine(
          words.version(line.version),
          writeDate(line.on, language),
          line.by,
          changeText(line, text),
        ),
        detail: line.approved ? statusText(line, language, text) : undefined,
      })),
    ),
  ]
}

const buttonsPart = (view: MinutesView, text: Catalogue): Parts => {
  const words = text.minutes
  const { meetingId: meeting, versions: lines } = view
  const [latest] = lines
  const of = (label: string, command: string, more: Record<string, string> = {}): Button =>
    button(label, command, { meeting, ...more })
  const confirm = { question: words.finishQuestion, yes: words.finishYes, no: words.finishNo }
  const finish: Button = { ...of(words.buttons.finish, 'minutes.finish'), style: 'primary', confirm }
  const waits = latest !== undefined && !latest.approved
  const approve: Button = {
    ...of(words.buttons.approve, 'minutes.approve', { seen: String(latest?.version ?? 0) }),
    style: 'primary',
  }
  return buttons(
    waits && view.mayApprove && approve,
    !latest && view.mayWrite && finish,
    view.mayWrite && of(words.buttons.record, 'meeting.record'),
    of(words.buttons.export, 'minutes.export'),
  )
}

/** Confirms that minutes were finished, approved or corrected, with the way to them. */
export const minutesNoticeCard = (
  notice: { tag: string; heading: string; next?: string; meetingId: string },
  text: Catalogue,
): Card =>
  card(
    notice.tag,
    notice.heading,
    paragraph(notice.next),
    buttons(button(text.minutes.buttons.show, 'minutes.show', { meeting: notice.meetingId })),
  )

/** Accompanies the exported files. */
export const exportedCard = (tag: string, heading: string, said: string): Card =>
  card(tag, heading, note(said))
