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
  table,
} from '../bot/card.ts'
import type { Disclosed } from '../domain/agenda/disclosure.ts'
import { writeDate } from '../domain/calendar/write-date.ts'
import type { Absentee, MinutesItem, MinutesPaper } from '../domain/minutes/minutes-paper.ts'
import type { Catalogue } from '../text/catalogue.ts'
import { topicText } from '../text/topic-text.ts'
import { nextField, occasionFields, sectionText, titleLines, writeDay } from './meeting/paper-head.ts'

type Language = 'ja' | 'en'

/** 会議録: who came, what was decided, who does what by when, and which version this is. */
export const minutesSheet = (paper: Disclosed<MinutesPaper>, language: Language, text: Catalogue): Sheet => {
  const words = text.document
  const lines = titleLines(paper.title, language, text, 'minutes')
  const marks = present(words.record.version(paper.version), paper.holdsCases && words.withCare)
  return {
    language,
    title: lines.join(' '),
    issuedAt: paper.issuedAt,
    pageBetween: words.pageBetween,
    parts: present<Part>(
      { part: 'marks', marks },
      { part: 'title', lines },
      fields(occasionFields(paper.occasion, language, text), people(paper, language, text)),
      attendance(paper, text),
      paper.sections.map(
        (section, index): Parts => [
          heading(words.sectionNumber(index + 1) + sectionText(section.name, paper.sections, text)),
          section.items.length > 0 && {
            part: 'items',
            items: section.items.map((item, at) => itemRow(item, at + 1, language, text)),
          },
        ],
      ),
      carriedOver(paper, text),
      paper.next && fields(nextField(paper.next, language, text)),
      corrections(paper, language, text),
      paper.holdsCases && note(words.confidential),
    ),
  }
}

const people = (paper: MinutesPaper, language: Language, text: Catalogue): Maybe<Field> => {
  const { record: words, attended } = text.document
  const count = (of: 'present' | 'absent') =>
    paper.attendance.reduce((sum, office) => sum + office[of].length, 0)
  const { approval } = paper
  const approved = approval
    ? words.approvedValue(approval.by, writeDay(approval.on, language, text))
    : words.notApproved
  return [
    paper.attendance.length > 0 && field(attended, words.people(count('present'), count('absent'))),
    field(words.chair, paper.chair),
    field(words.recorder, paper.recorder),
    field(words.approved, approved),
  ]
}

const attendance = (paper: MinutesPaper, text: Catalogue): Parts => {
  if (paper.attendance.length === 0) return []
  const { record: words, names } = text.document
  return [
    heading(words.attendance),
    table(
      [words.columns.office, words.columns.present, words.columns.absent],
      paper.attendance.map(({ office, present: came, absent }) => [
        office,
        came.join(names),
        absent.map((one) => absentee(one, text)).join(names),
      ]),
      [0.34, 0.33, 0.33],
    ),
  ]
}

const absentee = ({ name, deputy, remark }: Absentee, text: Catalogue): string => {
  const { record: words, names } = text.document
  const about = present(remark, deputy !== undefined && words.deputy(deputy))
  return words.absentee(name, about.join(names))
}

const itemRow = (item: MinutesItem, number: number, language: Language, text: Catalogue): Item => {
  const { record: words, ...outer } = text.document
  const decided = item.decisions.length === 0 && !item.goesOn ? [words.undecided] : item.decisions
  const followUps = item.followUps.map(({ what, who, by }) =>
    words.followUpValue(what, who, by ? writeDate(by, language) : ''),
  )
  return {
    number: outer.itemNumber(number),
    text: topicText(item.topic, text),
    tags: [],
    clock: '',
    duration: '',
    who: '',
    paragraphs: present<Item['paragraphs'][number]>(
      item.discussion !== undefined && { label: words.discussion, texts: [item.discussion] },
      decided.length > 0 && { label: words.decision, texts: [...decided] },
      followUps.length > 0 && { label: words.followUp, texts: followUps },
      item.goesOn && { label: outer.next, texts: [words.goesOn] },
    ),
  }
}

const carriedOver = (paper: MinutesPaper, text: Catalogue): Parts => {
  const { record: words } = text.document
  const lines = paper.carriedOver.map(({ topic, reason }) =>
    words.absentee(topicText(topic, text), reason ?? ''),
  )
  return lines.length > 0 && [heading(words.carriedOver), list(lines.map((line) => ({ text: line })))]
}

const corrections = (paper: MinutesPaper, language: Language, text: Catalogue): Parts => {
  if (paper.corrections.length === 0) return []
  const { record: words } = text.document
  return [
    heading(words.history),
    table(
      [
        words.historyColumns.version,
        words.historyColumns.on,
        words.historyColumns.by,
        words.historyColumns.what,
      ],
      paper.corrections.map(({ version, on, by, what }) => [
        words.version(version),
        writeDay(on, language, text),
        by,
        what,
      ]),
      [0.1, 0.26, 0.2, 0.44],
    ),
  ]
}
