import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { strToU8, unzipSync, zipSync } from 'fflate'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import writeXlsx from 'write-excel-file/node'
import { readLedgerFile } from '../../src/cli/import/read-file.ts'
import { readLedger } from '../../src/domain/case/ledger/read-ledger.ts'
import { fuzz, TRACE } from './inputs.ts'
import { nasty, slipped } from './nasty.ts'

const KNOWN = {
  codes: new Set<string>(),
  offices: [{ id: 'kumo', name: '相談室 くも（見本）' }],
  members: [{ id: 'riku', name: '架空 りく', officeId: 'kumo' }],
  municipalities: [{ id: 'mihon', name: '見本市' }],
}
const HEADINGS = [
  '事業所',
  '担当者',
  'ケースNo.',
  '氏名',
  '計画種別',
  '支給決定期間（自）',
  '支給決定期間（至）',
  'モニタリング期間',
]
const ROW = [
  '相談室 くも（見本）',
  '架空 りく',
  'Ｋ－０００１',
  '見本 一郎',
  '更新',
  'R8.4.1',
  '令和9年3月31日',
  '６月ごと(R8.9~R9.3)',
]

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tsunagi-ledgers-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const read = async (bytes: Uint8Array) => {
  const path = join(folder, 'ledger')
  await writeFile(path, bytes)
  const file = await readLedgerFile(path)
  const ledger = file.ok ? readLedger(file.sheets, KNOWN) : file
  if (!ledger.ok && 'faults' in ledger)
    for (const { row, reason } of ledger.faults) {
      expect(row).toBeGreaterThan(0)
      expect(reason).not.toMatch(TRACE)
    }
  return ledger
}

const cell = (meant: string) =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constant(meant) },
    { weight: 2, arbitrary: slipped(meant) },
    { weight: 1, arbitrary: nasty() },
  )
const row = fc.tuple(...ROW.map(cell))
const rows = fc
  .tuple(
    fc.array(nasty(100), { maxLength: 2 }),
    fc.tuple(...HEADINGS.map(cell)),
    fc.array(row, { maxLength: 8 }),
  )
  .map(([titles, headings, cases]) => [titles, headings, ...cases])

const quoted = (value: string) => `"${value.replaceAll('"', '""')}"`
const csv = fc
  .record({
    rows,
    delimiter: fc.constantFrom(',', '\t', ';'),
    newline: fc.constantFrom('\n', '\r\n', '\r'),
    bare: fc.boolean(),
    encoding: fc.constantFrom('utf8', 'utf8', 'Shift_JIS', 'utf16le', 'EUC-JP'),
    bom: fc.boolean(),
  })
  .map(({ rows: all, delimiter, newline, bare, encoding, bom }) => {
    const text = all.map((cells) => cells.map(bare ? String : quoted).join(delimiter)).join(newline)
    return new Uint8Array(iconv.encode((bom ? '\ufeff' : '') + text, encoding))
  })
/** Bytes changed, cut out, put in twice. */
const damaged = (bytes: Uint8Array) =>
  fc.array(fc.tuple(fc.nat(bytes.length), fc.nat(255), fc.nat(3)), { maxLength: 6 }).map((hits) => {
    let made = Buffer.from(bytes)
    for (const [at, byte, how] of hits) {
      if (how === 0) made = made.subarray(0, Math.max(4, at))
      else if (how === 1) made = Buffer.concat([made.subarray(0, at), made.subarray(at + 7)])
      else if (at < made.length) made[at] = byte
    }
    return new Uint8Array(made)
  })

test('a .csv is taken, or every fault of it is told', () => fuzz('ledgers as .csv', csv.chain(damaged), read))

const workbook = async (): Promise<Uint8Array> => {
  const data = [HEADINGS, ROW].map((cells) => cells.map((value) => ({ value, type: String })))
  return new Uint8Array(await writeXlsx(data).toBuffer())
}

test('an .xlsx is taken, or refused as broken', async () => {
  const whole = await workbook()
  const parts = unzipSync(whole)
  /** The sheet's own text slipped inside a sound archive. */
  const inside = fc
    .constantFrom(...Object.keys(parts))
    .chain((name) =>
      slipped(new TextDecoder().decode(parts[name])).map((text) =>
        zipSync({ ...parts, [name]: strToU8(text) }),
      ),
    )
  await fuzz('ledgers as .xlsx', fc.oneof(damaged(whole), inside), read)
}, 3_600_000)

describe('a workbook made to harm is refused at once, and in little memory', () => {
  const sheetWith = async (xml: (sheet: string) => string): Promise<Uint8Array> => {
    const parts = unzipSync(await workbook())
    const [name = ''] = Object.keys(parts).filter((one) => /worksheets\/.*\.xml$/.test(one))
    return zipSync({ ...parts, [name]: strToU8(xml(new TextDecoder().decode(parts[name]))) }, { level: 1 })
  }
  const HARM: Record<string, () => Promise<Uint8Array>> = {
    'a bomb of 80 MB': () =>
      sheetWith((sheet) => sheet.replace('</worksheet>', `${' '.repeat(80_000_000)}</worksheet>`)),
    'a cell at the far corner': () =>
      sheetWith((sheet) =>
        sheet.replace('</sheetData>', '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'),
      ),
    'a row beyond all': () =>
      sheetWith((sheet) =>
        sheet.replace(
          '</sheetData>',
          '<row r="999999999999"><c r="ZZZZZZZ999999999999"><v>1</v></c></row></sheetData>',
        ),
      ),
    'a dimension that lies': () =>
      sheetWith((sheet) => sheet.replace(/<sheetData>/, '<dimension ref="A1:XFD1048576"/><sheetData>')),
    entities: () =>
      sheetWith((sheet) =>
        sheet.replace(
          /^<\?xml[^>]*\?>/,
          '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>',
        ),
      ),
    'nothing in it': async () => zipSync({}),
    'a zip of something else': async () => zipSync({ 'a.txt': strToU8('a') }),
  }
  test.each(Object.keys(HARM))('%s', async (what) => {
    const bytes = await (HARM[what] as () => Promise<Uint8Array>)()
    const before = process.memoryUsage().rss
    const started = performance.now()
    await read(bytes)
    expect(performance.now() - started).toBeLessThan(10_000)
    expect(process.memoryUsage().rss - before).toBeLessThan(700_000_000)
  })
})
