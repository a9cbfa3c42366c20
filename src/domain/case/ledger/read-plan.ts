import { readInterval, readMonitoringLines } from '../../monitoring/certificate-text.ts'
import {
  type Interval,
  lineFault,
  type MonitoringLine,
  type PlanKind,
  type Validity,
} from '../../monitoring/due-months.ts'
import { type Cell, cellDate, cellText, isBlank, isError } from './cell.ts'
import { gridMonths } from './grid.ts'
import type { RowReader } from './row-reader.ts'

export type LedgerPlan = {
  kind: PlanKind
  validity: Validity
  lines: MonitoringLine[]
  interval: Interval | undefined
}

/** Reads the plan of a row; undefined where it has none, or one with a fault. */
export const readPlan = (row: RowReader, today: Temporal.PlainDate | undefined): LedgerPlan | undefined => {
  const kind = readKind(row)
  const before = row.faults.length
  const validity = readValidity(row, today)
  const isOpen = row.faults.length > before
  const monitoring = readMonitoring(row, validity, isOpen)
  if (!validity) return undefined
  if (monitoring.lines.length === 0 && !monitoring.interval) row.note({ reason: 'no-months' })
  return { kind, validity, lines: monitoring.lines, interval: monitoring.interval }
}

const KINDS: readonly [RegExp, PlanKind][] = [
  [/^新規?(?:計画|プラン|作成)?$/u, 'new'],
  [/^(?:計画)?変更(?:計画|プラン)?$/u, 'change'],
  [/^(?:更新|継続|更新・?継続)(?:計画|プラン)?$/u, 'renewal'],
]

/** An older ledger's plan without a kind is one that goes on: a renewal. */
const readKind = (row: RowReader): PlanKind => {
  const text = row.text('kind').replace(/ ?\(.*\)$/u, '')
  const found = KINDS.find(([pattern]) => pattern.test(text))
  if (text !== '' && !found && !isError(row.cell('kind'))) row.fault('kind', { reason: 'bad-kind' })
  return found?.[1] ?? 'renewal'
}

/** 計画相談支援 began on this day. */
const FIRST_PLANS = Temporal.PlainDate.from('2012-04-01')
/** A decision lasts three years at most, to the end of a month (施行規則 第15条). */
const LONGEST = { years: 3, months: 1 }
/** A plan that begins later than this, or was over before that, was mistyped or is long renewed. */
const FARTHEST = { years: 1 }
const LONG_OVER = { years: 2 }

const readValidity = (row: RowReader, today: Temporal.PlainDate | undefined): Validity | undefined => {
  const read = row.columns.at.has('period') ? readPeriod(row) : readEnds(row)
  if (!read) return undefined
  const { start, end, column } = read
  const compare = Temporal.PlainDate.compare
  const fault =
    compare(end, start) < 0
      ? 'end-before-start'
      : compare(start, FIRST_PLANS) < 0
        ? 'too-early'
        : compare(end, start.add(LONGEST)) > 0
          ? 'too-long'
          : today && compare(start, today.add(FARTHEST)) > 0
            ? 'too-far'
            : today && compare(end, today.subtract(LONG_OVER)) < 0
              ? 'long-over'
              : undefined
  if (!fault) return { start, end }
  row.fault(column ?? (fault === 'too-early' || fault === 'too-far' ? 'start' : 'end'), { reason: fault })
  return undefined
}

type Ends = Validity & { column?: 'period' }

const readEnds = (row: RowReader): Ends | undefined => {
  const before = row.faults.length
  const start = row.date('start')
  const end = row.date('end', 'last')
  const isBroken =
    row.faults.length > before || ['start', 'end'].some((one) => isError(row.cell(one as 'start')))
  if (!start && !end) return undefined
  if (!isBroken && (!start || !end)) row.fault(start ? 'end' : 'start', { reason: 'half-period' })
  return start && end ? { start, end } : undefined
}

/** `R8.4.1～R9.3.31` in one cell, or a date in each of the cells below a merged heading. */
const readPeriod = (row: RowReader): Ends | undefined => {
  const cells = row.across('period').filter((cell) => !isBlank(cell) && !SEPARATOR.test(cellText(cell)))
  if (cells.length === 0 || isError(cells[0])) return undefined
  const parts: (readonly [Cell, Cell])[] =
    cells.length === 2 ? [[cells[0] ?? null, cells[1] ?? null]] : cuts(row.text('period'))
  const read = parts.map(([from, to]) => [cellDate(from), cellDate(to, 'last')] as const)
  for (const [start, end] of read)
    if (start.ok && end.ok) return { start: start.value, end: end.value, column: 'period' }
  const wrong = read.flat().find((one) => !one.ok && one.reason !== 'not-a-date')
  if (row.has('period'))
    row.fault('period', { reason: 'bad-date', wrong: wrong && !wrong.ok ? wrong.reason : 'not-a-date' })
  return undefined
}

const SEPARATOR = /^(?:[~～〜∼→-]|から|至)$/u

/** The ways to cut a period into its two dates: at a tilde, or at one of its dashes. */
const cuts = (text: string): [string, string][] => {
  const plain = text
    .replace(/^\(?自\)? ?/u, '')
    .replace(/ ?まで$/u, '')
    .replaceAll(/[～〜∼˜→]|から|\(?至\)?/gu, '~')
    .replaceAll(/[‐‑‒–—―−ー]/gu, '-')
  const sign = plain.includes('~') ? '~' : '-'
  const found: [string, string][] = []
  for (let at = plain.indexOf(sign); at >= 0; at = plain.indexOf(sign, at + 1))
    found.push([
      plain.slice(0, at).trim(),
      plain
        .slice(at + 1)
        .replace(/^[~\s]+/u, '')
        .trim(),
    ])
  return found
}

