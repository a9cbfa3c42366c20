import { writeDate } from '../domain/calendar/write-date.ts'
import type { Absentee, MinutesItem, MinutesPaper } from '../domain/minutes/minutes-paper.ts'
import type { Catalogue } from '../text/catalogue.ts'
import { nextRow } from './agenda-blocks.ts'
import type { Block, FactRow, ItemRow, Sheet } from './block.ts'
import { occasionRows, sectionText, titleLines, topicText, writeDay } from './meeting-blocks.ts'

type Language = 'ja' | 'en'

/** 会議録: who came, what was decided, who does what by when, and which version this is. */
export const minutesSheet = (paper: MinutesPaper, language: Language, text: Catalogue): Sheet => {
  const words = text.document
  const lines = titleLines(paper.title, language, text, 'minutes')
  const marks = [words.record.version(paper.version), ...(paper.holdsCases ? [words.withCare] : [])]
  return {
    language,
    title: lines.join(' '),
    issuedAt: paper.issuedAt,
    pageBetween: words.pageBetween,
    blocks: [
      { block: 'marks', marks },
      { block: 'title', lines },
      {
        block: 'facts',
        rows: [...occasionRows(paper.occasion, language, text), ...people(paper, language, text)],
      },
      ...attendance(paper, text),
      ...paper.sections.flatMap((section, index): Block[] => [
        {
          block: 'heading',
          text: words.sectionNumber(index + 1) + sectionText(section.name, paper.sections, text),
        },
        ...(section.items.length === 0
          ? []
          : [
              {
                block: 'items',
                items: section.items.map((item, at) => itemRow(item, at + 1, language, text)),
              } as const,
            ]),
      ]),
      ...carriedOver(paper, text),
      ...(paper.next ? [{ block: 'facts', rows: [nextRow(paper.next, language, text)] } as const] : []),
      ...corrections(paper, language, text),
      ...(paper.holdsCases ? [{ block: 'note', text: words.confidential } as const] : []),
    ],
  }
}

const people = (paper: MinutesPaper, language: Language, text: Catalogue): FactRow[] => {
  const { record: words, attended } = text.document
  const count = (of: 'present' | 'absent') =>
    paper.attendance.reduce((sum, office) => sum + office[of].length, 0)
  const { approval } = paper
  const approved = approval
    ? words.approvedValue(approval.by, writeDay(approval.on, language, text))
    : words.notApproved
  return [
    ...(paper.attendance.length === 0
      ? []
      : [{ label: attended, lines: [words.people(count('present'), count('absent'))] }]),
    ...(paper.chair === undefined ? [] : [{ label: words.chair, lines: [paper.chair] }]),
    ...(paper.recorder === undefined ? [] : [{ label: words.recorder, lines: [paper.recorder] }]),
    { label: words.approved, lines: [approved] },
  ]
}

const attendance = (paper: MinutesPaper, text: Catalogue): Block[] => {
  if (paper.attendance.length === 0) return []
  const { record: words, names } = text.document
  return [
    { block: 'heading', text: words.attendance },
    {
      block: 'table',
      columns: [
        { label: words.columns.office, share: 0.34 },
        { label: words.columns.present, share: 0.33 },
        { label: words.columns.absent, share: 0.33 },
      ],
      rows: paper.attendance.map(({ office, present, absent }) => [
        office,
        present.join(names),
        absent.map((one) => absentee(one, text)).join(names),
      ]),
    },
  ]
}

const absentee = ({ name, deputy, reason }: Absentee, text: Catalogue): string => {
  const { record: words, names } = text.document
  const about = [
    ...(reason === undefined ? [] : [reason]),
    ...(deputy === undefined ? [] : [words.deputy(deputy)]),
  ]
  return words.absentee(name, about.join(names))
}

const itemRow = (item: MinutesItem, number: number, language: Language, text: Catalogue): ItemRow => {
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
    paragraphs: [
      ...(item.discussion === undefined ? [] : [{ label: words.discussion, texts: [item.discussion] }]),
      ...(decided.length === 0 ? [] : [{ label: words.decision, texts: decided }]),
      ...(followUps.length === 0 ? [] : [{ label: words.followUp, texts: followUps }]),
      ...(item.goesOn ? [{ label: outer.next, texts: [words.goesOn] }] : []),
    ],
  }
}

const carriedOver = (paper: MinutesPaper, text: Catalogue): Block[] => {
  if (paper.carriedOver.length === 0) return []
  const { record: words } = text.document
  const lines = paper.carriedOver.map(({ topic, reason }) =>
    words.absentee(topicText(topic, text), reason ?? ''),
  )
  return [
    { block: 'heading', text: words.carriedOver },
    { block: 'lines', lines },
  ]
}

const corrections = (paper: MinutesPaper, language: Language, text: Catalogue): Block[] => {
  if (paper.corrections.length === 0) return []
  const { record: words } = text.document
  return [
    { block: 'heading', text: words.history },
    {
      block: 'table',
      columns: [
        { label: words.historyColumns.version, share: 0.1 },
        { label: words.historyColumns.on, share: 0.26 },
        { label: words.historyColumns.by, share: 0.2 },
        { label: words.historyColumns.what, share: 0.44 },
      ],
      rows: paper.corrections.map(({ version, on, by, what }) => [
        words.version(version),
        writeDay(on, language, text),
        by,
        what,
      ]),
    },
  ]
}
