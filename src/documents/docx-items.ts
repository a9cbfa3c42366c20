import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  type IBorderOptions,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx'
import type { ItemRow } from './block.ts'
import { cleanLine, cleanText } from './clean-text.ts'
import { runs } from './docx-runs.ts'
import { EM, exactLines, TEXT_WIDTH } from './docx-style.ts'

const NONE: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const NO_BORDERS = {
  top: NONE,
  bottom: NONE,
  left: NONE,
  right: NONE,
  insideHorizontal: NONE,
  insideVertical: NONE,
}
const TIGHT = { left: 0, right: 0, top: 0, bottom: 0 }

/** Items: one table without lines where nothing is written below them, else a table each with its paragraphs after it. */
export const itemTables = (items: readonly ItemRow[]): FileChild[] => {
  const widths = itemWidths(items)
  const runsOfItems: ItemRow[][] = []
  for (const item of items) {
    const last = runsOfItems.at(-1)
    if (last && isBare(item) && last.every(isBare)) last.push(item)
    else runsOfItems.push([item])
  }
  return runsOfItems.flatMap((together): FileChild[] => [
    itemTable(together, widths),
    ...together.flatMap((item) => written(item, widths)),
  ])
}

const isBare = ({ paragraphs }: ItemRow): boolean => paragraphs.length === 0

/** Of number, text, clock time, and who: those that nobody fills take no room. */
const itemWidths = (items: readonly ItemRow[]): number[] => {
  const longest = (of: (item: ItemRow) => string, most: number) =>
    Math.min(most, Math.max(...items.map((item) => ems(cleanLine(of(item))))))
  const clock = longest(({ clock: said }) => said, 8)
  const who = longest(({ who: said }) => said, 11)
  const number = Math.round((longest(({ number: said }) => said, 4) + 0.6) * EM)
  const last = [clock, who].map((width) => Math.round(width === 0 ? 0 : (width + 1.2) * EM))
  return [number, TEXT_WIDTH - EM - number - last.reduce((sum, width) => sum + width, 0), ...last]
}

/** How wide a text is, in ems: a wide letter is one, any other a little more than a half. */
const ems = (text: string): number =>
  [...text].reduce((sum, character) => sum + (/[\p{ASCII}\uff61-\uff9f]/u.test(character) ? 0.58 : 1), 0)

const itemTable = (items: readonly ItemRow[], widths: readonly number[]): Table => {
  const filled = widths.map((width, index) => ({ width, index })).filter(({ width }) => width > 0)
  return new Table({
    columnWidths: filled.map(({ width }) => width),
    width: { size: TEXT_WIDTH - EM, type: WidthType.DXA },
    indent: { size: EM, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    margins: TIGHT,
    borders: NO_BORDERS,
    rows: items.map((item) => {
      const hasMore = item.paragraphs.length > 0
      const texts = [item.number, item.text, item.clock, item.who].map(cleanLine)
      return new TableRow({
        cantSplit: true,
        children: filled.map(
          ({ width, index }) =>
            new TableCell({
              width: { size: width, type: WidthType.DXA },
              margins: { ...TIGHT, left: index === 3 ? EM : 0 },
              children: [
                new Paragraph({
                  alignment: index === 2 ? AlignmentType.RIGHT : AlignmentType.LEFT,
                  spacing: exactLines(17, 4),
                  keepNext: hasMore,
                  children: runs(texts[index] ?? '', hasMore && index === 1 ? { bold: true } : {}),
                }),
              ],
            }),
        ),
      })
    }),
  })
}

const written = ({ paragraphs }: ItemRow, widths: readonly number[]): Paragraph[] => {
  const indent = EM + (widths[0] ?? 0)
  return paragraphs.flatMap(({ label, text }) => [
    new Paragraph({
      indent: { left: indent },
      spacing: exactLines(14, 3),
      keepNext: true,
      children: runs(cleanLine(label), { bold: true, size: 18 }),
    }),
    new Paragraph({ indent: { left: indent + EM }, widowControl: true, children: runs(cleanText(text)) }),
  ])
}
