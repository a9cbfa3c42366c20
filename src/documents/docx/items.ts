import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  type IBorderOptions,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx'
import type { Item } from '../../bot/card.ts'
import { cleanLine, cleanText } from '../clean-text.ts'
import { EM, exactLines, runs, TEXT_WIDTH } from './style.ts'

const NONE: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const NO_BORDERS = {
  top: NONE,
  bottom: NONE,
  left: NONE,
  right: NONE,
  insideHorizontal: NONE,
  insideVertical: NONE,
}
/** Half points. */
const BODY = 21
const SMALL = 18
const DOT = '・'
/** Between columns, in ems. */
const GAP = 0.9

const TIGHT = { left: 0, right: 0, top: 0, bottom: 0 }

/** Items in a table without lines; one with something written below it is a paragraph, which stays with what follows. */
export const itemChildren = (items: readonly Item[], among: readonly Item[]): FileChild[] => {
  const columns = itemColumns(among)
  const indent = (columns[0]?.width ?? 0) + EM
  const groups: Item[][] = []
  for (const item of items) {
    const last = groups.at(-1)
    if (last && isBare(item) && last.every(isBare)) last.push(item)
    else groups.push([item])
  }
  return groups.flatMap((group): FileChild[] =>
    group.every(isBare)
      ? [itemTable(group, columns)]
      : group.flatMap((item) => [itemLine(item, columns, indent), ...written(item, indent)]),
  )
}

const isBare = ({ paragraphs }: Item): boolean => paragraphs.length === 0

type ItemColumn = {
  of: (item: Item) => string
  width: number
  /** Half points. */
  size: number
  align: (typeof AlignmentType)['LEFT' | 'RIGHT']
  /** Room before it, in twips. */
  gap: number
}

const numberOf = ({ number }: Item): string => number
const tagLines = ({ tags }: Item): string => tags.join('\n')

/** A column that nobody fills takes no room; the topic has what the others leave. */
const itemColumns = (among: readonly Item[]): ItemColumn[] => {
  const column = (
    of: ItemColumn['of'],
    most: number,
    {
      size = BODY,
      align = AlignmentType.LEFT,
      gap = GAP,
    }: Partial<Pick<ItemColumn, 'size' | 'align' | 'gap'>> = {},
  ): ItemColumn => {
    const lines = among.flatMap((item) => of(item).split('\n'))
    const longest = Math.min(most, Math.max(0, ...lines.map((one) => ems(cleanLine(one)))))
    const width = longest === 0 ? 0 : Math.round((longest + gap) * size * 10)
    return { of, size, align, width, gap: Math.round(gap * size * (align === AlignmentType.RIGHT ? 3 : 5)) }
  }
  const number = column(numberOf, 4, { gap: 0.3 })
  const others = [
    column(tagLines, 8),
    column((item) => item.clock, 5, { align: AlignmentType.RIGHT }),
    column((item) => item.duration, 5, { align: AlignmentType.RIGHT }),
    column((item) => item.who, 12, { size: SMALL }),
  ].filter(({ width }) => width > 0)
  const taken = [number, ...others].reduce((sum, { width }) => sum + width, 0)
  const topic = { ...column((item) => item.text, 0), width: TEXT_WIDTH - EM - taken, gap: 0 }
  return [number, topic, ...others]
}

/** How wide a text is, in ems: a wide letter is one, any other a little more than a half. */
const ems = (text: string): number =>
  [...text].reduce((sum, character) => sum + (/[\p{ASCII}\uff61-\uff9f]/u.test(character) ? 0.63 : 1), 0)

const itemTable = (items: readonly Item[], columns: readonly ItemColumn[]): Table =>
  new Table({
    columnWidths: columns.map(({ width }) => width),
    width: { size: TEXT_WIDTH - EM, type: WidthType.DXA },
    indent: { size: EM, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    margins: TIGHT,
    borders: NO_BORDERS,
    rows: items.map(
      (item) => new TableRow({ cantSplit: true, children: columns.map((column) => itemCell(item, column)) }),
    ),
  })

const itemCell = (item: Item, { of, width, size, align, gap }: ItemColumn): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { ...TIGHT, left: of === numberOf ? 0 : gap },
    children: [
      new Paragraph({
        alignment: align,
        autoSpaceEastAsianText: false,
        spacing: exactLines(17, 2),
        children: runs(cleanText(of(item)), { size }),
      }),
    ],
  })

/** On tab stops where the columns of a table would be, its papers after its name. */
const itemLine = (
  item: Item,
  [number, topic, ...others]: readonly ItemColumn[],
  indent: number,
): Paragraph => {
  let left = EM + (number?.width ?? 0) + (topic?.width ?? 0)
  const ends = others.flatMap(({ of, size, width, align, gap }) => {
    const isRight = align === AlignmentType.RIGHT
    const position = left + (isRight ? width : gap)
    left += width
    const type = isRight ? TabStopType.RIGHT : TabStopType.LEFT
    return of === tagLines ? [] : [{ stop: { type, position }, text: cleanLine(of(item)), size }]
  })
  const tags = item.tags.map(cleanLine).join('')
  return new Paragraph({
    indent: { left: indent, hanging: indent - EM },
    tabStops: ends.map(({ stop }) => stop),
    spacing: exactLines(17, 4),
    keepNext: true,
    keepLines: true,
    children: [
      ...runs(cleanLine(item.number)),
      new TextRun({ children: [new Tab()] }),
      ...runs(cleanLine(item.text), { bold: true }),
      ...(item.tags.length > 1 ? [] : runs(tags)),
      ...ends.flatMap(({ text, size }) => [new TextRun({ children: [new Tab()] }), ...runs(text, { size })]),
      // Several would leave the clock time no room beside them.
      ...(item.tags.length > 1 ? runs(`\n${tags}`) : []),
    ],
  })
}

const written = ({ paragraphs }: Item, indent: number): Paragraph[] =>
  paragraphs.flatMap(({ label, texts }) => [
    new Paragraph({
      indent: { left: indent },
      spacing: exactLines(14, 3),
      keepNext: true,
      children: runs(cleanLine(label), { bold: true, size: SMALL }),
    }),
    ...texts.map((text) => {
      const dotted = texts.length > 1
      return new Paragraph({
        indent: dotted ? { left: indent + EM * 2, hanging: EM } : { left: indent + EM },
        children: runs(`${dotted ? DOT : ''}${cleanText(text)}`),
      })
    }),
  ])
