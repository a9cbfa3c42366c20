import { type Cell, cellDate, cellText, isError, rawText } from './cell.ts'
import type { Columns } from './choose-columns.ts'
import { columnLetters, type FaultReason, type LedgerFault, type LedgerNote } from './faults.ts'
import type { Candidate } from './find-columns.ts'
import type { Column } from './headings.ts'
import type { CaseRow } from './rows.ts'

/** What stands for nothing in a column that is not the code's. */
const NOTHING = /^(?:[-‐‑‒–—―−ー/／・]+|なし|無し?|未定?|該当なし)$/u
/** A date without a time that such a column may also hold. */
const NOT_YET = /^(?:未実施|継続中?|利用中|支援中|契約中)$/u

/** A row as it is read: a cell by its column, and the faults and notes that came of it. */
export type RowReader = {
  columns: Columns
  /** The headings are asked about already: what a row lacks because of them is no fault of its own. */
  isAsked: boolean
  has(column: Column): boolean
  cell(column: Column): Cell
  /** As one line; `raw` keeps line breaks and what is merged to the same case. */
  text(column: Column): string
  raw(column: Column): string
  date(column: Column, edge?: 'first' | 'last'): Temporal.PlainDate | undefined
  /** The cells of a grid's months and of a merged heading. */
  cellOf(place: Candidate): Cell
  across(column: Column): Cell[]
  fault(column: Column | Candidate, what: FaultReason): void
  note(what: WithoutPlace<LedgerNote>): void
  faults: LedgerFault[]
  notes: LedgerNote[]
}
type WithoutPlace<N> = N extends LedgerNote ? Omit<N, 'sheet' | 'row'> : never

export const rowReader = (
  sheet: string,
  { index, cells, more, group }: CaseRow,
  columns: Columns,
): RowReader => {
  const faults: LedgerFault[] = []
  const notes: LedgerNote[] = []
  const row = index + 1
  const place = (column: Column) => columns.at.get(column)
  const fromGroup = (column: Column): Cell =>
    column === 'office' || column === 'member' || column === 'municipality' ? (group[column] ?? null) : null
  const cell = (column: Column): Cell => {
    const own = cells[place(column)?.index ?? -1] ?? null
    const text = cellText(own)
    return text === '' || (column !== 'code' && NOTHING.test(text)) ? fromGroup(column) : own
  }
  const text = (column: Column) => cellText(cell(column))
  const fault = (column: Column | Candidate, what: FaultReason) => {
    const at = typeof column === 'string' ? place(column) : column
    const typed = at ? cellText(cells[at.index]) : ''
    const found = at ? { heading: at.heading, cell: `${columnLetters(at.index)}${row}` } : {}
    faults.push({ sheet, row, ...found, ...(typed === '' ? {} : { typed }), ...what })
  }
  for (const at of [...columns.at.values(), ...columns.grid].toSorted((a, b) => a.index - b.index))
    if (isError(cells[at.index])) fault(at, { reason: 'error-cell' })
  faults.push(...differing(sheet, { index, cells, more }, columns))
  return {
    columns,
    isAsked: columns.faults.some(({ reason }) => reason !== 'counting-column'),
    faults,
    notes,
    cell,
    text,
    fault,
    has: (column) => text(column) !== '',
    raw: (column) => {
      const at = place(column)?.index ?? -1
      const parts = [cell(column), ...more.map((one) => one.own[at] ?? null)]
      return parts.map(rawText).filter(Boolean).join('\n')
    },
    cellOf: ({ index: at }) => cells[at] ?? null,
    across: (column) => {
      const at = place(column)
      return at ? cells.slice(at.index, at.index + at.width) : []
    },
    note: (what) => notes.push({ sheet, row, ...what } as LedgerNote),
    date: (column, edge) => {
      const typed = text(column)
      if (
        typed === '' ||
        isError(cell(column)) ||
        ((column === 'closed' || column === 'last') && NOT_YET.test(typed))
      )
        return undefined
      const date = cellDate(cell(column), edge)
      if (date.ok) return date.value
      fault(column, { reason: 'bad-date', wrong: date.reason })
      return undefined
    },
  }
}

/** Rows merged to one case may differ in what the certificate prints only. */
const differing = (
  sheet: string,
  { index, cells, more }: Pick<CaseRow, 'index' | 'cells' | 'more'>,
  columns: Columns,
): LedgerFault[] => {
  const places = [...columns.at.values(), ...columns.grid].filter(
    ({ column }) => column !== 'code' && column !== 'monitoring',
  )
  return more.flatMap((row) =>
    places.flatMap(({ index: at, heading }): LedgerFault[] => {
      const typed = cellText(row.own[at])
      if (typed === '' || typed === cellText(cells[at])) return []
      const cell = `${columnLetters(at)}${row.index + 1}`
      const first = { sheet, row: index + 1 }
      return [{ sheet, row: row.index + 1, cell, heading, typed, reason: 'twice', first }]
    }),
  )
}
