import type { Card, ListItem, Part } from '../bot/card.ts'
import type { Language } from '../bot/port.ts'
import type { AgendaChange, AgendaTopic, AgendaView } from '../domain/agenda/agenda-view.ts'
import type { Agenda } from '../domain/agenda/compose.ts'
import type { Disclosure, DisclosureRefusal } from '../domain/agenda/disclosure.ts'
import { writeDate, writeDateTime, writeFiscalYear, writeTime } from '../domain/date-text/write-date.ts'
import type { Catalogue } from '../text/catalogue.ts'
import { fileParts } from './meeting.ts'
import type { MissingSummary } from './summary.ts'

/** 次第 as councils write it: title with fiscal year and number, date and place lines, numbered sections. */
export const agendaCard = (
  view: AgendaView,
  disclosure: Disclosure,
  language: Language,
  text: Catalogue,
): Card => {
  const words = text.agendas
  return {
    tag: 'agenda',
    summary: words.summary(view.seriesName, writeDate(view.startsAt.toPlainDate(), language)),
    parts: [
      ...agendaParts(view, agendaTitle(view, language, text), disclosure, language, text),
      ...fileParts(view.meetingId, text),
    ],
  }
}

const agendaTitle = ({ fiscalYear, ordinal, seriesName }: AgendaView, language: Language, text: Catalogue) =>
  text.agendas.title(writeFiscalYear(fiscalYear, language), ordinal, seriesName)

const agendaParts = (
  view: AgendaView,
  title: string,
  disclosure: Disclosure,
  language: Language,
  text: Catalogue,
  edits = false,
): Part[] => {
  const words = text.agendas
  const start = view.startsAt.toPlainDateTime()
  const end = start.add({ minutes: view.durationMinutes })
  const when = words.whenValue(writeDateTime(start, language), writeTime(end.toPlainTime()))
  return [
    { part: 'heading', text: title },
    {
      part: 'fields',
      fields: [
        { label: words.when, value: when },
        ...(view.place === undefined ? [] : [{ label: words.place, value: view.place }]),
      ],
    },
    ...view.agenda.sections.flatMap(({ id, items }, index): Part[] => {
      const name = words.section(index + 1, words.sections[id])
      if (items.length === 0) return [{ part: 'text', text: words.emptySection(name) }]
      const lines = items.map((item) => ({
        ...agendaItem(item, view.topics.get(item.id), disclosure, text),
        ...(edits ? { button: editButton(item.id, text) } : {}),
      }))
      return [
        { part: 'text', text: name },
        { part: 'list', items: lines },
      ]
    }),
    ...papers(view, text),
    { part: 'note', text: notes(view, text) },
    ...(view.changes.length > 0
      ? [
          {
            part: 'note' as const,
            text: view.changes.map((one) => changeLine(one, language, text)).join('\n'),
          },
        ]
      : []),
  ]
}

/** 資料一覧 at the foot, numbered in the order of the items. */
const papers = (view: AgendaView, text: Catalogue): Part[] => {
  const listed = view.agenda.sections
    .flatMap(({ items }) => items)
    .flatMap(({ id }) => view.topics.get(id)?.paper ?? [])
  if (listed.length === 0) return []
  const { papers: words } = text.agendas
  const items = listed.map(({ title, url }, index) => ({ text: words.paper(index + 1, title), detail: url }))
  return [
    { part: 'text', text: words.heading },
    { part: 'list', items },
  ]
}

const changeLine = ({ at, by, what, item }: AgendaChange, language: Language, text: Catalogue): string =>
  text.agendas.changes[what](writeDateTime(at.toPlainDateTime(), language), by, item)

const editButton = (summary: string, text: Catalogue) => ({
  label: text.agendas.edit.button,
  press: { command: 'agenda.edit', options: { summary } },
})

const notes = ({ agenda, limitMinutes }: AgendaView, text: Catalogue): string => {
  const words = text.agendas
  const left = agenda.carriedOver.length
  return [
    words.total(agenda.totalMinutes, limitMinutes),
    ...(left > 0 ? [words.carriedOver(left)] : []),
  ].join('\n')
}

const agendaItem = (
  { startsAt, duration }: Agenda['sections'][number]['items'][number],
  topic: AgendaTopic | undefined,
  disclosure: Disclosure,
  text: Catalogue,
): ListItem => {
  const words = text.agendas
  const time = writeTime(startsAt)
  if (!topic) return { text: words.item(time, words.none) }
  const named = topicName(topic, disclosure, text)
  const detail = [
    words.detail(duration, topic.presenter),
    ...(topic.carriedOver > 0 ? [words.carriedFrom] : []),
    ...(disclosure === 'summaries' ? writtenLines(topic, text) : []),
  ]
  return { text: words.item(time, named), detail: detail.join('\n') }
}

/** What an item is called: its kind, with the case's code where the body may see codes, or its own title. */
const topicName = (
  { form, planKind, code, title }: AgendaTopic,
  disclosure: Disclosure,
  text: Catalogue,
): string => {
  const words = text.agendas.topic
  const kind = planKind ? words.plan(text.cases.kinds[planKind]) : text.summaries.forms[form].topic
  if (title !== undefined) return words.titled(kind, title)
  return disclosure === 'topics' || code === undefined ? kind : words.withCode(kind, code)
}

