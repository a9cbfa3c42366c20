import { readInterval, readMonitoringLine } from '../../monitoring/certificate-text.ts'
import {
  type Interval,
  lineFault,
  type MonitoringLine,
  type PlanKind,
  type Validity,
} from '../../monitoring/due-months.ts'
import { type CaseCodeFault, caseCodeFault, foldCaseCode } from '../case-code.ts'
import { type Cell, cellDate, cellText, type Sheet } from './cell.ts'
import { type Columns, type Dropped, findColumns } from './find-columns.ts'
import type { Column } from './headings.ts'
import { type Known, match } from './known.ts'

export type LedgerCase = {
  code: string
  officeId: string
  memberId: string
  municipalityId?: string
  needLevel?: 1 | 2 | 3
  closedOn?: Temporal.PlainDate
  plan?: { kind: PlanKind; validity: Validity; lines: MonitoringLine[]; interval: Interval | undefined }
}

/** What is wrong with a row, at which column. `row` as a person counts them, from 1. */
export type LedgerFault = { row: number; heading?: string; typed?: string } & (
  | { reason: 'no-code' }
  | { reason: 'bad-code'; wrong: CaseCodeFault }
  | { reason: 'twice'; first: number }
  | { reason: 'unknown-office' | 'unknown-member' | 'unknown-municipality'; nearest: string[] }
  | { reason: 'no-member' }
  | { reason: 'bad-date' }
  | { reason: 'half-period' }
  | { reason: 'end-before-start' }
  | { reason: 'bad-kind' }
  | { reason: 'bad-interval' }
  | { reason: 'outside-validity' }
  | { reason: 'bad-need' }
)

export type LedgerRead =
  | { ok: true; cases: LedgerCase[]; dropped: Dropped[]; sheet: string }
  | { ok: false; reason: 'no-heading' }
  | { ok: false; reason: 'faults'; faults: LedgerFault[]; dropped: Dropped[]; sheet: string }

/** Reads the first sheet that has a heading row. All or nothing: every bad row is named with every fault of it. */
export const readLedger = (sheets: readonly Sheet[], known: Known): LedgerRead => {
  for (const sheet of sheets) {
    const columns = findColumns(sheet)
    if (columns) return readSheet(sheet, columns, known)
  }
  return { ok: false, reason: 'no-heading' }
}

const readSheet = (sheet: Sheet, columns: Columns, known: Known): LedgerRead => {
  const cases: LedgerCase[] = []
  const faults: LedgerFault[] = []
  const firstRow = new Map<string, number>()
  const above = new Map<Column, Cell>()
  for (const [index, cells] of sheet.rows.entries()) {
    if (index <= columns.headingRow || !holdsCase(cells, columns, above)) continue
    const row = reader(cells, columns, above, index + 1)
    const read = readRow(row, known)
    const first = firstRow.get(read.code)
    if (read.code !== '' && first !== undefined) row.fault('code', { reason: 'twice', first })
    else firstRow.set(read.code, index + 1)
    faults.push(...row.faults)
    if (read.found && row.faults.length === 0) cases.push(read.found)
  }
  const { dropped } = columns
  return faults.length > 0
    ? { ok: false, reason: 'faults', faults, dropped, sheet: sheet.name }
    : { ok: true, cases, dropped, sheet: sheet.name }
}

const TOTAL = /^(?:合計|小計|総計|計|件数)/u
/** Merged over the cases of a group: a blank cell means the one above. */
const GROUPING: readonly Column[] = ['office', 'member', 'municipality']

/** Blank rows, totals, repeated headings and rows that only name a group hold no case. */
const holdsCase = (cells: readonly Cell[], { at }: Columns, above: Map<Column, Cell>): boolean => {
  const filled = cells.map(cellText).filter((text) => text !== '')
  const [first] = filled
  if (first === undefined || TOTAL.test(first)) return false
  const code = at.get('code')
  if (code && cellText(cells[code.index]) === code.heading) return false
  const grouping = GROUPING.filter((column) => {
    const place = at.get(column)
    return place && cellText(cells[place.index]) !== ''
  })
  // A new office begins a new group: the person above it belongs to another.
  if (grouping.includes('office')) above.delete('member')
  for (const column of grouping) above.set(column, cells[at.get(column)?.index ?? -1] ?? null)
  return filled.length > grouping.length
}

