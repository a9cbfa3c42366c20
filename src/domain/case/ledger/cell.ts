import { type DateFault, readDate, readExcelSerial, readMonth } from '../../calendar/read-date.ts'

/** A number that its format shows otherwise: 142 as `000142`, 3 as `3か月`. */
type FormattedNumber = { number: number; shown: string }
/** What a spreadsheet shows in place of a value: `#REF!`. */
type ErrorCell = { error: string }
/** A cell of a sheet: what was typed, a number, or a date that the file itself marks as one. */
export type Cell = string | number | Temporal.PlainDate | FormattedNumber | ErrorCell | null
/** Merged cells, counted from 0; the first holds the value. */
type Merge = { top: number; left: number; bottom: number; right: number }
export type Sheet = {
  name: string
  rows: readonly (readonly Cell[])[]
  merges?: readonly Merge[]
  hidden?: boolean
}

/** Returns what was typed, line breaks kept. */
export const rawText = (cell: Cell | undefined): string => {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'string') return cell
  if (typeof cell === 'number' || cell instanceof Temporal.PlainDate) return String(cell)
  return 'error' in cell ? cell.error : cell.shown
}

/** As a person reads it, widths and spaces made one; blank for an empty cell. */
export const cellText = (cell: Cell | undefined): string =>
  rawText(cell).normalize('NFKC').replaceAll(/\s+/gu, ' ').trim()

export const isBlank = (cell: Cell | undefined): boolean => cellText(cell) === ''

/** Errors as every spreadsheet program writes them, also where a .csv holds them as text; `####` is a narrow column. */
const ERROR = /^(?:#[A-Z]+(?:\/[A-Z0]+)?[!?]?|Err:\d+|#+)$/u

export const isError = (cell: Cell | undefined): boolean => {
  if (cell === null || cell === undefined || cell instanceof Temporal.PlainDate) return false
  if (typeof cell === 'object') return 'error' in cell
  return typeof cell === 'string' && cell.trim().length > 1 && ERROR.test(cellText(cell))
}

/** A larger number is no day number, but 20260401. */
const FIRST_WRITTEN = 10_000_000

export type CellDate = { ok: true; value: Temporal.PlainDate } | { ok: false; reason: DateFault }

/**
 * Reads a date in any of the ways ledgers hold one. A month alone means its first day, or its last where `edge` is the
 * end of a period.
 */
export const cellDate = (cell: Cell | undefined, edge: 'first' | 'last' = 'first'): CellDate => {
  if (cell instanceof Temporal.PlainDate) return { ok: true, value: cell }
  if (typeof cell === 'number') return cell > FIRST_WRITTEN ? readDate(String(cell)) : readExcelSerial(cell)
  if (cell !== null && typeof cell === 'object' && 'number' in cell) return readExcelSerial(cell.number)
  const text = cellText(cell)
  if (/^\d{5}$/u.test(text)) return readExcelSerial(Number(text))
  const read = readDate(text)
  if (read.ok || read.reason !== 'not-a-date') return read
  const month = readMonth(text)
  if (!month.ok) return month.reason === 'not-a-date' ? read : month
  const { daysInMonth } = month.value
  return { ok: true, value: month.value.toPlainDate({ day: edge === 'first' ? 1 : daysInMonth }) }
}
