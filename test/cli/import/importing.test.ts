import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import writeXlsx from 'write-excel-file/node'
import { type Config, readConfig } from '../../../src/app/config.ts'
import { importCases } from '../../../src/cli/import/import-cases.ts'
import { applyRegion } from '../../../src/cli/region/apply.ts'
import { asOwner, freshDatabase } from '../../support/database.ts'

const SAMPLE = new URL('../../../examples/regions/saikatsuhoku.yaml', import.meta.url).pathname
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tsunagi-import-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** An office's ledger: two title rows, merged cells, 和暦, a total, columns with personal data. */
const MERGED = [
  ['令和8年度　計画相談　利用者台帳', '', '', '', '', '', '', '', '', ''],
  ['作成日', 'R8.4.1', '', '', '', '', '', '', '', ''],
  [
    '事業所',
    '担当者',
    'ケースNo.',
    '氏名',
    '生年月日',
    '計画種別',
    '支給決定期間（自）',
    '支給決定期間（至）',
    'モニタリング期間',
    '住所',
  ],
  [
    '相談室 くも（見本）',
    '架空 りく',
    'Ｋ－０００１',
    '見本 一郎',
    'S60.1.1',
    '更新',
    'R8.4.1',
    '令和9年3月31日',
    '６月ごと(R8.9~R9.3)',
    '見本市見本町1丁目1-1',
  ],
  [
    '',
    '',
    'K-0002',
    '見本 二郎',
    'H2.5.5',
    '新規',
    '令和８年５月１日',
    '２０２７/４/３０',
    '3か月',
    '見本市見本町2丁目2-2',
  ],
  [
    '',
    '架空あおい',
    'K-0003',
    '見本 三郎',
    'H元.6.6',
    '更新',
    '46113',
    '46477',
    '毎月',
    '見本市見本町3丁目3-3',
  ],
  [
    '相談室 れんこん（見本）',
    '',
    'K-0004',
    '見本 四郎',
    'R1.7.7',
    '変更',
    '2026.6.1',
    '2027.5.31',
    '12',
    '見本市見本町4丁目4-4',
  ],
  ['合計', '', '4件', '', '', '', '', '', '', ''],
]

/** A .csv does not say what was merged: the person stands in every row. */
const LEDGER = MERGED.map((row) =>
  row.map((value, at) => (row[2] === 'K-0002' && at === 1 ? '架空 りく' : value)),
)

const csv = (rows: string[][]): string => rows.map((row) => row.join(',')).join('\r\n')
const file = async (name: string, bytes: Buffer | string): Promise<string> => {
  const path = join(folder, name)
  await writeFile(path, bytes)
  return path
}

type Row = { code: string; member_id: string; valid_from: string; valid_to: string; months: string }
const region = async (): Promise<{ config: Config; rows: () => Promise<Row[]> }> => {
  const databaseUrl = await freshDatabase()
  const read = readConfig({ DATABASE_URL: databaseUrl, REDIS_URL: 'redis://127.0.0.1:1', DATA_DIR: folder })
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  await applyRegion(SAMPLE, false, read.config)
  const rows = () =>
    asOwner(databaseUrl, 'saikatsuhoku', async (owner) => {
      const found = await owner.query<Row>(
        `select c.code, c.member_id, p.valid_from::text, p.valid_to::text,
                (select string_agg(to_char(m.due_month, 'YYYY-MM'), ' ' order by m.due_month) from monitorings m where m.case_id = c.id) as months
         from cases c join plans p on p.case_id = c.id order by c.code`,
      )
      const everything = await owner.query(`select string_agg(t::text, ' ') as text from cases t`)
      expect(everything.rows[0].text ?? '').not.toContain('郎')
      return found.rows
    })
  return { config: read.config, rows }
}

const EXPECTED = [
  {
    code: 'K-0001',
    member_id: 'riku',
    valid_from: '2026-04-01',
    valid_to: '2027-03-31',
    months: '2026-09 2027-03',
  },
  {
    code: 'K-0002',
    member_id: 'riku',
    valid_from: '2026-05-01',
    valid_to: '2027-04-30',
    months: '2026-05 2026-06 2026-07 2026-10 2027-01 2027-04',
  },
  {
    code: 'K-0003',
    member_id: 'aoi',
    valid_from: '2026-04-01',
    valid_to: '2027-03-31',
    months: '2026-04 2026-05 2026-06 2026-07 2026-08 2026-09 2026-10 2026-11 2026-12 2027-01 2027-02 2027-03',
  },
  {
    code: 'K-0004',
    member_id: 'koharu',
    valid_from: '2026-06-01',
    valid_to: '2027-05-31',
    months: '2027-05',
  },
]