type FaultReason<F = LedgerFault> = F extends LedgerFault ? Omit<F, 'row' | 'heading' | 'typed'> : never
type RowReader = {
  has(column: Column): boolean
  cell(column: Column): Cell
  text(column: Column): string
  date(column: Column): Temporal.PlainDate | undefined
  fault(column: Column, fault: FaultReason): void
  faults: LedgerFault[]
}

const reader = (
  cells: readonly Cell[],
  { at }: Columns,
  above: ReadonlyMap<Column, Cell>,
  row: number,
): RowReader => {
  const faults: LedgerFault[] = []
  const cell = (column: Column): Cell => {
    const own = cells[at.get(column)?.index ?? -1] ?? null
    return cellText(own) === '' ? (above.get(column) ?? null) : own
  }
  const text = (column: Column) => cellText(cell(column))
  const fault = (column: Column, what: FaultReason) => {
    const heading = at.get(column)?.heading
    const typed = text(column)
    faults.push({ row, heading, typed: typed === '' ? undefined : typed, ...what })
  }
  return {
    has: (column) => text(column) !== '',
    cell,
    text,
    fault,
    faults,
    date: (column) => {
      if (text(column) === '') return undefined
      const date = cellDate(cell(column))
      if (!date) fault(column, { reason: 'bad-date' })
      return date
    },
  }
}

const readRow = (row: RowReader, known: Known): { code: string; found: LedgerCase | undefined } => {
  const code = foldCaseCode(row.text('code'))
  const wrong = code === '' || known.codes.has(code) ? undefined : caseCodeFault(code)
  if (code === '') row.fault('code', { reason: 'no-code' })
  else if (wrong) row.fault('code', { reason: 'bad-code', wrong })
  const place = readPlace(row, known)
  const plan = readPlan(row)
  const closedOn = row.date('closed')
  const needLevel = readNeed(row)
  if (!place) return { code, found: undefined }
  const found: LedgerCase = {
    code,
    ...place,
    ...(plan ? { plan } : {}),
    ...(closedOn ? { closedOn } : {}),
    ...(needLevel ? { needLevel } : {}),
  }
  return { code, found }
}

type CasePlace = Pick<LedgerCase, 'officeId' | 'memberId' | 'municipalityId'>

/** Who carries the case. An office of one person needs no name. */
const readPlace = (row: RowReader, known: Known): CasePlace | undefined => {
  const office = row.has('office') ? match(row.text('office'), known.offices) : undefined
  if (office && !office.ok) row.fault('office', { reason: 'unknown-office', nearest: office.nearest })
  const officeId = office?.ok ? office.found.id : undefined
  const candidates = known.members.filter((one) => one.officeId !== undefined)
  const there = officeId ? candidates.filter((one) => one.officeId === officeId) : candidates
  const member = row.has('member') ? match(row.text('member'), there) : undefined
  if (member && !member.ok) row.fault('member', { reason: 'unknown-member', nearest: member.nearest })
  const only = there.length === 1 ? there[0] : undefined
  const carrier = member?.ok ? member.found : member ? undefined : only
  if (!member && !only) row.fault('member', { reason: 'no-member' })
  const municipality = row.has('municipality')
    ? match(row.text('municipality'), known.municipalities)
    : undefined
  if (municipality && !municipality.ok)
    row.fault('municipality', { reason: 'unknown-municipality', nearest: municipality.nearest })
  if (!carrier?.officeId) return undefined
  return {
    officeId: officeId ?? carrier.officeId,
    memberId: carrier.id,
    ...(municipality?.ok ? { municipalityId: municipality.found.id } : {}),
  }
}

