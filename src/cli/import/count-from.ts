import type { CaseToStore } from '../../actions/case/store-ledger.ts'
import { readMonth } from '../../domain/calendar/read-date.ts'
import type { LedgerCase } from '../../domain/case/ledger/read-ledger.ts'
import { dueMonths } from '../../domain/monitoring/due-months.ts'

/** Months before the current one that a ledger does not say whether they were done. */
export type PastMonths = { cases: number; months: number; first: Temporal.PlainYearMonth }

/** From which month on a ledger's due months count: `all`, or a month. */
export type CountFrom = 'all' | Temporal.PlainYearMonth

/** Reads the option `--from`: `2026-11`, `R8.11`, `all`. */
export const readCountFrom = (typed: string): CountFrom | undefined => {
  if (typed === 'all') return 'all'
  const read = readMonth(typed)
  return read.ok ? read.value : undefined
}

const compare = Temporal.PlainYearMonth.compare

export const monthsOf = ({ plan }: LedgerCase): Temporal.PlainYearMonth[] =>
  plan ? (dueMonths(plan)?.months ?? []) : []

/** Finds past months that would all be overdue: of open cases whose last monitoring the ledger does not tell. */
export const pastMonths = (
  cases: readonly LedgerCase[],
  today: Temporal.PlainDate,
): PastMonths | undefined => {
  const current = today.toPlainYearMonth()
  const past = cases
    .filter((one) => !one.closedOn && !one.lastMonitoring)
    .map((one) => monthsOf(one).filter((month) => compare(month, current) < 0))
    .filter((months) => months.length > 0)
  const [first] = past.flat().toSorted(compare)
  return first && { cases: past.length, months: past.flat().length, first }
}

/** The months up to the last monitoring are done; where the ledger tells none, those before the month chosen. */
export const counted = (one: LedgerCase, from: CountFrom): CaseToStore => {
  const last = one.lastMonitoring?.toPlainYearMonth().add({ months: 1 })
  return { ...one, countFrom: last ?? (from === 'all' ? undefined : from) }
}

/** The due months of a case that count. */
export const countedMonths = (one: CaseToStore): Temporal.PlainYearMonth[] => {
  const { countFrom } = one
  return monthsOf(one).filter((month) => !countFrom || compare(month, countFrom) >= 0)
}
