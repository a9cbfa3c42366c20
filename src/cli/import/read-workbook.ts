import { type CellObject, read, SSF, type WorkSheet } from '@e965/xlsx'
import { unzipSync } from 'fflate'
import { readExcelSerial } from '../../domain/calendar/read-date.ts'
import type { Cell, Sheet } from '../../domain/case/ledger/cell.ts'

/** Bounds what is read of a sheet that is formatted down to its last row. */
const MOST_ROWS = 100_000
const MOST_COLUMNS = 500

/** Reads every sheet of an .xlsx or .ods, with its merged cells. Throws on a file that is none. */
export const readWorkbook = (bytes: Uint8Array): Sheet[] => {
  const book = read(bytes, {
    type: 'buffer',
    dense: true,
    cellNF: true,
    cellHTML: false,
    cellFormula: false,
    sheetRows: MOST_ROWS,
  })
  const is1904 = book.Workbook?.WBProps?.date1904 === true || declares1904(bytes)
  const hidden =
    book.bookType === 'ods' ? hiddenTables(bytes) : book.Workbook?.Sheets?.map((one) => one.Hidden)
  return book.SheetNames.map((name, at): Sheet => {
    const sheet = book.Sheets[name] ?? {}
    const merges = (sheet['!merges'] ?? []).map(({ s, e }) => ({
      top: s.r,
      left: s.c,
      bottom: e.r,
      right: e.c,
    }))
    return {
      name,
      rows: rowsOf(sheet, is1904),
      merges,
      hidden: Boolean(hidden?.[at]),
    }
  })
}

const rowsOf = (sheet: WorkSheet, is1904: boolean): Cell[][] => {
  const data = sheet['!data'] ?? []
  return Array.from(data, (row) =>
    Array.from((row ?? []).slice(0, MOST_COLUMNS), (cell) => cellOf(cell, is1904)),
  )
}

/** The 1904 date system counts from 1904-01-01: so many days after the other's first. */
const DAYS_TO_1904 = 1462

const cellOf = (cell: CellObject | undefined, is1904: boolean): Cell => {
  if (!cell || cell.v === undefined || cell.v === null || cell.t === 'z') return null
  if (cell.t === 'e') return { error: ERRORS[Number(cell.v)] ?? '#N/A' }
  if (cell.v instanceof Date) return Temporal.PlainDate.from(cell.v.toISOString().slice(0, 10))
  if (typeof cell.v !== 'number') return String(cell.v)
  return numberOf(cell, cell.v, is1904)
}

const ERRORS: Record<number, string> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
}

const numberOf = (cell: CellObject, value: number, is1904: boolean): Cell => {
  const serial = is1904 ? value + DAYS_TO_1904 : value
  if (SSF.is_date(String(cell.z ?? 'General'))) {
    const day = readExcelSerial(serial)
    return day.ok ? day.value : value
  }
  const shown = cell.w?.trim() || String(value)
  // A day number without a date's format counts by the same system.
  if (is1904 && Number.isInteger(value) && shown === String(value)) return { number: serial, shown }
  return shown === String(value) ? value : { number: value, shown }
}

/** The library knows `1` and `true` only; programs also write `TRUE` and `on`. */
const declares1904 = (bytes: Uint8Array): boolean => {
  const parts = unzipSync(bytes, { filter: ({ name }) => /(?:^|\/)workbook\.xml$/iu.test(name) })
  return Object.values(parts).some((xml) =>
    /\bdate1904\s*=\s*["'](?:1|true|on)["']/iu.test(new TextDecoder().decode(xml)),
  )
}

/** The library does not tell which tables of an .ods are hidden: those whose style is not displayed. */
const hiddenTables = (bytes: Uint8Array): boolean[] => {
  const parts = unzipSync(bytes, { filter: ({ name }) => name === 'content.xml' })
  const xml = new TextDecoder().decode(parts['content.xml'])
  const styles = new Set<string | undefined>()
  for (const [style, name] of xml.matchAll(
    /<style:style\b[^>]*\bstyle:name="([^"]*)"[^>]*>\s*<style:table-properties\b[^>]*>/gu,
  ))
    if (style.includes('table:display="false"')) styles.add(name)
  return [...xml.matchAll(/<table:table\s[^>]*>/gu)].map(([table]) =>
    styles.has(/\btable:style-name="([^"]*)"/u.exec(table)?.[1] ?? ''),
  )
}
