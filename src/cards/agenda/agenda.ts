import {
  type Button,
  button,
  buttons,
  type Card,
  card,
  field,
  fields,
  heading,
  type ListItem,
  list,
  type Maybe,
  note,
  type Parts,
  paragraph,
  present,
  under,
} from '../../bot/card.ts'
import type { Language } from '../../bot/port.ts'
import { pressOf } from '../../bot/press.ts'
import type {
  AgendaChange,
  AgendaTopic,
  AgendaView,
  FollowUpTopic,
  ShownAgenda,
} from '../../domain/agenda/agenda-view.ts'
import type { Agenda } from '../../domain/agenda/compose.ts'
import { isFrame } from '../../domain/agenda/item-key.ts'
import { writeDate, writeDateTime, writeFiscalYear, writeTime } from '../../domain/calendar/write-date.ts'
import type { Catalogue } from '../../text/catalogue.ts'
import { topicText } from '../../text/topic-text.ts'
import { fileButton } from '../meeting/meeting.ts'
import { sectionText } from '../meeting/paper-head.ts'
import { agendaFileButtons } from './file-buttons.ts'

/** 次第 as councils write it: title with fiscal year and number, date and place lines, numbered sections. */
export const agendaCard = (view: ShownAgenda, language: Language, text: Catalogue): Card => {
  const words = text.agendas
  return card(
    'agenda',
    { summary: words.summary(view.seriesName, writeDate(view.startsAt.toPlainDate(), language)) },
    agendaParts(view, agendaTitle(view, language, text), language, text),
    discussion(view, text),
    buttons(agendaFileButtons(view.meetingId, text), fileButton(view.meetingId, text)),
  )
}

/** Most items offered for discussion: a platform's list holds no more; others are talked about in the meeting. */
const LISTED = 25

const discussion = (view: ShownAgenda, text: Catalogue): Parts => {
  const choices = view.agenda.sections
    .flatMap(({ items }) => items)
    .filter(({ id }) => !isFrame(view.topics.get(id)?.kind))
    .slice(0, LISTED)
    .map(({ id }) => {
      const topic = view.topics.get(id)
      return { value: id, label: topic ? topicText(topic, text) : text.agendas.none }
    })
  const press = pressOf('agenda.discuss', { meeting: view.meetingId })
  return (
    choices.length > 0 && {
      part: 'select',
      label: text.agendas.discuss.choose,
      press,
      option: 'item',
      choices,
    }
  )
}

export const agendaTitle = (
  { fiscalYear, ordinal, seriesName }: AgendaView,
  language: Language,
  text: Catalogue,
) => text.agendas.title(writeFiscalYear(fiscalYear, language), ordinal, seriesName)

export const agendaParts = (
  view: ShownAgenda,
  title: string,
  language: Language,
  text: Catalogue,
  edits = false,
): Parts => {
  const words = text.agendas
  const start = view.startsAt.toPlainDateTime()
  const end = start.add({ minutes: view.durationMinutes })
  const { pause } = view.agenda
  const names = view.agenda.sections.map(({ id }) => ({ name: id }))
  const when = words.whenValue(writeDateTime(start, language), writeTime(end.toPlainTime()))
  return [
    heading(title),
    fields(field(words.when, when), field(words.place, view.place)),
    view.agenda.sections.map(({ id, items }, index) => {
      const name = words.section(index + 1, sectionText(id, names, text))
      if (items.length === 0) return paragraph(words.emptySection(name))
      const lines = items.map((item): Maybe<ListItem> => {
        const topic = view.topics.get(item.id)
        return [
          {
            ...agendaItem(item, topic, language, text),
            button: edits ? editButton(view.meetingId, item.id, topic, text) : undefined,
          },
          pause?.after === item.id && { text: words.pause(writeTime(pause.startsAt), pause.duration) },
        ]
      })
      return under(name, list(lines))
    }),
    papers(view, text),
    note(notes(view, text)),
    view.changes.length > 0 && note(view.changes.map((one) => changeLine(one, language, text)).join('\n')),
  ]
}

/** 資料一覧 at the foot, numbered in the order of the items. */
const papers = (view: ShownAgenda, text: Catalogue): Parts => {
  const listed = view.agenda.sections
    .flatMap(({ items }) => items)
    .flatMap(({ id }) => view.topics.get(id)?.paper ?? [])
  const { papers: words } = text.agendas
  const items = listed.map(({ title, url }, index) => ({ text: words.paper(index + 1, title), detail: url }))
  return under(words.heading, list(items))
}