const writtenLines = ({ form, written }: AgendaTopic, text: Catalogue): string[] =>
  written.map(
    ({ field, text: said }) => `${text.summaries.forms[form].fields[field]?.label ?? field}: ${said}`,
  )

/** The draft, for a coordinator: with what is missing, when it goes out, and the button to have it go out now. */
export const agendaDraftCard = (
  view: AgendaView,
  draft: {
    meetingId: string
    publishAt: Temporal.ZonedDateTime
    missing: MissingSummary[]
    /** No agenda of this calendar month holds a GSV yet. */
    gsvMissing: boolean
  },
  language: Language,
  text: Catalogue,
): Card => {
  const words = text.agendas
  const title = words.draftTitle(agendaTitle(view, language, text))
  return {
    tag: 'agenda.draft',
    summary: title,
    parts: [
      ...agendaParts(view, title, 'codes', language, text, true),
      ...leftOut(view, text),
      ...(draft.gsvMissing ? [{ part: 'note' as const, text: words.draft.gsvMissing }] : []),
      ...(draft.missing.length > 0
        ? ([
            { part: 'text', text: words.draft.missing(draft.missing.length) },
            {
              part: 'list',
              items: draft.missing.map(({ code, member, form }) => ({
                text: words.draft.missingItem(code, member),
                detail: text.summaries.forms[form].title,
              })),
            },
          ] as const)
        : []),
      {
        part: 'text',
        text: words.draft.publishAt(writeDateTime(draft.publishAt.toPlainDateTime(), language)),
      },
      { part: 'buttons', buttons: [publishButton(draft.meetingId, words.draft.publish, text)] },
    ],
  }
}

/** What is not on it, and why: each can be put right where it stands. */
const leftOut = ({ agenda, topics }: AgendaView, text: Catalogue): Part[] => {
  if (agenda.carriedOver.length === 0) return []
  const { leftOut: words } = text.agendas
  return [
    { part: 'text', text: words.heading(agenda.carriedOver.length) },
    {
      part: 'list',
      items: agenda.carriedOver.map(({ id, reason }) => {
        const topic = topics.get(id)
        return {
          text: topic ? topicName(topic, 'codes', text) : text.agendas.none,
          detail: [words.reasons[reason], ...(topic ? [topic.presenter] : [])].join(
            text.answers.listSeparator,
          ),
          button: editButton(id, text),
        }
      }),
    },
  ]
}

/** Said to who changed an agenda that is out. */
export const changedAgendaCard = (series: string, text: Catalogue): Card => {
  const words = text.agendas.edit
  return {
    tag: 'agenda.changed',
    summary: words.changed(series),
    parts: [
      { part: 'heading', text: words.changed(series) },
      { part: 'text', text: words.changedNext },
    ],
  }
}

/** Said with the files. */
export const exportedAgendaCard = (series: string, date: string, text: Catalogue): Card => {
  const words = text.agendas.exported
  return {
    tag: 'agenda.exported',
    summary: words.heading(series, date),
    parts: [
      { part: 'heading', text: words.heading(series, date) },
      { part: 'note', text: words.note },
    ],
  }
}

export const agendaHistoryCard = (
  lines: { meetingId: string; name: string; date: string }[],
  text: Catalogue,
): Card => {
  const words = text.agendas.history
  const heading = lines.length === 0 ? words.none : words.heading
  return {
    tag: 'agenda.history',
    summary: heading,
    parts: [
      { part: 'heading', text: heading },
      ...(lines.length === 0
        ? []
        : [
            {
              part: 'list' as const,
              items: lines.map(({ meetingId, name, date }) => ({
                text: words.line(date, name),
                button: {
                  label: words.show,
                  press: { command: 'agenda.show', options: { meeting: meetingId } },
                },
              })),
            },
          ]),
    ],
  }
}

const publishButton = (meetingId: string, label: string, text: Catalogue) => ({
  label,
  press: { command: 'agenda.publish', options: { meeting: meetingId } },
  style: 'primary' as const,
  confirm: {
    question: text.agendas.draft.publishQuestion,
    yes: text.agendas.draft.publishYes,
    no: text.agendas.draft.publishNo,
  },
})

/** Told to the coordinator: the channel may not hold what the agenda shows. */
export const agendaWithheldCard = (
  withheld: {
    seriesName: string
    meetingId: string
    reasons: (DisclosureRefusal | { why: 'noChannel' | 'unseen' })[]
  },
  text: Catalogue,
): Card => {
  const words = text.agendas.withheld
  const sentence = (reason: (typeof withheld.reasons)[number]): string =>
    reason.why === 'outsiders' ? words.outsiders(reason.count) : words[reason.why]
  return {
    tag: 'agenda.withheld',
    summary: words.heading(withheld.seriesName),
    parts: [
      { part: 'heading', text: words.heading(withheld.seriesName) },
      { part: 'list', items: withheld.reasons.map((reason) => ({ text: sentence(reason) })) },
      { part: 'note', text: words.next },
      {
        part: 'buttons',
        buttons: [
          publishButton(withheld.meetingId, words.again, text),
          {
            label: words.plain,
            press: { command: 'agenda.publish', options: { meeting: withheld.meetingId, plain: 'yes' } },
          },
        ],
      },
    ],
  }
}
