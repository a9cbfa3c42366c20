import {
  button,
  type Card,
  card,
  field,
  fields,
  heading,
  type ListItem,
  list,
  note,
  type Parts,
  paragraph,
  present,
} from '../../bot/card.ts'
import type { Language } from '../../bot/port.ts'
import type { AgendaChange, AgendaTopic, AgendaView } from '../../domain/agenda/agenda-view.ts'
import type { Agenda } from '../../domain/agenda/compose.ts'
import type { Disclosure } from '../../domain/agenda/disclosure.ts'
import { writeDate, writeDateTime, writeFiscalYear, writeTime } from '../../domain/calendar/write-date.ts'
import type { Catalogue } from '../../text/catalogue.ts'
import { followUpLines } from '../followup/lines.ts'
import { fileParts } from '../meeting/meeting.ts'

/** 次第 as councils write it: title with fiscal year and number, date and place lines, numbered sections. */
export const agendaCard = (
  view: AgendaView,
  disclosure: Disclosure,
  language: Language,
  text: Catalogue,
): Card => {
  const words = text.agendas
  return card(
    'agenda',
    { summary: words.summary(view.seriesName, writeDate(view.startsAt.toPlainDate(), language)) },
    agendaParts(view, agendaTitle(view, language, text), disclosure, language, text),
    discussion(view, disclosure, text),
    fileParts(view.meetingId, text),
  )
}

/** More than a platform's list holds are talked about in the meeting. */
const LISTED = 25

const discussion = (view: AgendaView, disclosure: Disclosure, text: Catalogue): Parts => {
  const choices = view.agenda.sections
    .flatMap(({ items }) => items)
    .slice(0, LISTED)
    .map(({ id }) => ({ value: id, label: topicName(view, id, disclosure, text) ?? text.agendas.none }))
  if (choices.length === 0) return []
  const press = { command: 'agenda.discuss', options: { meeting: view.meetingId } }
  return [{ part: 'select', label: text.agendas.discuss.choose, press, option: 'item', choices }]
}

export const agendaTitle = (
  { fiscalYear, ordinal, seriesName }: AgendaView,
  language: Language,
  text: Catalogue,
) => text.agendas.title(writeFiscalYear(fiscalYear, language), ordinal, seriesName)

export const agendaParts = (
  view: AgendaView,
  title: string,
  disclosure: Disclosure,
  language: Language,
  text: Catalogue,
  edits = false,
): Parts => {
  const words = text.agendas
  const start = view.startsAt.toPlainDateTime()
  const end = start.add({ minutes: view.durationMinutes })
  const { pause } = view.agenda
  const when = words.whenValue(writeDateTime(start, language), writeTime(end.toPlainTime()))
  return [
    heading(title),
    fields(field(words.when, when), field(words.place, view.place)),
    view.agenda.sections.flatMap(({ id, items }, index): Parts => {
      const name = words.section(index + 1, words.sections[id])
      if (items.length === 0) return [paragraph(words.emptySection(name))]
      const lines = items.flatMap((item): ListItem[] => [
        {
          ...agendaItem(item, view.topics.get(item.id), disclosure, language, text),
          button: edits && !view.topics.get(item.id)?.followUps ? editButton(item.id, text) : undefined,
        },
        ...(pause?.after === item.id
          ? [{ text: words.pause(writeTime(pause.startsAt), pause.duration) }]
          : []),
      ])
      return [paragraph(name), list(lines)]
    }),
    papers(view, text),
    note(notes(view, text)),
    view.changes.length > 0 && note(view.changes.map((one) => changeLine(one, language, text)).join('\n')),
  ]
}

/** 資料一覧 at the foot, numbered in the order of the items. */
const papers = (view: AgendaView, text: Catalogue): Parts => {
  const listed = view.agenda.sections
    .flatMap(({ items }) => items)
    .flatMap(({ id }) => view.topics.get(id)?.paper ?? [])
  if (listed.length === 0) return []
  const { papers: words } = text.agendas
  const items = listed.map(({ title, url }, index) => ({ text: words.paper(index + 1, title), detail: url }))
  return [paragraph(words.heading), list(items)]
}

const changeLine = ({ at, by, what, item }: AgendaChange, language: Language, text: Catalogue): string =>
  text.agendas.changes[what](writeDateTime(at.toPlainDateTime(), language), by, item)

export const editButton = (summary: string, text: Catalogue) =>
  button(text.agendas.edit.button, 'agenda.edit', { summary })

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
  disclosure: Disclosure,
  language: Language,
  text: Catalogue,
): ListItem => {
  const words = text.agendas
  const time = writeTime(startsAt)
  if (!topic) return { text: words.item(time, words.none) }
  const named = nameOfTopic(topic, disclosure, text)
  if (topic.followUps) {
    const lines = followUpLines(topic.followUps, disclosure, language, text)
    return { text: words.item(time, named), detail: [words.detail(duration, '').trim(), ...lines].join('\n') }
  }
  const detail = [
    words.detail(duration, topic.presenter),
    ...(topic.carriedOver > 0 ? [words.carriedFrom] : []),
    ...(disclosure === 'summaries' ? writtenLines(topic, text) : []),
  ]
  return { text: words.item(time, named), detail: detail.join('\n') }
}

/** What an item is called: its kind, with the case's code where the body may see codes, or its own title. */
export const nameOfTopic = (
  {
    form,
    planKind,
    code,
    title,
    followUps,
  }: Pick<AgendaTopic, 'form' | 'planKind' | 'code' | 'title' | 'followUps'>,
  disclosure: Disclosure,
  text: Catalogue,
): string => {
  if (followUps) return text.followUps.agenda.topic
  const words = text.agendas.topic
  const kind = planKind ? words.plan(text.cases.kinds[planKind]) : text.summaries.forms[form].topic
  if (title !== undefined) return words.titled(kind, title)
  return disclosure === 'topics' || code === undefined ? kind : words.withCode(kind, code)
}

/** One item, as its readers may see it; undefined where it is not on the agenda. */
export const topicName = (
  view: AgendaView,
  item: string,
  disclosure: Disclosure,
  text: Catalogue,
): string | undefined => {
  const topic = view.topics.get(item)
  return topic && nameOfTopic(topic, disclosure, text)
}

/** Where people talk about one item: a post that they answer. */
export const agendaItemCard = (name: string, text: Catalogue): Card =>
  card('agenda.item', name, note(text.agendas.discuss.note))

const writtenLines = ({ form, written }: AgendaTopic, text: Catalogue): string[] =>
  written.map(
    ({ field, text: said }) => `${text.summaries.forms[form].fields[field]?.label ?? field}: ${said}`,
  )

/** Said to who changed an agenda that is out. */
export const changedAgendaCard = (series: string, text: Catalogue): Card => {
  const words = text.agendas.edit
  return card('agenda.changed', words.changed(series), paragraph(words.changedNext))
}

/** Said with the files. */
export const exportedAgendaCard = (series: string, date: string, text: Catalogue): Card => {
  const words = text.agendas.exported
  return card('agenda.exported', words.heading(series, date), note(words.note))
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
    lines.length !== 0 &&
      list(
        lines.map(({ meetingId, name, date }) => ({
          text: words.line(date, name),
          button: button(words.show, 'agenda.show', { meeting: meetingId }),
        })),
      ),
  )
}
