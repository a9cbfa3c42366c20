import type { Sheet } from './cell.ts'
import type { Columns } from './choose-columns.ts'
import { columnLetters, type LedgerFault, type LedgerNote } from './faults.ts'
import type { Column } from './headings.ts'
import type { Known } from './known.ts'
import { type LedgerCase, readCase } from './read-case.ts'
import { rowReader } from './row-reader.ts'
import { caseRows } from './rows.ts'
import { type Table, tablesOf } from './tables.ts'

export type { LedgerCase } from './read-case.ts'

/** A sheet, and whether it was read or why not. */
type SheetRead = {
  name: string
  read: boolean
  why?: 'hidden' | 'empty' | 'no-heading' | 'not-chosen'
}
/** A heading, and what its column was taken as. */
type HeadingRead = { sheet: string; heading: string; as: Column | 'personal' | 'not-used' }

export type LedgerRead = {
  sheets: SheetRead[]
  columns: HeadingRead[]
  cases: LedgerCase[]
  notes: LedgerNote[]
} & ({ ok: true } | { ok: false; reason: 'no-heading' | 'faults'; faults: LedgerFault[] })

export type Asked = {
  /** Plans that cannot be are told by it. */
  today?: Temporal.PlainDate | undefined
  /** The sheets to read, by name; without it all that are not hidden. */
  only?: readonly string[] | undefined
}

type Found = Pick<LedgerRead, 'cases' | 'notes' | 'columns'> & {
  faults: LedgerFault[]
  firstRow: Map<string, { sheet: string; row: number }>
}

/** Reads every sheet that heads a table of cases. All or nothing: every bad row is named with every fault of it. */
export const readLedger = (all: readonly Sheet[], known: Known, asked: Asked = {}): LedgerRead => {
  const found: Found = { cases: [], notes: [], columns: [], faults: [], firstRow: new Map() }
  const sheets = all.map((sheet): SheetRead => {
    const why = whyNot(sheet, asked)
    if (why) return { name: sheet.name, read: false, why }
    const cut = tablesOf(sheet)
    if (!cut) return { name: sheet.name, read: false, why: 'no-heading' }
    found.notes.push(...cut.notes)
    for (const table of cut.tables) readTable(sheet.name, table, known, asked, found)
    return { name: sheet.name, read: true }
  })
  const { cases, notes, columns, faults } = found
  const read = { sheets, columns, cases, notes: notes.toSorted((a, b) => a.row - b.row) }
  if (!sheets.some((sheet) => sheet.read)) {
    const faults = all.map(({ name }): LedgerFault => ({ sheet: name, row: 1, reason: 'no-heading' }))
    return { ...read, ok: false, reason: 'no-heading', faults }
  }
  return faults.length > 0 ? { ...read, ok: false, reason: 'faults', faults } : { ...read, ok: true }
}

const whyNot = (sheet: Sheet, { only }: Asked): SheetRead['why'] => {
  if (only) return only.includes(sheet.name) ? undefined : 'not-chosen'
  if (sheet.hidden) return 'hidden'
  return sheet.rows.every((row) => row.every((cell) => cell === null || cell === '')) ? 'empty' : undefined
}

const readTable = (sheet: string, table: Table, known: Known, asked: Asked, found: Found): void => {
  const { columns } = table
  const headings = headingsOf(columns, sheet).filter(
    (one) =>
      !found.columns.some(
        (other) => other.sheet === sheet && other.heading === one.heading && other.as === one.as,
      ),
  )
  found.columns.push(...headings)
  const headingRow = Math.max(1, table.rows[0]?.index ?? 1)
  for (const { heading, index, ...fault } of columns.faults)
    found.faults.push({
      sheet,
      row: headingRow,
      cell: `${columnLetters(index)}${headingRow}`,
      heading,
      ...fault,
    })
  const rows = caseRows(table, known, (index, reason) => found.notes.push({ sheet, row: index + 1, reason }))
  for (const row of rows) {
    const reader = rowReader(sheet, row, columns)
    const read = readCase(reader, known, asked.today)
    found.notes.push(...reader.notes)
    if (read.left) continue
    const first = found.firstRow.get(read.code)
    if (read.code !== '' && first) reader.fault('code', { reason: 'twice', first })
    else found.firstRow.set(read.code, { sheet, row: row.index + 1 })
    found.faults.push(...reader.faults)
    if (read.found && reader.faults.length === 0)
      found.cases.push({ sheet, row: row.index + 1, ...read.found })
  }
}

const headingsOf = (columns: Columns, sheet: string): HeadingRead[] => [
  ...[...columns.at.values(), ...columns.grid]
    .toSorted((a, b) => a.index - b.index)
    .map(({ heading, column }) => ({ sheet, heading, as: column })),
  ...columns.dropped.map(({ heading, why }) => ({ sheet, heading, as: why })),
]
