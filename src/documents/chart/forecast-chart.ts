import { Resvg } from '@resvg/resvg-js'
import { fiscalYearOf } from '../../domain/calendar/fiscal-year.ts'
import { writeFiscalYear, writeMonth } from '../../domain/calendar/write-date.ts'
import type { Forecast } from '../../domain/monitoring/forecast/forecast.ts'
import { type MonthLoad, workOf } from '../../domain/monitoring/forecast/month-load.ts'
import { writeCount } from '../../domain/monitoring/forecast/write-figures.ts'
import type { Catalogue } from '../../text/catalogue.ts'
import { INK, label, widthOf } from './svg-text.ts'

/** An axis from nought: round steps, and a top that holds `most`. */
type Scale = { step: number; top: number; marks: number[] }

const LINES = 5

/** Steps are 1, 2 or 5 times a power of ten, whole numbers, so that at most six lines are drawn. */
const scaleFor = (most: number): Scale => {
  const rough = Math.max(most, 1) / LINES
  const power = 10 ** Math.max(0, Math.floor(Math.log10(rough)))
  const step = [1, 2, 5].map((times) => times * power).find((one) => one >= rough) ?? 10 * power
  const count = Math.ceil(Math.max(most, 1) / step)
  return { step, top: count * step, marks: Array.from({ length: count + 1 }, (_, index) => index * step) }
}

const CHART = { width: 1200, height: 675 }
type Language = 'ja' | 'en'

/** In pixels from the upper left corner. */
const PLOT = { left: 206, right: 1176, top: 186, foot: 468 }
const PLOT_HEIGHT = PLOT.foot - PLOT.top
const LEGEND_AT = 138
const MONTHS_AT = 501
const YEARS_AT = 515
const ROWS_AT = 582
const ROW = 40

/** Told apart without colour vision and in black and white: by lightness, and by always standing in this order. */
const SERIES = [
  { part: 'monitoring', fill: '#2b6ca3', ink: '#ffffff' },
  { part: 'renewals', fill: '#f2b544', ink: INK },
  { part: 'newPlans', fill: '#7d1d3f', ink: '#ffffff' },
] as const satisfies { part: keyof MonthLoad; fill: string; ink: string }[]

const OPENINGS = '#00665c'
const QUIET = '#4c5b60'
const LINE = '#d4dadd'

/** The months' work as PNG bytes, 1200 by 675. The letters come with the bot, so it looks the same on any machine. */
export const forecastChart = (
  forecast: Forecast,
  region: string,
  language: 'ja' | 'en',
  text: Catalogue,
): Uint8Array =>
  new Resvg(forecastSvg(forecast, region, language, text), { font: { loadSystemFonts: false } })
    .render()
    .asPng()

/** The months' work as stacked bars, with the plans needed and the users that offices can take below each month. */
export const forecastSvg = (
  forecast: Forecast,
  region: string,
  language: Language,
  text: Catalogue,
): string => {
  const work = forecast.total.map(workOf)
  const { top, marks } = scaleFor(Math.max(0, ...work))
  const y = (value: number): number => round(PLOT.foot - (value / top) * PLOT_HEIGHT)
  const slot = (PLOT.right - PLOT.left) / Math.max(1, forecast.months.length)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${CHART.width}" height="${CHART.height}" viewBox="0 0 ${CHART.width} ${CHART.height}">`,
    `<rect width="${CHART.width}" height="${CHART.height}" fill="#ffffff"/>`,
    ...titles(forecast, region, language, text),
    ...legend(text),
    ...marks.map((value) => gridLine(value, y(value))),
    ...years(forecast, slot, language),
    ...(forecast.peak === undefined
      ? [nothing(text)]
      : forecast.total.map((load, index) => bar(load, PLOT.left + index * slot, slot, y))),
    `<line x1="${PLOT.left}" x2="${PLOT.right}" y1="${PLOT.foot}" y2="${PLOT.foot}" stroke="${INK}" stroke-width="2"/>`,
    ...forecast.months.map(({ month }, index) =>
      label(text.forecast.chart.monthOf(month), {
        x: middleOf(index, slot),
        y: MONTHS_AT,
        size: 24,
        anchor: 'middle',
      }),
    ),
    ...rows(forecast, slot, text),
    '</svg>',
  ].join('\n')
}

const round = (pixels: number): number => Math.round(pixels * 10) / 10
const middleOf = (index: number, slot: number): number => round(PLOT.left + (index + 0.5) * slot)

const titles = ({ months }: Forecast, region: string, language: Language, text: Catalogue): string[] => {
  const { chart } = text.forecast
  const [first, last] = [months[0], months.at(-1)]
  const period = first && last ? chart.period(writeMonth(first, language), writeMonth(last, language)) : ''
  const within = PLOT.right - 32
  return [
    label(chart.title, { x: 32, y: 52, size: 32, bold: true, within }),
    label(period, { x: PLOT.right, y: 52, size: 23, anchor: 'end', fill: QUIET, within: within / 2 }),
    label(region, { x: 32, y: 90, size: 24, fill: QUIET, within, least: 14 }),
    label(chart.unit, { x: PLOT.left - 12, y: PLOT.top - 22, size: 20, anchor: 'end', fill: QUIET }),
    label(chart.note, { x: 32, y: 662, size: 17, fill: QUIET, within }),
  ]
}

