import { readDate, readMonth } from '../../domain/calendar/read-date.ts'
import { readInterval, readMonitoringLine } from '../../domain/monitoring/certificate-text.ts'
import {
  dueMonths,
  type Interval,
  lineFault,
  type MonitoringLine,
  PLAN_KINDS,
} from '../../domain/monitoring/due-months.ts'
import { readMonthList } from '../../domain/monitoring/month-list.ts'
import { catalogues } from '../../text/catalogue.ts'
import type { Spoken } from '../command-line.ts'

export type MonthsOptions = {
  start: string
  end: string
  kind: string
  interval?: string
  first?: string
  last?: string
  line?: string[]
  newStart?: string
}

const words = catalogues.ja.monitoringMonths

/** Thrown on a wrong option; the message says what it should be. */
class Wrong extends Error {}

/** Computes the due months of one plan by the product's rules (`tsunagi monitoring months`). */
export const monitoringMonths = (options: MonthsOptions): Spoken => {
  try {
    return months(options)
  } catch (error) {
    if (error instanceof Wrong) return { ok: false, lines: [error.message], data: { fault: error.message } }
    throw error
  }
}

const months = (options: MonthsOptions): Spoken => {
  const validity = { start: dateOf('--start', options.start), end: dateOf('--end', options.end) }
  if (Temporal.PlainDate.compare(validity.end, validity.start) < 0) throw new Wrong(words.endBeforeStart)
  const kind = PLAN_KINDS.find((one) => one === options.kind)
  if (!kind) throw new Wrong(words.wrong('--kind', options.kind, 'new, change, renewal'))
  const { newStart = 'decision' } = options
  if (newStart !== 'decision' && newStart !== 'next')
    throw new Wrong(words.wrong('--new-start', newStart, 'decision, next'))
  const interval = options.interval === undefined ? undefined : intervalOf(options.interval)
  const lines = linesOf(options, interval)
  for (const line of lines) {
    const fault = lineFault(line, validity)
    if (fault) throw new Wrong(words.lineFaults[fault.reason])
  }
  const due = dueMonths({ lines, validity, kind, newPlanStart: newStart, interval })
  if (!due) throw new Wrong(words.nothingGiven)
  const data = { months: due.months.map(String), basis: due.basis, proposed: due.proposed }
  return { ok: true, lines: [data.months.join(' '), ...(due.proposed ? [words.proposed] : [])], data }
}

const dateOf = (option: string, typed: string): Temporal.PlainDate => {
  const read = readDate(typed)
  if (!read.ok) throw new Wrong(words.wrong(option, typed, '2026-04-01, R8.4.1'))
  return read.value
}

const monthOf = (option: string, typed: string): Temporal.PlainYearMonth => {
  const read = readMonth(typed)
  if (!read.ok) throw new Wrong(words.wrong(option, typed, '2026-04, R8.4'))
  return read.value
}

const intervalOf = (typed: string): Interval => {
  const read = readInterval(typed)
  if (!read) throw new Wrong(words.wrong('--interval', typed, '1, 2, 3, 4, 6, 12'))
  return read
}

/** Takes the certificate's lines as given, or makes one of first, last and interval. */
const linesOf = (
  { first, last, line = [] }: MonthsOptions,
  interval: Interval | undefined,
): MonitoringLine[] => {
  if ((first === undefined) !== (last === undefined)) throw new Wrong(words.firstAndLast)
  const printed = line.map((typed) => {
    const read = readMonitoringLine(typed) ?? readMonthList(typed)
    if (!read) throw new Wrong(words.wrong('--line', typed, '6月ごと(R8.9~R9.3)'))
    return read
  })
  if (first === undefined || last === undefined) return printed
  if (!interval) throw new Wrong(words.intervalWithFirst)
  return [
    ...printed,
    { everyMonths: interval, first: monthOf('--first', first), last: monthOf('--last', last) },
  ]
}
