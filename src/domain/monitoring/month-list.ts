import { readMonth } from '../calendar/read-date.ts'
import type { MonitoringLine } from './due-months.ts'

/**
 * Months written out one by one, as for intervals that the certificate does not step through: `R8.9・R9.1・R9.3`.
 * Undefined when any part is no month.
 */
export const readMonthList = (text: string): MonitoringLine | undefined => {
  const parts = text
    .normalize('NFKC')
    .split(/[・、,\s]+/u)
    .filter(Boolean)
  const read = parts.map(readMonth)
  const months = read.flatMap((one) => (one.ok ? [one.value] : []))
  return months.length > 0 && months.length === parts.length ? { months } : undefined
}

/** A line as the certificate prints it: what is written here reads back as the same line. */
export const writeMonitoringLine = (line: MonitoringLine): string =>
  'months' in line
    ? line.months.map(short).join('・')
    : `${line.everyMonths}月ごと(${short(line.first)}~${short(line.last)})`

/** 令和 begins in May 2019; earlier months stay in 平成, as they were printed. */
const REIWA = Temporal.PlainYearMonth.from('2019-05')

const short = (month: Temporal.PlainYearMonth): string =>
  Temporal.PlainYearMonth.compare(month, REIWA) >= 0
    ? `R${month.year - 2018}.${month.month}`
    : `H${month.year - 1988}.${month.month}`
