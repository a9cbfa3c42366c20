import type { Field, Item, ListItem, Part } from '../../bot/card.ts'
import { cleanLines } from '../clean-text.ts'
import { replaceMissingGlyphs } from '../replace-missing-glyphs.ts'
import { breakLines } from './break-lines.ts'
import type { LineCell, PageLine } from './page-line.ts'

type Face = LineCell['face']
/** Width of a text in points. */
export type Measure = (text: string, face: Face, size: number) => number

/** Points. Ten and a half is what Japanese offices write in. */
const BODY = { size: 10.5, pitch: 17 }
const SMALL = { size: 9, pitch: 14 }
const TITLE = { size: 16, pitch: 27 }
const HEADING = { size: 12, pitch: 20 }
const EM = BODY.size
const DOT = '・'
const CELL_PADDING = 5
/** A row of more lines than this may be parted between two pages. */
const ROW_LINES = 12

type Column = { x: number; width: number; text: string; face: Face; size: number; align?: 'right' | 'center' }

/** A part in lines of a width. `next`: what comes below it; `among`: every item of the paper. */
export const layOut = (
  part: Part,
  next: Part | undefined,
  among: readonly Item[],
  { width, measure }: { width: number; measure: Measure },
): PageLine[] => {
  switch (part.part) {
    case 'marks':
      return marks(part.marks, width, measure)
    case 'title':
      return part.lines.flatMap((text) =>
        rows([{ x: 0, width, text, face: 'bold', ...TITLE, align: 'center' }], measure, {
          pitch: TITLE.pitch,
          before: 0,
          keepsNext: true,
        }),
      )
    case 'heading':
      return rows([{ x: 0, width, text: part.text, face: 'bold', size: HEADING.size }], measure, {
        pitch: HEADING.pitch,
        before: 9,
        keepsNext: true,
      })
    case 'text':
      return next?.part === 'list'
        ? label(part.text, width, measure)
        : paragraph(
            [{ x: 0, width, text: part.text, face: 'regular', size: BODY.size }],
            BODY.pitch,
            4,
            measure,
          )
    case 'fields':
      return fieldLines(part.fields, width, measure)
    case 'list':
      return part.items.flatMap((item, at) =>
        listLines(item, part.ordered ? `${at + 1}. ` : '', width, measure),
      )
    case 'items':
      return items(part.items, among, width, measure)
    case 'table':
      return table(part, width, measure)
    case 'note':
      return paragraph(
        [{ x: 0, width, text: part.text, face: 'regular', size: SMALL.size }],
        SMALL.pitch,
        10,
        measure,
      )
    case 'divider':
      return [{ cells: [], height: 9, before: 0, keepsNext: false }]
    case 'buttons':
    case 'select':
      return []
    default:
      return part satisfies never
  }
}

/** Columns side by side, broken into lines: as many pageLines as the longest has, kept together. */
const rows = (
  columns: readonly Column[],
  measure: Measure,
  { pitch, before, keepsNext }: { pitch: number; before: number; keepsNext: boolean },
): PageLine[] => {
  const broken = columns.map((column) => ({
    ...column,
    lines: breakLines(replaceMissingGlyphs(column.text), column.width, (part) =>
      measure(part, column.face, column.size),
    ),
  }))
  const height = Math.max(...broken.map(({ lines }) => lines.length))
  return Array.from({ length: height }, (_, index): PageLine => {
    const cells = broken.flatMap(({ lines, x, width, face, size, align }): LineCell[] => {
      const text = lines[index] ?? ''
      if (text === '') return []
      const free = align === undefined ? 0 : width - measure(text, face, size)
      return [{ x: x + (align === 'center' ? free / 2 : free), text, face, size }]
    })
    const isLast = index === height - 1
    return {
      cells,
      height: pitch,
      before: index === 0 ? before : 0,
      keepsNext: isLast ? keepsNext : height <= ROW_LINES,
    }
  })
}

/** Running text: its first two lines stay together, and its last two. */
const paragraph = (
  columns: readonly Column[],
  pitch: number,
  before: number,
  measure: Measure,
): PageLine[] => {
  const pageLines = rows(columns, measure, { pitch, before, keepsNext: false })
  return pageLines.map((pageLine, index) => ({
    ...pageLine,
    keepsNext: index < pageLines.length - 1 && (index === 0 || index === pageLines.length - 2),
  }))
}

const marks = (texts: readonly string[], width: number, measure: Measure): PageLine[] => {
  let right = width
  const cells = texts.toReversed().map((typed): LineCell => {
    const text = replaceMissingGlyphs(typed)
    const own = measure(text, 'bold', BODY.size)
    const x = right - own - CELL_PADDING
    right = x - CELL_PADDING * 2
    return { x, text, face: 'bold', size: BODY.size, frame: { width: own } }
  })
  return [{ cells, height: 26, before: 0, keepsNext: true }]
}

const fieldLines = (fields: readonly Field[], width: number, measure: Measure): PageLine[] => {
  const labels = fields.map((one) => measure(replaceMissingGlyphs(one.label), 'bold', BODY.size))
  const indent = Math.max(...labels, EM * 3) + EM
  return fields.flatMap(({ label: named, value }, at) =>
    cleanLines(value).flatMap((text, index, lines) =>
      rows(
        [
          { x: 0, width: indent, text: index === 0 ? named : '', face: 'bold', size: BODY.size },
          { x: indent, width: width - indent, text, face: 'regular', size: BODY.size },
        ],
        measure,
        { pitch: BODY.pitch, before: index > 0 ? 0 : at === 0 ? 12 : 3, keepsNext: index < lines.length - 1 },
      ),
    ),
  )
}

