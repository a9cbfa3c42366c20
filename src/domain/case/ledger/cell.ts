import { readDate, readExcelSerial } from '../../calendar/read-date.ts'

/** A cell of a sheet: what was typed, a number, or a date the file itself marks as one. */
export type Cell = string | number | Temporal.PlainDate | null
export type Sheet = { name: string; rows: readonly (readonly Cell[])[] }

/** As a person reads it, widths and spaces made one; blank for an empty cell. */
export const cellText = (cell: Cell | undefined): string => {
  if (cell === null || cell === undefined) return ''
  return String(cell).normalize('NFKC').replaceAll(/\s+/gu, ' ').trim()
}

/** A date in any of the ways ledgers hold one; undefined when it is none. */
export const cellDate = (cell: Cell | undefined): Temporal.PlainDate | undefined => {
  if (cell instanceof Temporal.PlainDate) return cell
  const read = typeof cell === 'number' ? readExcelSerial(cell) : readDate(cellText(cell))
  if (read.ok) return read.value
  const serial = /^\d{5}$/u.test(cellText(cell)) ? readExcelSerial(Number(cellText(cell))) : read
  return serial.ok ? serial.value : undefined
}
