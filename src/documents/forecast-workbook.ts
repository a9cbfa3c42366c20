import writeXlsx from 'write-excel-file/node'
import { writeMonth } from '../domain/date-text/write-date.ts'
import type { Forecast, MonthLoad } from '../domain/forecast/forecast.ts'
import type { Catalogue } from '../text/catalogue.ts'

type Cell = {
  value?: string | number
  type?: StringConstructor | NumberConstructor
  format?: string
  fontWeight?: 'bold'
}

/** Texts stay texts: a name that begins with `=` is no formula. */
const text = (value: string): Cell => ({ value, type: String })
const head = (value: string): Cell => ({ value, type: String, fontWeight: 'bold' })
const number = (value: number | undefined, format = '#,##0'): Cell =>
  value === undefined ? {} : { value, type: Number, format }

/** The forecast as .xlsx bytes: by month, by office, by municipality. */
export const forecastWorkbook = async (forecast: Forecast, catalogue: Catalogue): Promise<Uint8Array> => {
  const words = catalogue.forecasts
  const months = forecast.months.map((month) => writeMonth(month, 'ja'))
  const load = ({ monitoring, plansNeeded, renewals, newPlans }: MonthLoad): Cell[] =>
    [monitoring, plansNeeded, renewals, newPlans].map((one) => number(one))
  const byMonth: Cell[][] = [
    [words.month, words.monitoring, words.plansNeeded, words.renewals, words.newPlans].map(head),
    ...forecast.total.map((total, index) => [text(months[index] ?? ''), ...load(total)]),
  ]
  const byOffice: Cell[][] = [
    [words.office, words.monitoring, words.plansNeeded, words.perFullTime, words.openings, ...months].map(
      head,
    ),
    ...forecast.offices.map((office) => [
      text(office.name),
      number(office.total.monitoring),
      number(office.total.plansNeeded),
      number(office.perFullTime, '0.0'),
      number(office.openings),
      ...office.months.map(({ monitoring, plansNeeded }) => number(monitoring + plansNeeded)),
    ]),
  ]
  const byMunicipality: Cell[][] = [
    [
      words.municipality,
      words.plansNeeded,
      words.renewals,
      words.wished,
      words.unwished,
      words.selfPlanRate,
    ].map(head),
    ...forecast.municipalities.map(({ name, total, wished, unwished, selfPlanRate }) => [
      text(name),
      number(total.plansNeeded),
      number(total.renewals),
      number(wished),
      number(unwished),
      number(selfPlanRate, '0.0%'),
    ]),
  ]
  const columns = (rows: Cell[][]) => (rows[0] ?? []).map((_, index) => ({ width: index === 0 ? 28 : 13 }))
  const sheets = [byMonth, byOffice, byMunicipality]
  const file = await writeXlsx(
    sheets.map((data, index) => ({
      data,
      sheet: words.sheets[index] ?? String(index + 1),
      columns: columns(data),
      stickyRowsCount: 1,
    })),
  ).toBuffer()
  return new Uint8Array(file)
}
