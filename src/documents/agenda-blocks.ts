import type { AgendaPaper, AgendaPaperItem, Presenter } from '../domain/agenda/agenda-paper.ts'
import { HANDED, type NextMeeting } from '../domain/agenda/paper.ts'
import { writeDate, writeTime } from '../domain/calendar/write-date.ts'
import type { Catalogue } from '../text/catalogue.ts'
import type { Block, FactRow, ItemRow, Sheet } from './block.ts'
import { occasionRows, sectionText, tagText, titleLines, topicText, writeDay } from './meeting-blocks.ts'

type Language = 'ja' | 'en'

/** 次第 in the shape of REGULATION.md section d: title, 日時 and 場所, numbered items, 閉会, 資料一覧 at the foot. */
export const agendaSheet = (paper: AgendaPaper, language: Language, text: Catalogue): Sheet => {
  const words = text.document
  const lines = titleLines(paper.title, language, text, 'agenda')
  const marks = [...(paper.isDraft ? [words.draft] : []), ...(paper.holdsCases ? [words.withCare] : [])]
  return {
    language,
    title: lines.join(' '),
    issuedAt: paper.issuedAt,
    pageBetween: words.pageBetween,
    blocks: [
      ...(marks.length > 0 ? [{ block: 'marks', marks } as const] : []),
      { block: 'title', lines },
      { block: 'facts', rows: [...occasionRows(paper.occasion, language, text), ...expected(paper, text)] },
      ...paper.sections.flatMap((section, index): Block[] => [
        {
          block: 'heading',
          text: words.sectionNumber(index + 1) + sectionText(section.name, paper.sections, text),
        },
        ...sectionItems(section, language, text),
      ]),
      ...(paper.leftOver > 0 ? [{ block: 'note', text: words.leftOver(paper.leftOver) } as const] : []),
      ...paperList(paper, text),
      ...(paper.next ? [{ block: 'facts', rows: [nextRow(paper.next, language, text)] } as const] : []),
      ...(paper.holdsCases ? [{ block: 'note', text: words.confidential } as const] : []),
    ],
  }
}

const expected = ({ attendees }: AgendaPaper, text: Catalogue): FactRow[] => {
  if (attendees.length === 0) return []
  const lines = attendees.map(({ office, names }) =>
    [office, names.join(text.document.names)].filter((part) => part !== '').join('　'),
  )
  return [{ label: text.document.attendees, lines }]
}

/** What frames a meeting, or is an act of its own, has nothing below it; an empty section of matters says so. */
const FRAME = new Set<unknown>(['opening', 'closing', 'other'])

const sectionItems = (
  { name, items }: AgendaPaper['sections'][number],
  language: Language,
  text: Catalogue,
): Block[] => {
  if (items.length > 0)
    return [
      {
        block: 'items',
        items: items.flatMap((item, index) => [
          itemRow(item, index + 1, language, text),
          ...pauseRow(item, text),
        ]),
      },
    ]
  return FRAME.has(name) || typeof name !== 'string'
    ? []
    : [{ block: 'lines', lines: [text.document.noItems] }]
}

const pauseRow = ({ pauseAfter }: AgendaPaperItem, text: Catalogue): ItemRow[] =>
  pauseAfter
    ? [
        {
          number: '',
          text: text.document.pause,
          tags: [],
          clock: writeTime(pauseAfter.startsAt),
          duration: text.document.duration(pauseAfter.minutes),
          who: '',
          paragraphs: [],
        },
      ]
    : []

const itemRow = (item: AgendaPaperItem, number: number, language: Language, text: Catalogue): ItemRow => {
  const words = text.document
  return {
    number: words.itemNumber(number),
    text:
      (item.followUps ? text.followUps.agenda.topic : topicText(item.topic, text)) +
      (item.carriedOver > 0 ? words.carriedOver(item.carriedOver) : ''),
    tags: item.papers.map((tag) => words.tagged(tagText(tag, text))),
    clock: item.startsAt ? writeTime(item.startsAt) : '',
    duration: item.minutes === undefined ? '' : words.duration(item.minutes),
    who: presenterText(item.presenter, text),
    paragraphs: [
      ...item.written.map(({ field, label, text: said }) => ({
        label: label ?? fieldLabel(item, field, text),
        texts: [said],
      })),
      ...(item.followUps ?? []).map(({ member, dueOn, code, what }) => ({
        label: text.followUps.agenda.line(member, writeDate(dueOn, language)),
        texts: [[code, what].filter((part) => part !== undefined).join('　')],
      })),
    ],
  }
}

const fieldLabel = ({ topic: { form } }: AgendaPaperItem, field: string, text: Catalogue): string =>
  (form && text.summaries.forms[form].fields[field]?.label) ?? field

const presenterText = (presenter: Presenter | undefined, text: Catalogue): string => {
  if (!presenter) return ''
  return presenter.office ?? (presenter.role ? text.document.roles[presenter.role] : (presenter.name ?? ''))
}

const paperList = ({ papers }: AgendaPaper, text: Catalogue): Block[] => {
  if (papers.length === 0) return []
  const words = text.document
  return [
    { block: 'heading', text: words.papers },
    ...HANDED.flatMap((handed): Block[] => {
      const of = papers.filter((paper) => paper.handed === handed)
      if (of.length === 0) return []
      const lines = of.map(({ tag, title, url }) =>
        [tagText(tag, text), title, ...(url === undefined ? [] : [url])].join('　'),
      )
      return [{ block: 'lines', label: words.handed[handed], lines }]
    }),
  ]
}

export const nextRow = ({ startsAt, place }: NextMeeting, language: Language, text: Catalogue): FactRow => {
  const words = text.document
  const when = words.nextWhen(
    writeDay(startsAt.toPlainDate(), language, text),
    writeTime(startsAt.toPlainTime()),
  )
  return { label: words.next, lines: [words.nextValue(when, place ?? '')] }
}
