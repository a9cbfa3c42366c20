import {
  BorderStyle,
  type IBorderOptions,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx'
import type { Part } from '../../bot/card.ts'
import { cleanText } from '../clean-text.ts'
import { runs, TEXT_WIDTH } from './style.ts'

/** A table with lines; its head comes again on each page, and no row is parted. */
export const docxTable = ({ columns, rows, shares }: Extract<Part, { part: 'table' }>): Table => {
  const widths = columns.map((_, at) => Math.round((shares?.[at] ?? 1 / columns.length) * TEXT_WIDTH))
  const line: IBorderOptions = { style: BorderStyle.SINGLE, size: 4, color: '555555' }
  const cells = (texts: readonly string[], isHead: boolean) =>
    columns.map(
      (_, index) =>
        new TableCell({
          width: { size: widths[index] ?? 0, type: WidthType.DXA },
          shading: isHead ? { type: ShadingType.CLEAR, fill: 'EEEEEE', color: 'auto' } : undefined,
          children: [
            new Paragraph({
              keepNext: isHead,
              children: runs(cleanText(texts[index] ?? ''), isHead ? { bold: true } : {}),
            }),
          ],
        }),
    )
  return new Table({
    columnWidths: widths,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    margins: { left: 100, right: 100, top: 0, bottom: 0 },
    borders: {
      top: line,
      bottom: line,
      left: line,
      right: line,
      insideHorizontal: line,
      insideVertical: line,
    },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: cells(columns, true),
      }),
      ...rows.map((texts) => new TableRow({ cantSplit: true, children: cells(texts, false) })),
    ],
  })
}
