import {
  AlignmentType,
  BorderStyle,
  Document,
  type FileChild,
  Footer,
  HeadingLevel,
  type IParagraphOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  TabStopType,
  TextRun,
} from 'docx'
import type { Field, Item, ListItem, Part, Sheet } from '../../bot/card.ts'
import { cleanLine, cleanLines, cleanText } from '../clean-text.ts'
import { itemChildren } from './items.ts'
import { makeDocxReproducible } from './make-docx-reproducible.ts'
import { EM, exactLines, FONT, PAGE, runs, STYLES, TWIPS } from './style.ts'
import { docxTable } from './table.ts'

/** A sheet as a Word file that can be edited on. The same sheet gives the same bytes. */
export const docxOf = async ({ title, issuedAt, pageBetween, parts }: Sheet): Promise<Uint8Array> => {
  const among = parts.flatMap((part) => (part.part === 'items' ? part.items : []))
  const document = new Document({
    title: cleanLine(title),
    creator: 'Tsunagi',
    lastModifiedBy: 'Tsunagi',
    styles: STYLES,
    compatabilityModeVersion: 15,
    sections: [
      {
        properties: { page: PAGE },
        footers: { default: foot(pageBetween) },
        children: parts.flatMap((part, at) => partChildren(part, parts[at + 1], among)),
      },
    ],
  })
  return makeDocxReproducible(await Packer.toBuffer(document), issuedAt)
}

const foot = (between: string): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        spacing: { line: 14 * TWIPS, lineRule: LineRuleType.EXACT },
        children: [
          new TextRun({
            children: [PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES],
            size: 18,
            font: FONT,
          }),
        ],
      }),
    ],
  })

/** A part as what follows each other in a Word file's body. `next`: what comes below it; `among`: every item there is. */
const partChildren = (part: Part, next: Part | undefined, among: readonly Item[]): FileChild[] => {
  switch (part.part) {
    case 'marks':
      return [marks(part.marks)]
    case 'title':
      return part.lines.map(
        (text) => new Paragraph({ heading: HeadingLevel.TITLE, children: runs(cleanLine(text)) }),
      )
    case 'heading':
      return [new Paragraph({ heading: HeadingLevel.HEADING_1, children: runs(cleanLine(part.text)) })]
    case 'text':
      return [
        next?.part === 'list' ? label(part.text) : new Paragraph({ children: runs(cleanText(part.text)) }),
      ]
    case 'fields':
      return fieldLines(part.fields)
    case 'list':
      return part.items.flatMap((item, at) => listLines(item, part.ordered ? `${at + 1}. ` : ''))
    case 'items':
      return itemChildren(part.items, among)
    case 'table':
      return [docxTable(part)]
    case 'note':
      return [
        new Paragraph({ spacing: exactLines(14, 10), children: runs(cleanText(part.text), { size: 18 }) }),
      ]
    case 'divider':
      return [new Paragraph({ spacing: exactLines(9), children: [] })]
    case 'buttons':
    case 'select':
      return []
    default:
      return part satisfies never
  }
}

/** Names the list below it. */
const label = (text: string): Paragraph =>
  new Paragraph({
    indent: { left: EM },
    spacing: exactLines(17, 4),
    keepNext: true,
    children: runs(cleanLine(text), { bold: true }),
  })

const listLines = ({ text, detail }: ListItem, number: string): Paragraph[] => {
  const below = detail === undefined ? '' : cleanText(detail)
  const look = { indent: { left: EM * 2 }, keepLines: true }
  const line = runs(number + cleanLine(text))
  if (below === '') return [new Paragraph({ ...look, children: line })]
  return [
    new Paragraph({ ...look, keepNext: true, children: line }),
    new Paragraph({ ...look, spacing: exactLines(14), children: runs(below, { size: 18 }) }),
  ]
}

const marks = (texts: readonly string[]): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.RIGHT,
    autoSpaceEastAsianText: false,
    spacing: { ...exactLines(17), after: 9 * TWIPS },
    keepNext: true,
    children: texts.flatMap((mark, index) => [
      ...(index > 0 ? [new TextRun('　')] : []),
      new TextRun({
        text: cleanLine(mark),
        bold: true,
        border: { style: BorderStyle.SINGLE, size: 6, space: 4, color: '000000' },
      }),
    ]),
  })

const fieldLines = (fields: readonly Field[]): Paragraph[] => {
  const longest = Math.max(...fields.map((one) => cleanLine(one.label).length), 3)
  const indent = (longest + 1) * EM
  const first: IParagraphOptions = {
    indent: { left: indent, hanging: indent },
    tabStops: [{ type: TabStopType.LEFT, position: indent }],
  }
  const rest: IParagraphOptions = { indent: { left: indent } }
  return fields.flatMap(({ label: named, value }, at) =>
    cleanLines(value).map(
      (line, index, lines) =>
        new Paragraph({
          ...(index === 0 ? first : rest),
          spacing: exactLines(17, index > 0 ? 0 : at === 0 ? 12 : 3),
          keepLines: true,
          keepNext: index < lines.length - 1,
          children:
            index === 0
              ? [...runs(cleanLine(named), { bold: true }), new TextRun({ text: `\t${line}` })]
              : runs(line),
        }),
    ),
  )
}