type Monitoring = { lines: MonitoringLine[]; interval: Interval | undefined }
const NONE: Monitoring = { lines: [], interval: undefined }

/** The certificate's own lines win over months, months over an interval alone. */
const readMonitoring = (row: RowReader, validity: Validity | undefined, isOpen: boolean): Monitoring => {
  const columns = (['monitoring', 'months'] as const).filter((one) => row.has(one) && !isError(row.cell(one)))
  const grid = row.columns.grid.some((one) => cellText(row.cellOf(one)) !== '')
  if (!validity) {
    const [column] = columns
    const at = column ?? row.columns.grid.find((one) => cellText(row.cellOf(one)) !== '')
    if (at !== undefined && !isOpen && !row.isAsked && (column || grid))
      row.fault(at, { reason: 'no-validity' })
    return NONE
  }
  for (const column of columns) {
    const lines = readMonitoringLines(row.raw(column))
    if (lines) return checkLines(row, column, lines, validity)
    if (cellText(row.raw(column)) !== row.text(column)) {
      row.fault(column, { reason: 'bad-interval' })
      return NONE
    }
  }
  const months = columns.includes('months') ? readMonthsColumn(row, 'months', validity) : undefined
  const monitoring = columns.includes('monitoring') ? readMonitoringColumn(row, validity) : undefined
  if (months) return months
  if (grid) return gridMonths(row, validity)
  return monitoring ?? NONE
}

const checkLines = (
  row: RowReader,
  column: 'monitoring' | 'months',
  lines: MonitoringLine[],
  validity: Validity,
): Monitoring => {
  for (const line of lines) {
    const wrong = lineFault(line, validity)
    if (wrong?.reason === 'last-not-reached')
      row.note({ reason: 'last-not-reached', typed: row.text(column) })
    else if (wrong) row.fault(column, { reason: 'outside-validity' })
  }
  if (
    lines.some((line) => isOutside(line, validity)) &&
    !row.faults.some(({ reason }) => reason === 'outside-validity')
  )
    row.fault(column, { reason: 'outside-validity' })
  return { lines, interval: undefined }
}

/** Both months printed must lie in the validity, even where no step reaches the last. */
const isOutside = (line: MonitoringLine, { start, end }: Validity): boolean =>
  'last' in line &&
  (Temporal.PlainYearMonth.compare(line.last, end.toPlainYearMonth()) > 0 ||
    Temporal.PlainYearMonth.compare(line.first, start.toPlainYearMonth()) < 0)

/** A number alone is an interval below モニタリング期間; below 頻度 or 回数 it may count the times in a year. */
const readMonitoringColumn = (row: RowReader, validity: Validity): Monitoring | undefined => {
  const text = row.text('monitoring')
  if (/^\d{1,2}月$/u.test(text)) {
    row.fault('monitoring', { reason: 'month-or-interval' })
    return undefined
  }
  const heading = row.columns.at.get('monitoring')?.heading ?? ''
  const isTimes = /頻度|回数/u.test(heading) && /^\d+$/u.test(text)
  const interval = isTimes ? undefined : readInterval(text)
  return interval ? { lines: [], interval } : readMonthsColumn(row, 'monitoring', validity)
}

const readMonthsColumn = (
  row: RowReader,
  column: 'monitoring' | 'months',
  validity: Validity,
): Monitoring | undefined => {
  const text = row.text(column)
  if (column === 'months' && text === '毎月') return { lines: [], interval: 1 }
  const numbers = monthNumbers(text)
  if (!numbers || (column === 'monitoring' && numbers.length < 2)) {
    row.fault(column, { reason: 'bad-interval' })
    return undefined
  }
  const months = monthsWithin(validity).filter(({ month }) => numbers.includes(month))
  const isMissed = numbers.some((one) => !months.some(({ month }) => month === one))
  if (isMissed && !EVERY_OTHER.has(text)) row.fault(column, { reason: 'outside-validity' })
  return { lines: [{ months }], interval: undefined }
}

const EVERY_OTHER = new Map([
  ['奇数月', [1, 3, 5, 7, 9, 11]],
  ['偶数月', [2, 4, 6, 8, 10, 12]],
])

/** `5・8・11・2月`: those months of every year. */
const monthNumbers = (text: string): number[] | undefined => {
  const named = EVERY_OTHER.get(text)
  if (named) return named
  const numbers = text
    .replaceAll(/月/gu, ' ')
    .split(/[・,、。／/\s]+/u)
    .filter(Boolean)
    .map(Number)
  const isMonths = numbers.every((one) => Number.isInteger(one) && one >= 1 && one <= 12)
  return numbers.length > 0 && isMonths && new Set(numbers).size === numbers.length ? numbers : undefined
}

/** Lists the months of a validity. */
const monthsWithin = ({ start, end }: Validity): Temporal.PlainYearMonth[] => {
  const months: Temporal.PlainYearMonth[] = []
  const last = end.toPlainYearMonth()
  let month = start.toPlainYearMonth()
  for (; Temporal.PlainYearMonth.compare(month, last) <= 0; month = month.add({ months: 1 }))
    months.push(month)
  return months
}