const changeLine = ({ at, by, what, item }: AgendaChange, language: Language, text: Catalogue): string =>
  text.agendas.changes[what](writeDateTime(at.toPlainDateTime(), language), by, item)

/** Arranges an item: a summary by its id, anything else by its key on this agenda. What frames a meeting stays. */
export const editButton = (
  meeting: string,
  item: string,
  topic: AgendaTopic | undefined,
  text: Catalogue,
): Button | undefined => {
  const { button: label } = text.agendas.edit
  if (isFrame(topic?.kind)) return undefined
  return topic?.kind
    ? button(label, 'agenda.edit', { meeting, item })
    : button(label, 'agenda.edit', { summary: item })
}

const notes = ({ agenda, limitMinutes }: AgendaView, text: Catalogue): string => {
  const words = text.agendas
  const left = agenda.carriedOver.length
  return present<string>(
    words.total(agenda.totalMinutes, limitMinutes),
    left > 0 && words.carriedOver(left),
  ).join('\n')
}

const agendaItem = (
  { startsAt, duration }: Agenda['sections'][number]['items'][number],
  topic: AgendaTopic | undefined,
  language: Language,
  text: Catalogue,
): ListItem => {
  const words = text.agendas
  const time = writeTime(startsAt)
  if (!topic) return { text: words.item(time, words.none) }
  const detail = present<string>(
    words.detail(duration, topic.presenter).trim(),
    topic.carriedOver > 0 && words.carriedFrom,
    daysText(topic, language, text),
    topic.followUps?.map((one) => followUpLine(one, language, text)),
    writtenLines(topic, text),
  )
  return { text: words.item(time, topicText(topic, text)), detail: detail.join('\n') }
}

/** More days than these are told by the first, the last and their number. */
const DAYS_NAMED = 3

/** The days of what is no summary: of the meetings it tells of, or the next. */
export const daysText = (
  { kind, days = [] }: Pick<AgendaTopic, 'kind' | 'days'>,
  language: Language,
  text: Catalogue,
): string | undefined => {
  const [first, last] = [days.at(0), days.at(-1)]
  if (!kind || !first || !last) return undefined
  const named =
    days.length > DAYS_NAMED
      ? text.agendas.manyDays(writeDate(first, language), writeDate(last, language), days.length)
      : days.map((day) => writeDate(day, language)).join(text.answers.listSeparator)
  return text.agendas.items[kind].days(named)
}

/** Who, by when, and as much of what as there is. */
const followUpLine = (
  { member, dueOn, code, what }: FollowUpTopic,
  language: Language,
  text: Catalogue,
): string =>
  present(text.followUps.agenda.line(member, writeDate(dueOn, language)), code, what).join('\u3000')

/** What an item is called; undefined where it is not on the agenda. */
export const topicName = (view: ShownAgenda, item: string, text: Catalogue): string | undefined => {
  const topic = view.topics.get(item)
  return topic && topicText(topic, text)
}

/** Opening post of a thread about one item. */
export const agendaItemCard = (name: string, text: Catalogue): Card =>
  card('agenda.item', name, note(text.agendas.discuss.note))

const writtenLines = ({ form, written }: AgendaTopic, text: Catalogue): string[] =>
  written.map(
    ({ field, text: said }) =>
      `${(form && text.summaries.forms[form].fields[field]?.label) ?? field}: ${said}`,
  )

/** Confirms a change of a published agenda. */
export const changedAgendaCard = (series: string, text: Catalogue): Card => {
  const words = text.agendas.edit
  return card('agenda.changed', words.changed(series), paragraph(words.changedNext))
}

/** Accompanies the exported files. */
export const exportedAgendaCard = (series: string, date: string, isDraft: boolean, text: Catalogue): Card => {
  const words = text.agendas.exported
  return card('agenda.exported', (isDraft ? words.draft : words.heading)(series, date), note(words.note))
}

export const agendaHistoryCard = (
  lines: { meetingId: string; name: string; date: string }[],
  text: Catalogue,
): Card => {
  const words = text.agendas.history
  const heading = lines.length === 0 ? words.none : words.heading
  return card(
    'agenda.history',
    heading,
    list(
      lines.map(({ meetingId, name, date }) => ({
        text: words.line(date, name),
        button: button(words.show, 'agenda.show', { meeting: meetingId }),
      })),
    ),
  )
}
