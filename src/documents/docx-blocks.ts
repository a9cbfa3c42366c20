import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  HeadingLevel,
  type IParagraphOptions,
  Paragraph,
  TabStopType,
  TextRun,
} from 'docx'
import type { Block, FactRow, ItemRow } from './block.ts'
import { cleanLine, cleanText } from './clean-text.ts'
import { itemChildren } from './docx-items.ts'
import { runs } from './docx-runs.ts'
import { EM, exactLines, TWIPS } from './docx-style.ts'
import { docxTable } from './docx-table.ts'

/** A block as what follows each other in a Word file's body. `among`: every item of the document. */
export const blockChildren = (block: Block, among: readonly ItemRow[]): FileChild[] => {
  switch (block.block) {
    case 'marks':
      return [marks(block.marks)]
    case 'title':
      return block.lines.map(
        (text) => new Paragraph({ heading: HeadingLevel.TITLE, children: runs(cleanLine(text)) }),
      )
    case 'facts':
      return facts(block.rows)
    case 'heading':
      return [new Paragraph({ heading: HeadingLevel.HEADING_1, children: runs(cleanLine(block.text)) })]
    case 'items':
      return itemChildren(block.items, among)
    case 'lines':
      return [
        ...(block.label === undefined
          ? []
          : [
              new Paragraph({
                indent: { left: EM },
                spacing: exactLines(17, 4),
                keepNext: true,
                children: runs(cleanLine(block.label), { bold: true }),
              }),
            ]),
        ...block.lines.map(
          (line) =>
            new Paragraph({ indent: { left: EM * 2 }, keepLines: true, children: runs(cleanLine(line)) }),
        ),
      ]
    case 'table':
      return [docxTable(block.columns, block.rows)]
    case 'note':
      return [
        new Paragraph({ spacing: exactLines(14, 10), children: runs(cleanText(block.text), { size: 18 }) }),
      ]
    default:
      return block satisfies never
  }
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

const facts = (rows: readonly FactRow[]): Paragraph[] => {
  const longest = Math.max(...rows.map(({ label }) => cleanLine(label).length), 3)
  const indent = (longest + 1) * EM
  return rows.flatMap(({ label, lines }, at) =>
    lines.map((line, index) => {
      const first: IParagraphOptions = {
        indent: { left: indent, hanging: indent },
        tabStops: [{ type: TabStopType.LEFT, position: indent }],
      }
      const rest: IParagraphOptions = { indent: { left: indent } }
      return new Paragraph({
        ...(index === 0 ? first : rest),
        spacing: exactLines(17, index > 0 ? 0 : at === 0 ? 12 : 3),
        keepLines: true,
        keepNext: index < lines.length - 1,
        children:
          index === 0
            ? [...runs(cleanLine(label), { bold: true }), new TextRun({ text: `\t${cleanLine(line)}` })]
            : runs(cleanLine(line)),
      })
    }),
  )
}