test.each([
  ['Shift_JIS', (text: string) => iconv.encode(text, 'CP932')],
  ['UTF-8 with BOM', (text: string) => `\ufeff${text}`],
  ['UTF-8', (text: string) => text],
])('a ledger in %s with 和暦 imports, and importing it again changes nothing', async (name, encode) => {
  const { config, rows } = await region()
  const path = await file(`${name}.csv`, encode(csv(LEDGER)))
  const first = await importCases(path, undefined, config)
  expect(first.lines).toEqual([
    '取りこみました: 追加4件、変更0件、そのまま0件',
    '個人情報の列は取りこんでいません: 氏名、生年月日、住所',
  ])
  expect(await rows()).toEqual(EXPECTED)
  const again = await importCases(path, undefined, config)
  expect(again.lines[0]).toBe('取りこみました: 追加0件、変更0件、そのまま4件')
  expect(await rows()).toEqual(EXPECTED)
})

test('the same ledger as .xlsx, with real dates and cells merged down, imports alike', async () => {
  const { config, rows } = await region()
  const day = (text: string) => new Date(`${text}T00:00:00Z`)
  const cells = MERGED.map((row) =>
    row.map((value) => {
      if (value === '46113') return { value: day('2026-04-01'), type: Date, format: 'yyyy/mm/dd' }
      if (value === '46477') return { value: day('2027-03-31'), type: Date, format: 'yyyy/mm/dd' }
      const rowSpan = value === '架空 りく' ? 2 : value === '相談室 くも（見本）' ? 3 : undefined
      return value === '' ? null : { value, type: String, ...(rowSpan ? { rowSpan } : {}) }
    }),
  )
  const path = join(folder, 'ledger.xlsx')
  await writeXlsx(cells).toFile(path)
  const spoken = await importCases(path, undefined, config)
  expect(spoken.lines[0]).toBe('取りこみました: 追加4件、変更0件、そのまま0件')
  expect(await rows()).toEqual(EXPECTED)
})

test('one with three bad rows imports nothing and names the three', async () => {
  const { config, rows } = await region()
  const bad = LEDGER.map((row) => [...row])
  const set = (row: number, column: number, value: string) => {
    const cells = bad[row]
    if (cells) cells[column] = value
  }
  set(3, 6, 'R8.2.30')
  set(4, 1, '架空 いない')
  set(5, 2, 'K-0001')
  set(5, 8, '5か月')
  const path = await file('bad.csv', iconv.encode(csv(bad), 'CP932'))
  const spoken = await importCases(path, undefined, config)
  expect(spoken.ok).toBe(false)
  const said = spoken.lines.join('\n')
  expect(said).toContain('3行に直すところがあるため、何も取りこんでいません')
  expect(said).toMatch(/4行目「支給決定期間\(自\)」（R8.2.30）: 日付として読めません/)
  expect(said).toMatch(/5行目「担当者」（架空 いない）: 圏域にありません。近いもの: 架空/)
  expect(said).toMatch(/6行目「ケースNo.」（K-0001）: 4行目と同じケース番号です/)
  expect(said).toMatch(/6行目「モニタリング期間」（5か月）/)
  expect(await rows()).toEqual([])
})

