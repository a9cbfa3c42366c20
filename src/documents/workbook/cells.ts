import writeXlsx from 'write-excel-file/node'
import { cleanLine } from '../clean-text.ts'

/** Named sheets as .xlsx bytes, their headings kept in sight. */
export const writeWorkbook = async (
  made: readonly (Sheet & { sheet: string })[],
  font: string,
): Promise<Uint8Array> => {
  const file = await writeXlsx(
    made.map(({ sheet, rows, widths, stickyColumns }) => ({
      sheet,
      data: rows,
      columns: widths.map((width) => ({ width })),
      stickyRowsCount: 1,
      stickyColumnsCount: stickyColumns,
      orientation: 'landscape' as const,
    })),
    { fontFamily: font, fontSize: 11 },
  ).toBuffer()
  return new Uint8Array(file)
}

/** One place of a sheet; nothing in it where there is nothing to tell. */
export type Cell = {
  value?: string | number
  type?: StringConstructor | NumberConstructor
  format?: string
  fontWeight?: 'bold'
  backgroundColor?: string
  topBorderStyle?: 'thin'
  wrap?: boolean
  align?: 'center'
  alignVertical?: 'center'
}

/** `widths`: of the columns, in half-width letters. The first row holds the headings. */
export type Sheet = { rows: Cell[][]; widths: number[]; stickyColumns: number }

const HEADING = '#e4ebee'

/** A text stays a text: a name that begins with `=`, `+`, `-` or `@` is no formula. */
export const textCell = (typed: string): Cell => {
  const value = cleanLine(typed)
  return value === '' ? {} : { value, type: String }
}

/** A text that may run over several lines. */
export const wrappedCell = (typed: string): Cell => ({ ...textCell(typed), wrap: true })

export const countCell = (value: number | undefined): Cell => numberCell(value, '#,##0')
export const averageCell = (value: number | undefined): Cell => numberCell(value, '#,##0.0')
export const rateCell = (value: number | undefined): Cell => numberCell(value, '0.0%')

const numberCell = (value: number | undefined, format: string): Cell =>
  value === undefined ? {} : { value, type: Number, format }

export const headings = (words: readonly string[]): Cell[] =>
  words.map((value) => ({
    value,
    type: String,
    fontWeight: 'bold',
    backgroundColor: HEADING,
    wrap: true,
    align: 'center',
    alignVertical: 'center',
  }))

/** The same row, told apart as the sum of those above. */
export const sumRow = (row: Cell[]): Cell[] =>
  row.map((cell) => ({ ...cell, fontWeight: 'bold', topBorderStyle: 'thin' }))
