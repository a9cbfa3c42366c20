import { fileURLToPath } from 'node:url'
import { Resvg } from '@resvg/resvg-js'
import { fiscalYearOf } from '../domain/calendar/fiscal-year.ts'
import { writeFiscalYear } from '../domain/date-text/write-date.ts'
import type { Forecast, MonthLoad } from '../domain/forecast/forecast.ts'
import type { Catalogue } from '../text/catalogue.ts'

const WIDTH = 1200
const HEIGHT = 675
const PLOT = { left: 90, right: 40, top: 120, bottom: 110 }

/** Told apart without colour vision too: by lightness, and always in this order from the foot. */
const SERIES = [
  { part: 'monitoring', fill: '#2a6f97' },
  { part: 'renewals', fill: '#e9a23b' },
  { part: 'newPlans', fill: '#7a1f3d' },
] as const satisfies { part: keyof MonthLoad; fill: string }[]

const FONT_FILES = [
  import.meta.resolve('@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf'),
  import.meta.resolve('@expo-google-fonts/noto-sans-jp/700Bold/NotoSansJP_700Bold.ttf'),
].map((url) => fileURLToPath(url))

/** The months' work as stacked bars: PNG bytes, 1200 by 675. The fonts come with the bot, not from the machine. */
export const forecastChart = (forecast: Forecast, region: string, text: Catalogue): Uint8Array =>
  new Resvg(forecastSvg(forecast, region, text), {
    font: { fontFiles: FONT_FILES, loadSystemFonts: false, defaultFontFamily: 'Noto Sans JP' },
  })
    .render()
    .asPng()

const escaped = (plain: string): string =>
  plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const label = (x: number, y: number, size: number, plain: string, more = ''): string =>
  `<text x="${x}" y="${y}" font-size="${size}" fill="#22302c" ${more}>${escaped(plain)}</text>`

export const forecastSvg = (forecast: Forecast, region: string, text: Catalogue): string => {
  const words = text.forecasts
  const totals = forecast.total.map(({ monitoring, plansNeeded }) => monitoring + plansNeeded)
  const step = niceStep(Math.max(...totals, 1))
  const top = Math.ceil(Math.max(...totals, 1) / step) * step
  const height = HEIGHT - PLOT.top - PLOT.bottom
  const y = (value: number): number => PLOT.top + height - (value / top) * height
  const slot = (WIDTH - PLOT.left - PLOT.right) / forecast.months.length
  const lines = Array.from({ length: top / step + 1 }, (_, index) => index * step).map(
    (value) =>
      `<line x1="${PLOT.left}" x2="${WIDTH - PLOT.right}" y1="${y(value)}" y2="${y(value)}" stroke="#d5dcd8"/>` +
      label(PLOT.left - 12, y(value) + 6, 18, String(value), 'text-anchor="end"'),
  )
  const bars = forecast.total.map((load, index) => {
    const x = PLOT.left + index * slot + slot * 0.2
    let foot = 0
    const stacked = SERIES.map(({ part, fill }) => {
      const from = foot
      foot += load[part]
      return `<rect x="${x}" y="${y(foot)}" width="${slot * 0.6}" height="${y(from) - y(foot)}" fill="${fill}"/>`
    })
    const month = forecast.months[index]
    const middle = x + slot * 0.3
    return [
      ...stacked,
      label(middle, y(foot) - 8, 18, String(foot), 'text-anchor="middle" font-weight="700"'),
      label(middle, HEIGHT - PLOT.bottom + 30, 20, words.monthOf(month?.month ?? 0), 'text-anchor="middle"'),
    ].join('')
  })
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" font-family="Noto Sans JP">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>`,
    label(40, 52, 30, words.chartTitle(region), 'font-weight="700"'),
    label(PLOT.left - 50, 100, 16, words.unit),
    legend(words),
    ...lines,
    ...bars,
    ...fiscalYears(forecast, slot),
    '</svg>',
  ].join('')
}

/** 1, 2 or 5 times a power of ten, so that at most about six lines are drawn. */
const niceStep = (most: number): number => {
  const rough = most / 5
  const power = 10 ** Math.floor(Math.log10(Math.max(rough, 1)))
  return [1, 2, 5, 10].map((n) => n * power).find((one) => one >= rough) ?? power
}

const legend = (words: Catalogue['forecasts']): string => {
  let x = 420
  return SERIES.map(({ part, fill }) => {
    const at = x
    x += 60 + words[part].length * 20
    return `<rect x="${at}" y="80" width="22" height="22" fill="${fill}"/>${label(at + 32, 98, 20, words[part])}`
  }).join('')
}

/** Which fiscal year the months below belong to: a line under each stretch, with its name. */
const fiscalYears = ({ months }: Forecast, slot: number): string[] => {
  const years = Map.groupBy(months, (month) => fiscalYearOf(month.toPlainDate({ day: 1 })))
  let at = 0
  return [...years].map(([year, its]) => {
    const from = PLOT.left + at * slot
    at += its.length
    const to = PLOT.left + at * slot
    const y = HEIGHT - PLOT.bottom + 48
    return (
      `<line x1="${from + 6}" x2="${to - 6}" y1="${y}" y2="${y}" stroke="#22302c" stroke-width="2"/>` +
      label((from + to) / 2, y + 30, 20, writeFiscalYear(year, 'ja'), 'text-anchor="middle"')
    )
  })
}
