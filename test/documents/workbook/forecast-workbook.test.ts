import { strFromU8, unzipSync } from 'fflate'
import readXlsx from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { forecastWorkbook } from '../../../src/documents/workbook/forecast-workbook.ts'
import { type ForecastFacts, forecast } from '../../../src/domain/monitoring/forecast/forecast.ts'
import { workOf } from '../../../src/domain/monitoring/forecast/month-load.ts'
import { catalogues } from '../../../src/text/catalogue.ts'

const month = (iso: string) => Temporal.PlainYearMonth.from(iso)
const FACTS: ForecastFacts = {
  from: month('2026-11'),
  offices: [
    {
      id: 'kumo',
      name: '=1+1 相談室 <くも>',
      fullTime: 1.5,
      opening: { newUsers: 2, from: month('2026-12'), kinds: '@児童' },
    },
    { id: 'hana', name: '-相談室 & はな', fullTime: undefined, opening: undefined },
  ],
  municipalities: [
    { id: 'a', name: '+あ市' },
    { id: 'b', name: 'い町' },
  ],
  counts: [
    { office: 'kumo', municipality: 'a', month: month('2026-11'), monitoring: 31, renewals: 4, newPlans: 2 },
    { office: 'kumo', municipality: 'b', month: month('2027-04'), monitoring: 12, renewals: 9, newPlans: 0 },
    { office: 'hana', municipality: null, month: month('2027-04'), monitoring: 3, renewals: 1, newPlans: 0 },
  ],
  selfPlans: [{ municipality: 'a', wished: 1, unwished: 3, cases: 16 }],
}
const MADE = forecast(FACTS)

const write = async (language: 'ja' | 'en', facts = FACTS) =>
  Buffer.from(await forecastWorkbook(forecast(facts), language, catalogues[language]))
const sheetsOf = async (bytes: Buffer) =>
  new Map((await readXlsx(bytes)).map(({ sheet, data }) => [sheet, data]))

test('three sheets; the months hold what the forecast says, and their sum', async () => {
  const sheets = await sheetsOf(await write('ja'))
  expect([...sheets.keys()]).toEqual(['月別', '事業所別', '市町村別（セルフプラン）'])
  const [head, ...rows] = sheets.get('月別') ?? []
  expect(head?.slice(0, 4)).toEqual(['年度', '月', 'モニタリング', '更新'])
  expect(rows[0]).toEqual(['令和8年度', '令和8年11月', 31, 4, 2, 6, 37, 0])
  expect(rows[5]).toEqual(['令和9年度', '令和9年4月', 15, 10, 0, 10, 25, 2])
  for (const [index, load] of MADE.total.entries())
    expect(rows[index]?.slice(2)).toEqual([
      load.monitoring,
      load.renewals,
      load.newPlans,
      load.plansNeeded,
      workOf(load),
      MADE.openingsByMonth[index],
    ])
  expect(rows[12]).toEqual(['合計', null, 46, 14, 2, 16, 62, null])
})

test('every office, kind of work and month; a full-time equivalent’s share where it is known', async () => {
  const rows = (await sheetsOf(await write('ja'))).get('事業所別') ?? []
  const of = (name: string) => rows.filter(([one]) => one === name)
  const kumo = of('=1+1 相談室 <くも>')
  expect(kumo.map(([, item]) => item)).toEqual(['モニタリング', '更新', '新規', '合計', '常勤換算1人あたり'])
  const office = MADE.offices[0]
  expect(kumo[3]?.slice(2, 14)).toEqual(office?.months.map(workOf))
  expect(kumo[3]?.slice(14, 16)).toEqual([58, 58 / 12])
  for (const [index, share] of (office?.monthsPerFullTime ?? []).entries())
    expect(kumo[4]?.[index + 2]).toBeCloseTo(share)
  expect(kumo[0]?.slice(16)).toEqual([1.5, 2, '令和8年12月', '@児童'])
  expect(of('-相談室 & はな').map(([, item]) => item)).toEqual(['モニタリング', '更新', '新規', '合計'])
  expect(of('合計').at(-1)?.slice(2, 14)).toEqual(MADE.total.map(workOf))
  expect(of('（ほかの事業所）')).toEqual([])
})

test('self-plans and their rates stand once a municipality, beside its plans and renewals', async () => {
  const rows = (await sheetsOf(await write('ja'))).get('市町村別（セルフプラン）') ?? []
  expect(rows[1]?.slice(0, 9)).toEqual(['+あ市', 16, 1, 1 / 16, 3, 3 / 16, 0.25, '必要な計画', 6])
  expect(rows[2]?.slice(0, 9)).toEqual(['+あ市', null, null, null, null, null, null, 'うち更新', 4])
  expect(rows[3]?.slice(0, 7)).toEqual(['い町', 0, 0, null, 0, null, null])
  expect(rows[5]?.[0]).toBe('（市町村の登録なし）')
  expect(rows.at(-2)?.slice(0, 8)).toEqual(['合計', 16, 1, 1 / 16, 3, 3 / 16, 0.25, '必要な計画'])
  expect(rows.at(-2)?.slice(8, 20)).toEqual(MADE.total.map(({ plansNeeded }) => plansNeeded))
})

test('no cell is a formula, whatever a name begins with; headings stay in sight; numbers have their formats', async () => {
  const parts = unzipSync(new Uint8Array(await write('ja')))
  const read = (path: RegExp) =>
    Object.entries(parts)
      .filter(([name]) => path.test(name))
      .map(([, bytes]) => strFromU8(bytes))
  const sheets = read(/worksheets\/sheet\d+\.xml$/)
  expect(sheets).toHaveLength(3)
  for (const sheet of sheets) {
    expect(sheet).not.toMatch(/<f[ >]/)
    expect(sheet).toContain('state="frozen"')
    expect(sheet).toMatch(/ySplit="1"/)
    expect(sheet).toMatch(/<col [^>]*width="/)
    expect(sheet).toContain('orientation="landscape"')
  }
  for (const format of ['#,##0', '#,##0.0', '0.0%']) expect(read(/styles\.xml$/)[0]).toContain(`"${format}"`)
})

test('a name with characters no spreadsheet may hold still gives one that opens', async () => {
  const offices = [{ id: 'x', name: '相談室\u0000\u001bくも\ud800', fullTime: 1, opening: undefined }]
  const rows = (await sheetsOf(await write('ja', { ...FACTS, offices }))).get('事業所別') ?? []
  expect(rows[1]?.[0]).toMatch(/^相談室くも/)
  expect(rows.some(([name]) => name === '（ほかの事業所）')).toBe(true)
})

test('in English, too', async () => {
  const sheets = await sheetsOf(await write('en'))
  expect([...sheets.keys()]).toEqual(['By month', 'By office', 'By municipality (self-plans)'])
  expect(sheets.get('By month')?.[1]?.slice(0, 2)).toEqual(['fiscal 2026', 'November 2026'])
})
