import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import type { Sheet } from '../../domain/case/ledger/cell.ts'
import { decodeText } from './decode-text.ts'
import { readWorkbook } from './read-workbook.ts'
import { soundWorkbook } from './sound-workbook.ts'

export type FileRead =
  | { ok: true; sheets: Sheet[] }
  | { ok: false; reason: 'no-file' | 'too-large' | 'too-wide' | 'empty' | 'not-a-ledger' | 'broken' }

const LARGEST_BYTES = 20_000_000
const ZIP = Buffer.from([0x50, 0x4b])
/** Magic number of the old .xls, and of an .xlsx with a password. */
const COMPOUND = Buffer.from([0xd0, 0xcf, 0x11, 0xe0])

/** Reads a ledger, its format detected by content: .xlsx, .ods, or .csv and .tsv in any encoding of Japanese text. */
export const readLedgerFile = async (path: string): Promise<FileRead> => {
  const bytes = await readFile(path).catch(() => undefined)
  if (!bytes) return { ok: false, reason: 'no-file' }
  if (bytes.length > LARGEST_BYTES) return { ok: false, reason: 'too-large' }
  if (bytes.length === 0) return { ok: false, reason: 'empty' }
  if (bytes.subarray(0, 4).equals(COMPOUND)) return { ok: false, reason: 'broken' }
  return bytes.subarray(0, 2).equals(ZIP) ? readZip(bytes) : readText(bytes)
}

const readZip = (bytes: Buffer): FileRead => {
  try {
    const sound = soundWorkbook(bytes)
    return sound ? { ok: true, sheets: readWorkbook(sound) } : { ok: false, reason: 'too-wide' }
  } catch {
    return { ok: false, reason: 'broken' }
  }
}

const readText = (bytes: Buffer): FileRead => {
  const text = decodeText(bytes)
  if (text === undefined || text.includes('\0')) return { ok: false, reason: 'not-a-ledger' }
  try {
    const options = { bom: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: false }
    const rows: string[][] = parse(text, { ...options, delimiter: delimiterOf(text) })
    return { ok: true, sheets: [{ name: '', rows: rows.map((row) => row.map(unquoted)) }] }
  } catch {
    return { ok: false, reason: 'not-a-ledger' }
  }
}

/** `="0142"` and `'0142` are how a .csv keeps a spreadsheet from reading a number. */
const unquoted = (cell: string): string => cell.replace(/^\s*="(.*)"\s*$/su, '$1').replace(/^'(?=\d)/u, '')

/** The sign that most lines have, and have alike: commas in a remark are in a few. */
const delimiterOf = (text: string): string => {
  const lines = text
    .replaceAll(/"[^"]*"/gu, '')
    .split(/\r\n|\r|\n/u)
    .slice(0, 200)
    .filter((line) => line.trim() !== '')
  const worth = (sign: string) => {
    const counts = lines.map((line) => line.split(sign).length - 1).filter((count) => count > 0)
    const most = Math.max(...counts, 0)
    return counts.length * 1000 + counts.filter((count) => count === most).length * 10 + Math.min(most, 9)
  }
  return ['\t', ',', ';'].toSorted((a, b) => worth(b) - worth(a))[0] ?? ','
}