const readNeed = (row: RowReader): 1 | 2 | 3 | undefined => {
  if (!row.has('need')) return undefined
  const level = ({ '1': 1, A: 1, 高: 1, '2': 2, B: 2, 中: 2, '3': 3, C: 3, 低: 3 } as const)[
    row.text('need').toUpperCase()
  ]
  if (!level) row.fault('need', { reason: 'bad-need' })
  return level
}

const KINDS: readonly [RegExp, PlanKind][] = [
  [/新規/u, 'new'],
  [/変更/u, 'change'],
  [/更新|継続/u, 'renewal'],
]

/** An older ledger's plan without a kind is one that goes on: a renewal. */
const readKind = (row: RowReader): PlanKind => {
  const found = KINDS.find(([pattern]) => pattern.test(row.text('kind')))
  if (row.has('kind') && !found) row.fault('kind', { reason: 'bad-kind' })
  return found?.[1] ?? 'renewal'
}

const readPlan = (row: RowReader): LedgerCase['plan'] => {
  const kind = readKind(row)
  const validity = readValidity(row)
  const monitoring = readMonitoring(row, validity)
  if (!validity) return undefined
  return { kind, validity, lines: monitoring.lines, interval: monitoring.interval }
}

const readValidity = (row: RowReader): Validity | undefined => {
  const [typedStart, typedEnd] = row.text('period').split(/[~～〜]|から/u)
  const column = row.has('start') || row.has('end') ? undefined : 'period'
  const start = column ? cellDate(typedStart ?? '') : row.date('start')
  const end = column ? cellDate((typedEnd ?? '').replace(/まで$/u, '')) : row.date('end')
  if (column) {
    if (!row.has('period')) return undefined
    if (!start || !end) row.fault('period', { reason: 'bad-date' })
  } else if (row.faults.length === 0 && (!start || !end))
    row.fault(start ? 'end' : 'start', { reason: 'half-period' })
  if (!start || !end) return undefined
  if (Temporal.PlainDate.compare(end, start) >= 0) return { start, end }
  row.fault(column ?? 'end', { reason: 'end-before-start' })
  return undefined
}

type Monitoring = { lines: MonitoringLine[]; interval: Interval | undefined }

/** The certificate's own line wins over months, months over an interval alone. */
const readMonitoring = (row: RowReader, validity: Validity | undefined): Monitoring => {
  for (const column of ['monitoring', 'months'] as const) {
    const line = readMonitoringLine(row.text(column))
    if (!line) continue
    if (validity && lineFault(line, validity)) row.fault(column, { reason: 'outside-validity' })
    return { lines: [line], interval: undefined }
  }
  const interval = row.has('monitoring') ? readInterval(row.text('monitoring')) : undefined
  if (row.has('monitoring') && !interval) row.fault('monitoring', { reason: 'bad-interval' })
  const months = row.has('months') ? readMonths(row.text('months'), validity) : undefined
  if (row.has('months') && !months) row.fault('months', { reason: 'bad-interval' })
  return { lines: months ? [{ months }] : [], interval }
}

/** `5・8・11・2月`: those months of every year within the validity. */
const readMonths = (text: string, validity: Validity | undefined): Temporal.PlainYearMonth[] | undefined => {
  const numbers = text
    .replaceAll('月', '')
    .split(/[・,、/\s]+/u)
    .filter(Boolean)
    .map(Number)
  if (
    !validity ||
    numbers.length === 0 ||
    numbers.some((one) => !Number.isInteger(one) || one < 1 || one > 12)
  )
    return undefined
  const months: Temporal.PlainYearMonth[] = []
  const end = validity.end.toPlainYearMonth()
  for (
    let month = validity.start.toPlainYearMonth();
    Temporal.PlainYearMonth.compare(month, end) <= 0;
    month = month.add({ months: 1 })
  )
    if (numbers.includes(month.month)) months.push(month)
  return months
}