const legend = (text: Catalogue): string[] => {
  let x = PLOT.left
  return SERIES.map(({ part, fill }) => {
    const words = text.forecast[part]
    const at = x
    x += 36 + Math.ceil(widthOf(words, 23)) + 44
    return (
      `<rect x="${at}" y="${LEGEND_AT - 22}" width="26" height="26" fill="${fill}"/>` +
      label(words, { x: at + 36, y: LEGEND_AT, size: 23 })
    )
  })
}

const gridLine = (value: number, y: number): string =>
  `<line x1="${PLOT.left}" x2="${PLOT.right}" y1="${y}" y2="${y}" stroke="${LINE}"/>` +
  label(writeCount(value), { x: PLOT.left - 12, y: y + 7, size: 20, anchor: 'end', fill: QUIET, within: 110 })

/** Height that a part needs to hold its own figure. */
const FIGURE = 24

const bar = (load: MonthLoad, left: number, slot: number, y: (value: number) => number): string => {
  const width = round(slot * 0.68)
  const x = round(left + (slot - width) / 2)
  const middle = round(left + slot / 2)
  let foot = 0
  const parts = SERIES.filter(({ part }) => load[part] > 0).map(({ part, fill, ink }) => {
    const from = y(foot)
    foot += load[part]
    const height = round(from - y(foot))
    const box = `<rect x="${x}" y="${y(foot)}" width="${width}" height="${height}" fill="${fill}" stroke="#ffffff" stroke-width="1.5"/>`
    if (height < FIGURE || load[part] === workOf(load)) return box
    const at = round(y(foot) + height / 2 + 7)
    const shown = { x: middle, y: at, size: 20, anchor: 'middle', fill: ink, within: width - 4 } as const
    return box + label(writeCount(load[part]), shown)
  })
  const total = {
    x: middle,
    y: y(workOf(load)) - 9,
    size: 25,
    anchor: 'middle',
    bold: true,
    within: slot - 4,
  } as const
  return [...parts, label(writeCount(workOf(load)), total)].join('')
}

/** Which fiscal year the months belong to: a line under each stretch with its name, and a border between two. */
const years = ({ months }: Forecast, slot: number, language: Language): string[] => {
  const stretches = Map.groupBy(months, (month) => fiscalYearOf(month.toPlainDate({ day: 1 })))
  let drawn = 0
  return [...stretches].map(([year, { length }]) => {
    const from = round(PLOT.left + drawn * slot)
    const border =
      drawn === 0
        ? ''
        : `<line x1="${from}" x2="${from}" y1="${PLOT.top}" y2="${YEARS_AT + 30}" stroke="${QUIET}" stroke-width="1.5" stroke-dasharray="5 5"/>`
    drawn += length
    const to = round(PLOT.left + drawn * slot)
    const name = label(writeFiscalYear(year, language), {
      x: (from + to) / 2,
      y: YEARS_AT + 27,
      size: 21,
      anchor: 'middle',
      within: to - from - 6,
    })
    return `${border}<line x1="${from + 6}" x2="${to - 6}" y1="${YEARS_AT}" y2="${YEARS_AT}" stroke="${INK}" stroke-width="2"/>${name}`
  })
}

/** People and counts are no one scale: what offices can take stands as figures with a mark, not as another axis. */
const rows = ({ total, openingsByMonth }: Forecast, slot: number, text: Catalogue): string[] => {
  const { plansNeeded, openings } = text.forecast.chart
  const at = (row: number) => ROWS_AT + row * ROW
  const name = (words: string, row: number, fill: string) =>
    label(words, { x: PLOT.left - 12, y: at(row), size: 20, anchor: 'end', bold: true, fill, within: 162 })
  const figure = (value: number, index: number, row: number, fill: string) =>
    label(writeCount(value), {
      x: middleOf(index, slot),
      y: at(row),
      size: 23,
      anchor: 'middle',
      fill,
      within: slot - 6,
    })
  return [
    `<rect x="24" y="${at(0) - 29}" width="${PLOT.right - 24}" height="${ROW}" fill="#f1f4f5"/>`,
    name(plansNeeded, 0, INK),
    ...total.map(({ plansNeeded }, index) => figure(plansNeeded, index, 0, INK)),
    name(openings, 1, OPENINGS),
    ...openingsByMonth.map(
      (count, index) =>
        (count > 0 ? diamond(middleOf(index, slot) - 12 - writeCount(count).length * 7, at(1) - 8) : '') +
        figure(count, index, 1, OPENINGS),
    ),
  ]
}

const diamond = (x: number, y: number): string =>
  `<path d="M${round(x - 7)} ${y}l7 -7l7 7l-7 7z" fill="${OPENINGS}"/>`

/** In the middle, on a ground of its own: the border between two years does not go through it. */
const nothing = (text: Catalogue): string => {
  const [x, y] = [(PLOT.left + PLOT.right) / 2, (PLOT.top + PLOT.foot) / 2]
  return (
    `<rect x="${x - 300}" y="${y - 40}" width="600" height="60" fill="#ffffff"/>` +
    label(text.forecast.chart.none, { x, y, size: 28, anchor: 'middle', fill: QUIET, within: 580 })
  )
}
