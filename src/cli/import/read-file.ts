import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import readXlsx from 'read-excel-file/node'
import type { Cell, Sheet } from '../../domain/case/ledger/cell.ts'
import { soundWorkbook } from './sound-workbook.ts'

export type FileRead =
  | { ok: true; sheets: Sheet[] }
  | { ok: false; reason: 'no-file' | 'too-large' | 'too-wide' | 'empty' | 'not-a-ledger' | 'broken' }

const LARGEST_BYTES = 20_000_000
const ZIP = Buffer.from([0x50, 0x4b])
/** Magic number of the old .xls, and of an .xlsx with a password. */
const COMPOUND = Buffer.from([0xd0, 0xcf, 0x11, 0xe0])

/** Reads a ledger, its format detected by content: .xlsx, or .csv in UTF-8 (with or without BOM) or Shift_JIS. */
export const readLedgerFile = async (path: string): Promise<FileRead> => {
  const bytes = await readFile(path).catch(() => undefined)
  if (!bytes) return { ok: false, reason: 'no-file' }
  if (bytes.length > LARGEST_BYTES) return { ok: false, reason: 'too-large' }
  if (bytes.length === 0) return { ok: false, reason: 'empty' }
  if (bytes.subarray(0, 4).equals(COMPOUND)) return { ok: false, reason: 'broken' }
  return bytes.subarray(0, 2).equals(ZIP) ? readWorkbook(bytes) : readText(bytes)
}

const readWorkbook = async (bytes: Buffer): Promise<FileRead> => {
  try {
    const sound = soundWorkbook(bytes)
    if (!sound) return { ok: false, reason: 'too-wide' }
    const sheets = await readXlsx(Buffer.from(sound))
    return {
      ok: true,
      sheets: sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(cellOf)) })),
    }
  } catch {
    return { ok: false, reason: 'broken' }
  }
}

/** Converts a cell: the library gives a day as midnight in UTC. */
const cellOf = (value: unknown): Cell => {
  if (value instanceof Date) return Temporal.PlainDate.from(value.toISOString().slice(0, 10))
  if (typeof value === 'number' || typeof value === 'string') return value
  return value === null || value === undefined ? null : String(value)
}

const readText = (bytes: Buffer): FileRead => {
  const text = decode(bytes)
  if (text === undefined || text.includes('\0')) return { ok: false, reason: 'not-a-ledger' }
  try {
    const options = { bom: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: false }
    const rows: string[][] = parse(text, { ...options, delimiter: delimiterOf(text) })
    return { ok: true, sheets: [{ name: '', rows }] }
  } catch {
    return { ok: false, reason: 'not-a-ledger' }
  }
}

const decode = (bytes: Buffer): string | undefined => {
  for (const encoding of ['utf-8', 'shift_jis']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      // Try the next encoding.
    }
  }
  return undefined
}

const delimiterOf = (text: string): string => {
  const count = (sign: string) => text.split(sign).length
  return [',', '\t', ';'].toSorted((a, b) => count(b) - count(a))[0] ?? ','
}
