import { type Cell, cellDate, cellText, isBlank } from './cell.ts'
import type { FaultReason } from './faults.ts'
import type { Candidate, Dropped, Heading } from './find-columns.ts'
import type { Column, Family } from './headings.ts'

/** The columns of a table that are taken over. */
export type Columns = {
  at: ReadonlyMap<Column, Candidate>
  /** The months of a 4月…3月 grid, in their order. */
  grid: readonly Candidate[]
  dropped: readonly Dropped[]
  title: string
  /** What the headings leave open: nothing is guessed. */
  faults: readonly (FaultReason & { heading: string; index: number })[]
}

type Rows = readonly (readonly Cell[])[]
type Choice = { found?: Candidate; open?: Candidate[] }

const SINGLE: readonly Column[] = [
  'code',
  'office',
  'member',
  'municipality',
  'kind',
  'monitoring',
  'months',
  'last',
  'need',
  'closed',
  'state',
]

/** Chooses which column holds what, by its heading first, then by what stands in it; what stays open is a fault. */
export const chooseColumns = (heading: Heading, rows: Rows): Columns => {
  const at = new Map<Column, Candidate>()
  const faults: (FaultReason & { heading: string; index: number })[] = []
  const ask = ([first, ...others]: readonly Candidate[]) => {
    if (!first) return
    const { heading: of, index } = first
    faults.push({ reason: 'ambiguous', others: others.map((one) => one.heading), heading: of, index })
  }
  const fitting = withoutCounting(
    heading.candidates.filter((one) => fits(one, rows) && !isTermOfContract(one, heading)),
    rows,
  )
  for (const column of SINGLE) {
    const choice = choose(
      fitting.filter((one) => one.column === column),
      rows,
    )
    if (choice.open) ask(choice.open)
    if (choice.found) at.set(column, choice.found)
  }
  const validity = ownValidity(chooseValidity(fitting, rows), heading)
  if (validity.open) ask(validity.open)
  for (const one of validity.found) at.set(one.column, one)
  const grid = gridOf(fitting)
  const code = at.get('code')
  if (code && code.rank >= SURE_RANK && isCounting(code, rows))
    faults.push({ reason: 'counting-column', heading: code.heading, index: code.index })
  const taken = new Set([...at.values(), ...grid].map(({ index }) => index))
  const left = heading.candidates
    .filter(({ index }) => !taken.has(index))
    .map(({ heading: name, index }): Dropped => ({ heading: name, index, why: 'not-used' }))
  const dropped = [...heading.dropped, ...left].toSorted((a, b) => a.index - b.index)
  if (validity.found.length === 0 && !validity.open) faults.push(...unreadDates(dropped, rows))
  return { at, grid, dropped, faults, title: heading.title }
}

const valuesOf = (index: number, rows: Rows): string[] => rows.map((row) => cellText(row[index]))

/** A kind or a state whose heading does not tell is one by its values: 区分 may hold 障害支援区分, 状態 anything. */
const fits = (one: Candidate, rows: Rows): boolean => {
  if (one.column === 'kind' && one.rank > 1) return valuesOf(one.index, rows).some((text) => KIND.test(text))
  if (one.column === 'state') return valuesOf(one.index, rows).some((text) => STATE.test(text))
  return true
}
/** 契約終了日 beside 契約開始日 is when the contract runs out, not when the case was closed. */
const isTermOfContract = ({ column, rank }: Candidate, { dropped }: Heading): boolean =>
  column === 'closed' &&
  rank > 1 &&
  dropped.some(({ heading }) => /契約(?:開始|期間|日|年月日)/u.test(heading))

const KIND = /^(?:新規|変更|更新|継続)/u
const STATE = /終了|終結|廃止|解約|休止|中断/u

const choose = (candidates: readonly Candidate[], rows: Rows): Choice => {
  const filled = candidates.filter(({ index }) => rows.some((row) => !isBlank(row[index])))
  const from = filled.length > 0 ? filled : candidates
  const rank = Math.min(...from.map((one) => one.rank))
  const best = from.filter((one) => one.rank === rank)
  const [first, ...others] = best
  if (!first) return {}
  return others.every((one) => isSame(first, one, rows)) ? { found: first } : { open: best }
}

const isSame = (a: Candidate, b: Candidate, rows: Rows): boolean =>
  rows.every((row) => {
    const [first, second] = [row[a.index], row[b.index]]
    if (cellText(first) === cellText(second)) return true
    const [one, other] = [cellDate(first), cellDate(second)]
    return one.ok && other.ok && one.value.equals(other.value)
  })

const FAMILIES: readonly Family[] = ['decided', 'planned', 'plain']

type Source = { start?: Candidate; end?: Candidate; period?: Candidate; open?: Candidate[] }

/** Chooses the columns of the plan's validity: both ends of one and the same period, and no other's. */
const chooseValidity = (
  candidates: readonly Candidate[],
  rows: Rows,
): { found: Candidate[]; open?: Candidate[] } => {
  const sources = FAMILIES.map((family) => sourceOf(candidates, family, rows))
  const [complete, ...others] = sources.filter(({ start, end, period }) => (start && end) || period)
  const open = sources.find((one) => one.open)?.open
  if (!complete) {
    if (open) return { found: [], open }
    const starts = sources.flatMap(({ start }) => start ?? [])
    const ends = sources.flatMap(({ end }) => end ?? [])
    const isMixed = starts.length > 1 || ends.length > 1 || isTorn(starts[0], ends[0])
    return isMixed ? { found: [], open: [...starts, ...ends] } : { found: [...starts, ...ends] }
  }
  const sure = others.filter((other) =>
    [other.start, other.period].some((one) => one?.family !== 'plain' && one),
  )
  const differs = sure.find((other) => !isSameSource(complete, other, rows))
  const found = partsOf(complete)
  if (differs) return { found: [], open: [...found, ...partsOf(differs)] }
  return complete.open ? { found: [], open: complete.open } : { found }
}

