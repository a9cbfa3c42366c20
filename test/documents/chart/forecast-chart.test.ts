import { Resvg } from '@resvg/resvg-js'
import { expect, test } from 'vitest'
import { forecastChart, forecastSvg } from '../../../src/documents/chart/forecast-chart.ts'
import { type ForecastFacts, forecast } from '../../../src/domain/monitoring/forecast/forecast.ts'
import { catalogues } from '../../../src/text/catalogue.ts'

const month = (iso: string) => Temporal.PlainYearMonth.from(iso)
const facts = (counts: ForecastFacts['counts']): ForecastFacts => ({
  from: month('2026-11'),
  offices: [
    { id: 'kumo', name: '相談室 くも', fullTime: 2, opening: { newUsers: 7, from: month('2027-02') } },
  ],
  municipalities: [],
  counts,
  selfPlans: [],
})
const BUSY = forecast(
  facts(
    Array.from({ length: 12 }, (_, ahead) => ({
      office: 'kumo',
      municipality: null,
      month: month('2026-11').add({ months: ahead }),
      monitoring: 1200 + ahead,
      renewals: 300,
      newPlans: 200,
    })),
  ),
)
const IDLE = forecast(facts([]))

const said = (svg: string) => [...svg.matchAll(/aria-label="([^"]*)"/g)].map(([, words]) => words)

/** The picture as a browser would see it. */
const pixelsOf = (png: Uint8Array): Map<string, number> => {
  const href = `data:image/png;base64,${Buffer.from(png).toString('base64')}`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="675"><image width="1200" height="675" href="${href}"/></svg>`
  const { pixels } = new Resvg(svg).render()
  const colours = new Map<string, number>()
  for (let at = 0; at < pixels.length; at += 4) {
    const colour = pixels.subarray(at, at + 3).toHex()
    colours.set(colour, (colours.get(colour) ?? 0) + 1)
  }
  return colours
}

test('it names the region, the period, each month and both fiscal years, its unit, parts and figures', () => {
  const words = said(forecastSvg(BUSY, '埼葛北地区', 'ja', catalogues.ja))
  for (const expected of [
    'これから12か月のモニタリングと計画',
    '埼葛北地区',
    '令和8年11月〜令和9年10月',
    '令和8年度',
    '令和9年度',
    '（件）',
    'モニタリング',
    '更新',
    '新規',
    '必要な計画（件）',
    '受入可能（人）',
    '1,700',
    '1,711',
    '500',
  ])
    expect(words).toContain(expected)
  expect(words.filter((one) => /^\d+月$/.test(one ?? ''))).toEqual(
    [11, 12, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((number) => `${number}月`),
  )
})

test('openings stand below the months from which they count', () => {
  const words = said(forecastSvg(BUSY, '', 'ja', catalogues.ja))
  expect(words.slice(words.indexOf('受入可能（人）') + 1)).toEqual([
    ...Array(3).fill('0'),
    ...Array(9).fill('7'),
  ])
})

test('it is a PNG of 1200 by 675 in which every part of a month has its colour', () => {
  const png = forecastChart(BUSY, '埼葛北地区', 'ja', catalogues.ja)
  const head = Buffer.from(png)
  expect(head.subarray(1, 4).toString()).toBe('PNG')
  expect([head.readUInt32BE(16), head.readUInt32BE(20)]).toEqual([1200, 675])
  const colours = pixelsOf(png)
  const [monitoring, renewals, newPlans] = ['2b6ca3', 'f2b544', '7d1d3f'].map(
    (fill) => colours.get(fill) ?? 0,
  )
  expect(monitoring).toBeGreaterThan(50_000)
  expect(renewals).toBeGreaterThan(10_000)
  expect(newPlans).toBeGreaterThan(5_000)
  expect(colours.get('1f2a2e')).toBeGreaterThan(3_000)
})

test('a region without plans gets a chart that says so, with no bar in it', () => {
  expect(said(forecastSvg(IDLE, '', 'ja', catalogues.ja))).toContain('登録されている計画がありません')
  const legendOnly = 30 * 30
  expect(pixelsOf(forecastChart(IDLE, '', 'ja', catalogues.ja)).get('2b6ca3')).toBeLessThan(legendOnly)
})

test('a name may hold what XML may not, emoji, or be as long as a name can be', () => {
  for (const name of ['<埼葛北> & "地区"\u0000\ud800', '😀地区', '圏'.repeat(80)])
    expect(forecastChart(BUSY, name, 'ja', catalogues.ja).length).toBeGreaterThan(20_000)
})

test('in English, too', () => {
  const words = said(forecastSvg(BUSY, 'Sample', 'en', catalogues.en))
  for (const expected of ['November 2026 to October 2027', 'fiscal 2026', 'Nov', 'Monitoring', 'Openings'])
    expect(words).toContain(expected)
})
