import { fiscalYearOf } from '../../domain/calendar/fiscal-year.ts'
import { writeFiscalYear, writeMonth } from '../../domain/calendar/write-date.ts'
import type {
  Forecast,
  MunicipalityForecast,
  OfficeForecast,
  SelfPlans,
} from '../../domain/monitoring/forecast/forecast.ts'
import { type MonthLoad, sumOf, workOf } from '../../domain/monitoring/forecast/month-load.ts'
import type { Catalogue } from '../../text/catalogue.ts'
import {
  averageCell,
  type Cell,
  countCell,
  headings,
  rateCell,
  type Sheet,
  sumRow,
  textCell,
  writeWorkbook,
} from './cells.ts'

type Language = 'ja' | 'en'

const NAME = 30
const MONTH = 13
const FIGURE = 11

/** A line a month, and their sum: what the region has to do, and how many new users its offices can take by then. */
const monthSheet = (forecast: Forecast, language: Language, text: Catalogue): Sheet => {
  const { monitoring, renewals, newPlans, plansNeeded, workbook } = text.forecast
  const figures = (load: MonthLoad): Cell[] =>
    [load.monitoring, load.renewals, load.newPlans, load.plansNeeded, workOf(load)].map(countCell)
  const columns = [monitoring, renewals, newPlans, plansNeeded, workbook.work, workbook.openingsByThen]
  return {
    rows: [
      headings([workbook.fiscalYear, workbook.month, ...columns]),
      ...forecast.months.flatMap((month, index) => {
        const load = forecast.total[index]
        const year = writeFiscalYear(fiscalYearOf(month.toPlainDate({ day: 1 })), language)
        const begins = [textCell(year), textCell(writeMonth(month, language))]
        return load ? [[...begins, ...figures(load), countCell(forecast.openingsByMonth[index])]] : []
      }),
      sumRow([textCell(workbook.total), {}, ...figures(sumOf(forecast.total)), {}]),
    ],
    widths: [14, MONTH + 3, 14, FIGURE, FIGURE, 14, FIGURE, 28],
    stickyColumns: 2,
  }
}

/** A line for each kind of work of each office; what the office itself is stands once, in its first line. */
const officeSheet = (forecast: Forecast, language: Language, text: Catalogue): Sheet => {
  const { workbook } = text.forecast
  const about = [workbook.fullTime, workbook.openings, workbook.openingFrom, workbook.openingKinds]
  const { elsewhere, total } = forecast
  const others = { ...elsewhere.office, name: workbook.otherOffices }
  const whole = { months: total, name: workbook.total }
  return {
    rows: [
      headings([
        workbook.office,
        workbook.item,
        ...forecast.months.map((month) => writeMonth(month, language)),
        workbook.work,
        workbook.average,
        ...about,
      ]),
      ...forecast.offices.flatMap((office) => officeRows(office, language, text)),
      ...(workOf(elsewhere.office.total) > 0 ? workRows(others, text) : []),
      ...workRows(whole, text).map(sumRow),
    ],
    widths: [NAME, 20, ...forecast.months.map(() => MONTH), FIGURE, FIGURE, FIGURE, 16, MONTH + 3, NAME],
    stickyColumns: 2,
  }
}

type Named = { name: string; months: MonthLoad[] }

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** Twelve counts, their sum, and their average. */
const counted = (name: string, item: string, values: readonly number[]): Cell[] => [
  textCell(name),
  textCell(item),
  ...values.map(countCell),
  countCell(sum(values)),
  averageCell(sum(values) / Math.max(1, values.length)),
]

const workRows = ({ name, months }: Named, text: Catalogue): Cell[][] => {
  const { monitoring, renewals, newPlans, workbook } = text.forecast
  return [
    counted(
      name,
      monitoring,
      months.map((load) => load.monitoring),
    ),
    counted(
      name,
      renewals,
      months.map((load) => load.renewals),
    ),
    counted(
      name,
      newPlans,
      months.map((load) => load.newPlans),
    ),
    counted(name, workbook.work, months.map(workOf)),
  ]
}

const officeRows = (office: OfficeForecast, language: Language, text: Catalogue): Cell[][] => {
  const { name, fullTime, opening, monthsPerFullTime, perFullTime } = office
  const about = [
    fullTime === undefined ? {} : averageCell(fullTime),
    countCell(opening?.newUsers),
    opening ? textCell(writeMonth(opening.from, language)) : {},
    textCell(opening?.kinds ?? ''),
  ]
  const [first = [], ...rest] = workRows(office, text)
  const perHead = monthsPerFullTime && [
    textCell(name),
    textCell(text.forecast.workbook.perFullTime),
    ...monthsPerFullTime.map(averageCell),
    averageCell(sum(monthsPerFullTime)),
    averageCell(perFullTime),
  ]
  return [[...first, ...about], ...rest, ...(perHead ? [perHead] : [])]
}

/** Plans needed and renewals of each municipality; its self-plans stand once, in its first line. */
const municipalitySheet = (forecast: Forecast, language: Language, text: Catalogue): Sheet => {
  const { workbook } = text.forecast
  const { wished, wishedRate, unwished, unwishedRate, selfPlanRate } = workbook
  const about = [workbook.cases, wished, wishedRate, unwished, unwishedRate, selfPlanRate]
  const { elsewhere, selfPlans, total } = forecast
  const others = { ...elsewhere.municipality, name: workbook.noMunicipality }
  const whole = { months: total, name: workbook.total }
  return {
    rows: [
      headings([
        workbook.municipality,
        ...about,
        workbook.item,
        ...forecast.months.map((month) => writeMonth(month, language)),
        workbook.work,
      ]),
      ...forecast.municipalities.flatMap((one: MunicipalityForecast) => planRows(one, one, text)),
      ...(workOf(elsewhere.municipality.total) > 0 ? planRows(others, undefined, text) : []),
      ...planRows(whole, selfPlans, text).map(sumRow),
    ],
    widths: [NAME, ...about.map(() => 12), 14, ...forecast.months.map(() => MONTH), FIGURE],
    stickyColumns: 1,
  }
}

const planRows = ({ name, months }: Named, plans: SelfPlans | undefined, text: Catalogue): Cell[][] => {
  const { plansNeeded, workbook } = text.forecast
  const values = (item: string, values: readonly number[]): Cell[] => [
    textCell(item),
    ...values.map(countCell),
    countCell(sum(values)),
  ]
  const needed = values(
    plansNeeded,
    months.map((load) => load.plansNeeded),
  )
  const renewed = values(
    workbook.ofWhichRenewals,
    months.map((load) => load.renewals),
  )
  const self = [
    countCell(plans?.cases),
    countCell(plans?.wished),
    rateCell(plans?.wishedRate),
    countCell(plans?.unwished),
    rateCell(plans?.unwishedRate),
    rateCell(plans?.selfPlanRate),
  ]
  return [
    [textCell(name), ...self, ...needed],
    [textCell(name), ...self.map(() => ({})), ...renewed],
  ]
}

/** The forecast as .xlsx bytes: by month, by office, by municipality with its self-plans. */
export const forecastWorkbook = (
  forecast: Forecast,
  language: 'ja' | 'en',
  text: Catalogue,
): Promise<Uint8Array> => {
  const { sheets } = text.forecast.workbook
  return writeWorkbook(
    [
      { sheet: sheets.months, ...monthSheet(forecast, language, text) },
      { sheet: sheets.offices, ...officeSheet(forecast, language, text) },
      { sheet: sheets.municipalities, ...municipalitySheet(forecast, language, text) },
    ],
    text.forecast.workbook.font,
  )
}
