import readXlsx from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { forecastChart, forecastSvg } from '../../src/documents/forecast-chart.ts'
import { forecastWorkbook } from '../../src/documents/forecast-workbook.ts'
import { forecast } from '../../src/domain/forecast/forecast.ts'
import { catalogues } from '../../src/text/catalogue.ts'

const month = (iso: string) => Temporal.PlainYearMonth.from(iso)
const MADE = forecast({
  from: month('2026-11'),
  offices: [
    {
      id: 'kumo',
      name: '=1+1 相談室 <くも>',
      fullTime: 1.5,
      opening: { newUsers: 2, from: month('2026-12') },
    },
  ],
  municipalities: [{ id: 'a', name: 'あ市' }],
  counts: [
    { office: 'kumo', municipality: 'a', month: month('2026-11'), monitoring: 31, renewals: 4, newPlans: 2 },
    { office: 'kumo', municipality: 'a', month: month('2027-04'), monitoring: 12, renewals: 9, newPlans: 0 },
  ],
  selfPlans: [{ municipality: 'a', wished: 1, unwished: 3, cases: 16 }],
})
const text = catalogues.ja

test('the workbook holds what the forecast says; a name that looks like a formula stays a name', async () => {
  const bytes = Buffer.from(await forecastWorkbook(MADE, text))
  const sheets = await readXlsx(bytes)
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['月別', '事業所別', '市町村別'])
  const [byMonth, byOffice, byMunicipality] = sheets.map(({ data }) => data)
  expect(byMonth?.[1]).toEqual(['令和8年11月', 31, 6, 4, 2])
  expect(byOffice?.[1]?.slice(0, 3)).toEqual(['=1+1 相談室 <くも>', 43, 15])
  expect(byMunicipality?.[1]).toEqual(['あ市', 15, 13, 1, 3, 0.25])
})

test('the chart names its months and fiscal years, and draws a bar for each part of a month', () => {
  const svg = forecastSvg(MADE, '埼葛北地区', text)
  for (const words of ['埼葛北地区', '11月', '4月', '令和8年度', '令和9年度', 'モニタリング', '更新', '新規'])
    expect(svg).toContain(words)
  expect(svg.match(/<rect /g)).toHaveLength(1 + 3 + 12 * 3)
})

test('it is a PNG of 1200 by 675 with letters in it, whatever fonts the machine has', () => {
  const png = Buffer.from(forecastChart(MADE, '<埼葛北> & 地区', text))
  expect(png.subarray(1, 4).toString()).toBe('PNG')
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 675])
  const blank = Buffer.from(forecastChart({ ...MADE, months: [], total: [] }, '', text))
  expect(png.length).toBeGreaterThan(blank.length)
})