/** Where an item's columns begin and how wide they are; a column that nobody fills takes no room. */
const itemColumns = (among: readonly Item[], width: number, measure: Measure) => {
  const widest = (of: (item: Item) => readonly string[], size: number, most: number) =>
    Math.min(
      most * size,
      Math.max(0, ...among.flatMap(of).map((one) => measure(replaceMissingGlyphs(one), 'regular', size))),
    )
  const number = widest((item) => [item.number], BODY.size, 4)
  let right = width
  const fromRight = (own: number) => {
    right -= own
    const column = { x: right, width: own + 1 }
    if (own > 0) right -= EM
    return column
  }
  const who = fromRight(widest((item) => [item.who], SMALL.size, 12))
  const duration = fromRight(widest((item) => [item.duration], BODY.size, 5))
  const clock = fromRight(widest((item) => [item.clock], BODY.size, 5))
  const tags = fromRight(widest((item) => item.tags, BODY.size, 8))
  const x = EM + number + EM / 2
  return { number: { x: EM, width: number + 1 }, text: { x, width: right - x }, tags, clock, duration, who }
}

const items = (all: readonly Item[], among: readonly Item[], width: number, measure: Measure): PageLine[] => {
  const at = itemColumns(among, width, measure)
  return all.flatMap((item) => {
    const hasMore = item.paragraphs.length > 0
    const plain = { face: 'regular', size: BODY.size } as const
    return [
      ...rows(
        [
          { ...at.number, ...plain, text: item.number },
          { ...at.text, ...plain, face: hasMore ? 'bold' : 'regular', text: item.text },
          { ...at.tags, ...plain, text: item.tags.join('\n') },
          { ...at.clock, ...plain, text: item.clock, align: 'right' },
          { ...at.duration, ...plain, text: item.duration, align: 'right' },
          { ...at.who, ...plain, size: SMALL.size, text: item.who },
        ],
        measure,
        { pitch: BODY.pitch, before: hasMore ? 4 : 2, keepsNext: hasMore },
      ),
      ...written(item, at.text.x, width, measure),
    ]
  })
}

const written = ({ paragraphs }: Item, indent: number, width: number, measure: Measure): PageLine[] =>
  paragraphs.flatMap(({ label, texts }) => [
    ...rows([{ x: indent, width: width - indent, text: label, face: 'bold', size: SMALL.size }], measure, {
      pitch: SMALL.pitch,
      before: 3,
      keepsNext: true,
    }),
    ...texts.flatMap((text) => {
      const x = indent + (texts.length > 1 ? 2 : 1) * EM
      const plain = { face: 'regular', size: BODY.size } as const
      const dot = texts.length > 1 ? [{ x: x - EM, width: EM * 2, text: DOT, ...plain }] : []
      return paragraph([{ x, width: wholeEms(width - x), text, ...plain }, ...dot], BODY.pitch, 0, measure)
    }),
  ])

/** A line of whole letters ends evenly. */
const wholeEms = (width: number): number => Math.floor(width / EM) * EM + 0.5

/** Names the list below it. */
const label = (text: string, width: number, measure: Measure): PageLine[] =>
  rows([{ x: EM, width: width - EM, text, face: 'bold', size: BODY.size }], measure, {
    pitch: BODY.pitch,
    before: 4,
    keepsNext: true,
  })

const listLines = (
  { text, detail }: ListItem,
  number: string,
  width: number,
  measure: Measure,
): PageLine[] => {
  const column = { x: EM * 2, width: width - EM * 2, face: 'regular' } as const
  const below = detail === undefined ? [] : [{ ...column, text: detail, size: SMALL.size }]
  return [
    ...rows([{ ...column, text: number + text, size: BODY.size }], measure, {
      pitch: BODY.pitch,
      before: 0,
      keepsNext: below.length > 0,
    }),
    ...below.flatMap((one) => paragraph([one], SMALL.pitch, 0, measure)),
  ]
}

const table = (
  { columns, rows: body, shares }: Extract<Part, { part: 'table' }>,
  width: number,
  measure: Measure,
): PageLine[] => {
  const xs = [0]
  for (const at of columns.keys()) xs.push((xs.at(-1) ?? 0) + (shares?.[at] ?? 1 / columns.length) * width)
  const row = (texts: readonly string[], face: Face, fill: boolean): PageLine[] => {
    const cells = columns.map(
      (_, index): Column => ({
        x: (xs[index] ?? 0) + CELL_PADDING,
        width: (xs[index + 1] ?? width) - (xs[index] ?? 0) - CELL_PADDING * 2,
        text: texts[index] ?? '',
        face,
        size: BODY.size,
      }),
    )
    const pageLines = rows(cells, measure, { pitch: BODY.pitch, before: 0, keepsNext: fill })
    return pageLines.map((pageLine, index) => ({
      ...pageLine,
      grid: {
        xs,
        top: index === 0,
        bottom: index === pageLines.length - 1,
        fill,
      },
    }))
  }
  const head = row(columns, 'bold', true)
  return [
    ...head,
    ...body.flatMap((texts) => row(texts, 'regular', false).map((pageLine) => ({ ...pageLine, head }))),
  ]
}