/** 有効期間 behind the column of a 障害支援区分 or a 手帳 may as well be that one's: nothing is guessed. */
const ownValidity = (
  chosen: { found: Candidate[]; open?: Candidate[] },
  { dropped, candidates }: Heading,
): { found: Candidate[]; open?: Candidate[] } => {
  const first = chosen.found.find(({ family, heading }) => family === 'plain' && heading.startsWith('有効'))
  const before = [...dropped, ...candidates].find(({ index }) => index === (first?.index ?? 0) - 1)
  return first && before && /支援区分|手帳|医療|年金/u.test(before.heading)
    ? { found: [], open: [first] }
    : chosen
}

const isTorn = (start: Candidate | undefined, end: Candidate | undefined): boolean =>
  start !== undefined && end !== undefined && start.family !== 'plain' && end.family !== 'plain'

const partsOf = ({ start, end, period }: Source): Candidate[] =>
  [start, end, period].filter((one) => one !== undefined)

const sourceOf = (candidates: readonly Candidate[], family: Family, rows: Rows): Source => {
  const of = (column: Column) =>
    choose(
      candidates.filter((one) => one.column === column && one.family === family),
      rows,
    )
  const [start, end, period] = [of('start'), of('end'), of('period')]
  const open = start.open ?? end.open ?? period.open
  if (open)
    return {
      open,
      ...(start.open ? { start: start.open[0] } : {}),
      ...(end.open ? { end: end.open[0] } : {}),
      ...(period.open ? { period: period.open[0] } : {}),
    }
  if (start.found && end.found) return { start: start.found, end: end.found }
  return period.found ? { period: period.found } : { start: start.found, end: end.found }
}

const isSameSource = (a: Source, b: Source, rows: Rows): boolean => {
  if (a.start && a.end && b.start && b.end)
    return isSame(a.start, b.start, rows) && isSame(a.end, b.end, rows)
  return a.period !== undefined && b.period !== undefined && isSame(a.period, b.period, rows)
}

/** Fewer months than these are no grid. */
const SMALLEST_GRID = 4

const gridOf = (candidates: readonly Candidate[]): Candidate[] => {
  const months = candidates.filter(({ column }) => column === 'month')
  return months.length >= SMALLEST_GRID ? months : []
}

/** Whether a column counts the rows, some of which may be filtered out: 1, 2, 3, 5, and so on. */
const isCounting = ({ index }: Candidate, rows: Rows): boolean => {
  const values = valuesOf(index, rows).filter((text) => /^\d+$/u.test(text))
  const numbers = values.map(Number)
  const isRising = numbers.every((one, at) => one > (numbers[at - 1] ?? 0))
  const most = values.length * COUNTED_SHARE + COUNTED_MORE
  return (
    values.length > 0 &&
    isRising &&
    Math.max(...numbers) <= most &&
    !values.some((text) => text.startsWith('0'))
  )
}
/** Rising numbers up to so many a row, and a few more, count; higher ones are numbers that somebody gave. */
const COUNTED_SHARE = 3
const COUNTED_MORE = 10

/** Without the columns that count, where another may be the code. */
const withoutCounting = (candidates: readonly Candidate[], rows: Rows): Candidate[] => {
  const others = candidates.filter(
    (one) => one.column !== 'code' || one.rank < SURE_RANK || !isCounting(one, rows),
  )
  return others.some(({ column }) => column === 'code') ? others : [...candidates]
}
/** From this rank on a heading may as well name a column that counts. */
const SURE_RANK = 3

/** Columns of dates that are surely no plan's: nothing is lost with them. */
const OTHER_DATES =
  /契約|支援|利用|相談|面接|面談|訪問|会議|作成|初回|受付|登録|依頼|報告|提出|更新|入力|入院|退院|前回|次回|直近|最終|決定日|交付|手続|請求/u

/** Two unread columns of dates, or one of periods, may be the plan's: without it the case is never reminded of. */
const unreadDates = (dropped: readonly Dropped[], rows: Rows): Columns['faults'] => {
  const unread = dropped.filter(({ heading, why }) => why === 'not-used' && !OTHER_DATES.test(heading))
  const dates = unread.filter(({ index }) => holdsMostly(index, rows, (cell) => cellDate(cell).ok))
  const periods = unread.filter(({ index }) =>
    holdsMostly(index, rows, (cell) => /\d[日]?\s*[~～〜∼→]\s*[^\s]*\d/u.test(cellText(cell))),
  )
  const [first, second] = periods.length > 0 ? periods : dates
  if (!first || (periods.length === 0 && !second)) return []
  return [{ reason: 'no-validity', heading: first.heading, index: first.index }]
}

const holdsMostly = (index: number, rows: Rows, is: (cell: Cell | undefined) => boolean): boolean => {
  const filled = rows.map((row) => row[index]).filter((cell) => !isBlank(cell) && !isCount(cell))
  return filled.length > 0 && filled.filter(is).length * 2 > filled.length
}
/** A small number is a day number too, of 1900. */
const isCount = (cell: Cell | undefined): boolean => typeof cell === 'number' && cell < 36_000
