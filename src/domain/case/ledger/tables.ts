import { type Cell, cellText, isBlank, type Sheet } from './cell.ts'
import { type Columns, chooseColumns } from './choose-columns.ts'
import type { LedgerNote } from './faults.ts'
import { findHeading, type Heading, headingAt } from './find-columns.ts'
import { recogniseHeading } from './headings.ts'

/** A row of a table. `own`: as it stands; `cells`: with what is merged down to it; `more`: rows merged to the same case. */
export type Row = { index: number; own: readonly Cell[]; cells: readonly Cell[]; more: Row[] }
/** A table of cases with its headings; a sheet may hold several, one below the other. */
export type Table = { columns: Columns; rows: readonly Row[] }

/** Cuts a sheet into its tables; undefined where no row heads a table of cases. */
export const tablesOf = (sheet: Sheet): { tables: Table[]; notes: LedgerNote[] } | undefined => {
  const first = findHeading(sheet)
  if (!first) return undefined
  const merged = mergedDown(sheet)
  const notes: LedgerNote[] = []
  const parts: { heading: Heading; rows: Row[] }[] = [{ heading: first, rows: [] }]
  let isOther = false
  for (let index = first.bottom + 1; index < sheet.rows.length; index += 1) {
    const own = sheet.rows[index] ?? []
    const heading = headingAt(sheet, index)
    if (heading) {
      parts.push({ heading: { ...heading, dropped: heading.dropped }, rows: [] })
      isOther = false
      index = heading.bottom
      continue
    }
    if (!isOther && isOtherTable(sheet, index)) {
      isOther = true
      notes.push({ sheet: sheet.name, row: index + 1, reason: 'other-table' })
    }
    if (isOther) continue
    parts.at(-1)?.rows.push({ index, own, cells: merged(index), more: [] })
  }
  const tables = parts.map(({ heading, rows }) => {
    const columns = chooseColumns(
      heading,
      rows.map(({ cells }) => cells),
    )
    return { columns, rows }
  })
  return { tables: tables.filter(({ rows }, at) => at === 0 || rows.length > 0), notes }
}

/** Headings below a blank row that name no case code: a table of something else begins. */
const isOtherTable = ({ rows }: Sheet, index: number): boolean => {
  if (!(rows[index - 1] ?? []).every(isBlank)) return false
  const filled = (rows[index] ?? []).filter((cell) => !isBlank(cell))
  if (filled.length < 2 || !filled.every((cell) => typeof cell === 'string' && !/\d/u.test(cell)))
    return false
  return filled.some((cell) => recogniseHeading(cellText(cell)).is !== 'other')
}

/** Bounds the cells that merges fill, against a file made to harm. */
const MOST_FILLED = 1_000_000

/** Fills cells merged downwards with the value of their first. */
const mergedDown = ({ rows, merges = [] }: Sheet): ((index: number) => readonly Cell[]) => {
  const filled = new Map<number, Cell[]>()
  let left = MOST_FILLED
  for (const { top, left: column, bottom } of merges) {
    const value = rows[top]?.[column] ?? null
    if (isBlank(value)) continue
    for (let row = top + 1; row <= Math.min(bottom, rows.length - 1) && left > 0; row += 1) {
      const cells = filled.get(row) ?? [...(rows[row] ?? [])]
      while (cells.length <= column) cells.push(null)
      cells[column] = value
      filled.set(row, cells)
      left -= 1
    }
  }
  return (index) => filled.get(index) ?? rows[index] ?? []
}