test.each([
  ['nothing.csv', '', 'ファイルが空です'],
  ['prose.csv', 'これは台帳ではありません', '見出しの行が見つかりません'],
  ['old.xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]), '.xlsx で保存し直して'],
  ['broken.xlsx', Buffer.from('PK broken'), 'ファイルを開けません'],
  ['names.csv', '氏名,担当者\n見本 一郎,架空 りく', 'ケース番号は名前から作りません'],
])('%s is refused with what to do', async (name, bytes, expected) => {
  const { config } = await region()
  const spoken = await importCases(await file(name, bytes), undefined, config)
  expect(spoken.ok).toBe(false)
  expect(spoken.lines.join('\n')).toContain(expected)
})

/** A plan that began half a year ago, so that some of its months are past whenever this runs. */
const running = () => {
  const start = Temporal.Now.plainDateISO('Asia/Tokyo').with({ day: 1 }).subtract({ months: 6 })
  const end = start.add({ years: 1 }).subtract({ days: 1 })
  const current = start.add({ months: 6 }).toPlainYearMonth().toString()
  const head = ['ケース番号', '担当者', '開始日', '終了日', 'モニタリング期間']
  const row = (code: string) => [code, '架空 りく', start.toString(), end.toString(), '毎月']
  return { start, current, head, row }
}

test('past months are asked about once: from this month on, or all', async () => {
  const { config, rows } = await region()
  const { current, head, row } = running()
  const path = await file('running.csv', csv([head, row('K-1')]))
  const refused = await importCases(path, undefined, config, {})
  expect(refused.ok).toBe(false)
  expect(refused.lines.join()).toContain(`--from ${current}`)
  expect(await rows()).toEqual([])
  const questions: string[] = []
  const ask = (question: string, proposed: string) => {
    questions.push(question)
    return Promise.resolve(proposed)
  }
  expect((await importCases(path, undefined, config, { ask })).lines[0]).toContain('追加1件')
  expect(questions).toHaveLength(1)
  const [taken] = await rows()
  expect(taken?.months.split(' ')).toHaveLength(6)
  expect(taken?.months.startsWith(current)).toBe(true)
  const again = await importCases(path, undefined, config, { ask })
  expect(again.lines[0]).toBe('取りこみました: 追加0件、変更0件、そのまま1件')
  expect(questions).toHaveLength(1)
  const more = await file('more.csv', csv([head, row('K-1'), row('K-2')]))
  await importCases(more, undefined, config, { from: 'all' })
  expect((await rows()).map(({ months }) => months.split(' ').length)).toEqual([6, 12])
})

test('the months up to the last monitoring are done, and nothing is asked', async () => {
  const { config, rows } = await region()
  const { start, head, row } = running()
  const last = start.add({ months: 2, days: 9 }).toString()
  const path = await file(
    'last.csv',
    csv([
      [...head, '前回モニタリング日'],
      [...row('K-1'), last],
    ]),
  )
  const taken = await importCases(path, undefined, config, {})
  expect(taken.lines[0]).toContain('追加1件')
  expect((await rows())[0]?.months.split(' ')).toHaveLength(9)
})

test('a later plan does not bring the past months of the one before back', async () => {
  const { config, rows } = await region()
  const { start, current, head, row } = running()
  await importCases(await file('one.csv', csv([head, row('K-1')])), undefined, config, { from: current })
  const next = start.add({ months: 9 })
  const later = [
    'K-1',
    '架空 りく',
    next.toString(),
    next.add({ years: 1 }).subtract({ days: 1 }).toString(),
    '12か月',
  ]
  await importCases(await file('two.csv', csv([head, later])), undefined, config, { from: current })
  expect((await rows())[0]?.months.split(' ')).toHaveLength(4)
})

test('a dry run stores nothing and tells what it read', async () => {
  const { config, rows } = await region()
  const { current, head, row } = running()
  const path = await file(
    'dry.csv',
    csv([
      ['No.', ...head],
      ['1', ...row('K-1')],
    ]),
  )
  const told = await importCases(path, undefined, config, { dryRun: true, from: current })
  expect(told.ok).toBe(true)
  expect(told.data).toMatchObject({
    sheets: [{ name: '', read: true }],
    columns: [{ heading: 'ケース番号', as: 'code' }, {}, {}, {}, {}, { heading: 'No.', as: 'not-used' }],
    cases: [{ row: 2, code: 'K-1', office: '相談室 くも（見本）', member: '架空 りく' }],
    faults: [],
  })
  expect(await rows()).toEqual([])
})

test('a suspended case is due nothing from today on, and importing it again changes nothing', async () => {
  const { config } = await region()
  const { head, row } = running()
  const path = await file(
    'state.csv',
    csv([
      [...head, '状態'],
      [...row('K-1'), '休止'],
    ]),
  )
  expect((await importCases(path, undefined, config)).lines[0]).toContain('追加1件')
  expect((await importCases(path, undefined, config)).lines[0]).toContain('そのまま1件')
})
