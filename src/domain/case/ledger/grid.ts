import type { Interval, MonitoringLine, Validity } from '../../monitoring/due-months.ts'
import { type Cell, cellDate, cellText, isError } from './cell.ts'
import type { Candidate } from './find-columns.ts'
import type { RowReader } from './row-reader.ts'

const YES = /^(?:[○〇◯●◎✓✔☑レ済■★☆]|モニ(?:タ|タリング)?|実施|予定|有|1)$/u
const NO = /^(?:[×✕✖xX☐□0]|[-‐‑‒–—―−ー/／・]+|なし|無)?$/u

/** Reads the marks of a 4月…3月 grid as months of the plan. */
export const gridMonths = (
  row: RowReader,
  validity: Validity,
): { lines: MonitoringLine[]; interval: Interval | undefined } => {
  const months: Temporal.PlainYearMonth[] = []
  const outside: string[] = []
  for (const one of row.columns.grid) {
    const cell = row.cellOf(one)
    if (isError(cell)) continue
    const marked = isMarked(cell, one)
    if (marked === undefined) row.fault(one, { reason: 'bad-mark' })
    if (!marked) continue
    const found = monthOf(one, validity, row.columns.title)
    if (found === 'open') {
      row.fault(one, { reason: 'which-year' })
      break
    }
    if (isWithin(found, validity)) months.push(found)
    else outside.push(one.heading)
  }
  if (outside.length > 0) row.note({ reason: 'marks-outside', typed: outside.join('・') })
  if (months.length === 0 && row.faults.length === 0 && outside.length > 0)
    row.fault(row.columns.grid[0] ?? 'months', { reason: 'outside-validity' })
  return {
    lines: months.length > 0 ? [{ months: months.toSorted(Temporal.PlainYearMonth.compare) }] : [],
    interval: undefined,
  }
}

/** Undefined for a mark that nobody knows. A date says when, in that very month. */
const isMarked = (cell: Cell, { month }: Candidate): boolean | undefined => {
  const text = cellText(cell)
  if (YES.test(text)) return true
  if (NO.test(text)) return false
  const date = cell instanceof Temporal.PlainDate || typeof cell === 'string' ? cellDate(cell) : undefined
  return date?.ok && date.value.month === month?.month ? true : undefined
}

const FIRST_OF_FISCAL_YEAR = 4

/**
 * The year of a month is the heading's own, or the fiscal year of its group or of the table's title; or else the one in which a plan within one
 * fiscal year has it. A longer plan has some months twice, or begins in another year than the grid.
 */
const monthOf = (
  one: Candidate,
  { start, end }: Validity,
  title: string,
): Temporal.PlainYearMonth | 'open' => {
  const month = one.month?.month ?? 1
  const year = one.month?.year ?? fiscalYear(one.group, month) ?? fiscalYear(title, month)
  if (year !== undefined) return new Temporal.PlainYearMonth(year, month)
  const first = fiscalYearOf(start)
  return fiscalYearOf(end) === first ? inFiscalYear(first, month) : 'open'
}

const fiscalYearOf = ({ year, month }: Temporal.PlainDate): number =>
  month >= FIRST_OF_FISCAL_YEAR ? year : year - 1

const inFiscalYear = (year: number, month: number): Temporal.PlainYearMonth =>
  new Temporal.PlainYearMonth(month >= FIRST_OF_FISCAL_YEAR ? year : year + 1, month)

/** Reads `令和8年度` in the text above the months. */
const fiscalYear = (group: string, month: number): number | undefined => {
  const found = /(令和|R)?\.? ?(\d{1,4})年度/u.exec(group)
  if (!found) return undefined
  const year = found[1] === undefined ? Number(found[2]) : REIWA_BASE + Number(found[2])
  return year < 2000 ? undefined : inFiscalYear(year, month).year
}

/** 令和n年 is this plus n. */
const REIWA_BASE = 2018

const isWithin = (month: Temporal.PlainYearMonth, { start, end }: Validity): boolean =>
  Temporal.PlainYearMonth.compare(month, start.toPlainYearMonth()) >= 0 &&
  Temporal.PlainYearMonth.compare(month, end.toPlainYearMonth()) <= 0
