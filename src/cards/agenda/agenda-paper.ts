import {
  type Field,
  field,
  fields,
  heading,
  type Item,
  list,
  type Maybe,
  note,
  type Part,
  type Parts,
  present,
  type Sheet,
  under,
} from '../../bot/card.ts'
import type { AgendaPaper, AgendaPaperItem, Presenter } from '../../domain/agenda/agenda-paper.ts'
import type { Disclosed } from '../../domain/agenda/disclosure.ts'
import { HANDED } from '../../domain/agenda/paper.ts'
import { writeDate, writeTime } from '../../domain/calendar/write-date.ts'
import type { Catalogue } from '../../text/catalogue.ts'
import { topicText } from '../../text/topic-text.ts'
import { nextField, occasionFields, sectionText, tagText, titleLines } from '../meeting/paper-head.ts'
import { daysText } from './agenda.ts'

type Language = 'ja' | 'en'

/** 次第 in the shape of REGULATION.md section d: title, 日時 and 場所, numbered items, 閉会, 資料一覧 at the foot. */
export const agendaSheet = (paper: Disclosed<AgendaPaper>, language: Language, text: Catalogue): Sheet => {
  const words = text.document
  const lines = titleLines(paper.title, language, text, 'agenda')
  const marks = present(paper.isDraft && words.draft, paper.holdsCases && words.withCare)
  return {
    language,
    title: lines.join(' '),
    issuedAt: paper.issuedAt,
    pageBetween: words.pageBetween,
    parts: present<Part>(
      marks.length > 0 && { part: 'marks', marks },
      { part: 'title', lines },
      fields(occasionFields(paper.occasion, language, text), expected(paper, text)),
      paper.sections.map((section, index) => [
        heading(words.sectionNumber(index + 1) + sectionText(section.name, paper.sections, text)),
        sectionItems(section, language, text),
      ]),
      paper.leftOver > 0 && note(words.leftOver(paper.leftOver)),
      paperList(paper, text),
      paper.next && fields(nextField(paper.next, language, text)),
      paper.holdsCases && note(words.confidential),
    ),
  }
}

const expected = ({ attendees }: AgendaPaper, text: Catalogue): Maybe<Field> => {
  const lines = attendees.map(({ office, names }) =>
    [office, names.join(text.document.names)].filter((part) => part !== '').join('　'),
  )
  return lines.length > 0 && field(text.document.attendees, lines.join('\n'))
}

/**
 * Sections with nothing below them: those that frame a meeting, or are acts of their own. An empty section of matters
 * says so.
 */
const FRAME = new Set<unknown>(['opening', 'closing', 'other'])

const sectionItems = (
  { name, items }: AgendaPaper['sections'][number],
  language: Language,
  text: Catalogue,
): Parts => {
  if (items.length === 0)
    return !FRAME.has(name) && typeof name === 'string' && list({ text: text.document.noItems })
  return {
    part: 'items',
    items: present<Item>(
      items.map((item, index) => [itemRow(item, index + 1, language, text), pauseRow(item, text)]),
    ),
  }
}

const pauseRow = ({ pauseAfter }: AgendaPaperItem, text: Catalogue): Item | undefined =>
  pauseAfter && {
    number: '',
    text: text.document.pause,
    tags: [],
    clock: writeTime(pauseAfter.startsAt),
    duration: text.document.duration(pauseAfter.minutes),
    who: '',
    paragraphs: [],
  }

const itemRow = (item: AgendaPaperItem, number: number, language: Language, text: Catalogue): Item => {
  const words = text.document
  const days = daysText({ ...item.topic, days: item.days }, language, text)
  const topic = topicText(item.topic, text)
  const name = days === undefined ? topic : words.withDays(topic, days)
  return {
    number: words.itemNumber(number),
    text: name + (item.carriedOver > 0 ? words.carriedOver(item.carriedOver) : ''),
    tags: item.papers.map((tag) => words.tagged(tagText(tag, text))),
    clock: item.startsAt ? writeTime(item.startsAt) : '',
    duration: item.minutes === undefined ? '' : words.duration(item.minutes),
    who: presenterText(item.presenter, text),
    paragraphs: [
      ...item.written.map(({ field: name, label, text: said }) => ({
        label: label ?? fieldLabel(item, name, text),
        texts: [said],
      })),
      ...(item.followUps ?? []).map(({ member, dueOn, code, what }) => ({
        label: text.followUps.agenda.line(member, writeDate(dueOn, language)),
        texts: [present(code, what).join('　')],
      })),
    ],
  }
}

const fieldLabel = ({ topic: { form } }: AgendaPaperItem, name: string, text: Catalogue): string =>
  (form && text.summaries.forms[form].fields[name]?.label) ?? name

const presenterText = (presenter: Presenter | undefined, text: Catalogue): string => {
  if (!presenter) return ''
  return presenter.office ?? (presenter.role ? text.document.roles[presenter.role] : (presenter.name ?? ''))
}

const paperList = ({ papers }: AgendaPaper, text: Catalogue): Parts => {
  const words = text.document
  return (
    papers.length > 0 && [
      heading(words.papers),
      HANDED.map((handed) => {
        const some = papers.filter((paper) => paper.handed === handed)
        const line = ({ tag, title, url }: (typeof some)[number]) =>
          present(tagText(tag, text), title, url).join('　')
        return under(words.handed[handed], list(some.map((one) => ({ text: line(one) }))))
      }),
    ]
  )
}
