import { findPersonalData } from '../../privacy/find-personal-data.ts'
import { type Cell, cellText, isBlank, type Sheet } from './cell.ts'
import { type Column, type Recognised, recogniseBelow, recogniseHeading } from './headings.ts'

/** A column that is not taken over, and why. */
export type Dropped = { heading: string; index: number; why: 'personal' | 'not-used' }

/** A column that may be taken over. `width`: how many columns its merged heading spans; `group`: the text above it. */
export type Candidate = Recognised & { index: number; heading: string; group: string; width: number }

/** A table's headings: which rows they stand in, and what each column may be. */
export type Heading = {
  /** First and last row of the headings, from 0. */
  top: number
  bottom: number
  candidates: readonly Candidate[]
  dropped: readonly Dropped[]
  /** What stands above the headings, and the sheet's name: it may say of which fiscal year the table is. */
  title: string
}

/** Title rows, dates and remarks may stand above the headings. */
const DEEPEST_HEADING = 30

/** Finds the headings of a sheet's first table: the rows that name the most columns, the case code among them. */
export const findHeading = (sheet: Sheet): Heading | undefined => {
  let best: Heading | undefined
  for (let row = 0; row < Math.min(DEEPEST_HEADING, sheet.rows.length); row += 1) {
    const found = headingAt(sheet, row)
    if (found && (!best || worth(found) > worth(best))) best = found
  }
  return best && withPersonal(best, sheet)
}

/** Reads the headings in a row, with those of a group above and those below: undefined where it names no table of cases. */
export const headingAt = (sheet: Sheet, row: number): Heading | undefined => {
  const cells = sheet.rows[row] ?? []
  if (!cells.some((cell) => isCodeHeading(cell))) return undefined
  const top = row > 0 && !isEmpty(sheet.rows[row - 1]) ? row - 1 : row
  const single = read(sheet, top, row, row)
  const below = holdsHeadings(sheet, row + 1) ? read(sheet, top, row + 1, row) : undefined
  const isSurer =
    below &&
    (worth(below) > worth(single) || (worth(below) === worth(single) && isClearer(below, single, sheet)))
  const best = below && isSurer ? below : single
  const columns = new Set(best.candidates.map(({ column }) => column))
  return columns.has('code') && columns.size >= 2 ? best : undefined
}

const isCodeHeading = (cell: Cell | undefined): boolean => {
  if (typeof cell !== 'string') return false
  const found = recogniseHeading(cell)
  return found.is === 'column' && found.column === 'code'
}

const isEmpty = (row: readonly Cell[] | undefined): boolean => !row || row.every((cell) => isBlank(cell))

/** A second row of headings holds texts and months only. */
const holdsHeadings = (sheet: Sheet, row: number): boolean => {
  const filled = (sheet.rows[row] ?? []).filter((cell) => !isBlank(cell))
  const numbers = filled.map(cellText).filter((text) => MONTH_NUMBER.test(text))
  const isGrid = numbers.length >= FEWEST_MONTHS && new Set(numbers).size === numbers.length
  return (
    filled.length > 0 &&
    filled.every((cell) => isHeadingText(cell) || (isGrid && MONTH_NUMBER.test(cellText(cell))))
  )
}
const MONTH_NUMBER = /^(?:[1-9]|1[0-2])$/u
const FEWEST_MONTHS = 6

/** Of two readings that name as much, the one with a row more is right where that row names columns only. */
const isClearer = (below: Heading, single: Heading, sheet: Sheet): boolean =>
  below.candidates.length > single.candidates.length ||
  (sheet.rows[below.bottom] ?? []).every(
    (cell) => isBlank(cell) || recogniseHeading(headingText(cell)).is !== 'other',
  )

const isHeadingText = (cell: Cell): boolean => {
  const found = recogniseHeading(headingText(cell))
  return found.is !== 'other' || (typeof cell === 'string' && !/\d/u.test(cellText(cell)))
}

/** A heading that is a date shown as a month (`4月`) stands for that month. */
const headingText = (cell: Cell | undefined): string =>
  cell instanceof Temporal.PlainDate ? `${cell.year}年${cell.month}月` : cellText(cell)

const worth = ({ candidates }: Heading): number => {
  const best = new Map<Column, number>()
  for (const { column, rank } of candidates) best.set(column, Math.min(rank, best.get(column) ?? 9))
  return [...best.values()].reduce((sum, rank) => sum + 1 - rank / 20, 0)
}

/** `code` is the row that the case code's heading stands in, with the row of groups above it or of parts below it. */
const read = (sheet: Sheet, top: number, bottom: number, code: number): Heading => {
  const above = top < code ? spansOf(sheet, top, bottom) : []
  const main = spansOf(sheet, code, bottom)
  const below = bottom > code ? spansOf(sheet, bottom, bottom) : []
  const width = Math.max(...[...main, ...below].map(({ to }) => to), 0) + 1
  const isTitle = ({ from, to }: Span) => from === 0 && to + 1 > width * TITLE_SHARE
  const candidates: Candidate[] = []
  const dropped: Dropped[] = []
  for (let index = 0; index < width; index += 1) {
    const at = (spans: readonly Span[]) => spans.find(({ from, to }) => from <= index && index <= to)
    const [over, middle, part] = [at(above), at(main), at(below)]
    const own = part ?? (middle?.from === index ? middle : over?.isMergedDown ? over : undefined)
    if (!own) continue
    const parent = own === part ? (middle ?? over) : own === middle ? over : undefined
    const group = parent && !isTitle(parent) && !isRemark(parent.text) ? parent.text : ''
    const found = recogniseBelow(group, own.text)
    const heading = group === '' || own !== part ? own.text : `${group} ${own.text}`
    if (found.is === 'column')
      candidates.push({ ...found, index, heading, group: parent?.text ?? '', width: own.to - own.from + 1 })
    else dropped.push({ heading, index, why: found.is === 'personal' ? 'personal' : 'not-used' })
  }
  const title = [sheet.name, ...sheet.rows.slice(0, code).flat().map(cellText)].join(' ')
  return { top, bottom, candidates, dropped, title }
}

/** What stands above a table and heads nothing: a date, `事業所名：`. */
const isRemark = (text: string): boolean => /[:：]$|作成|現在|\d{1,2}[./月-]\d{1,2}/u.test(text)

type Span = { text: string; from: number; to: number; isMergedDown: boolean }

/** The texts of a row with the columns they span: merged cells, or in an unmerged row of groups the blank cells behind. */
const spansOf = (sheet: Sheet, row: number, bottom: number): Span[] => {
  const cells = sheet.rows[row] ?? []
  const isGroups = row < bottom
  const width = Math.max(cells.length, sheet.rows[bottom]?.length ?? 0)
  const merges = (sheet.merges ?? []).filter((one) => one.top === row)
  const isMerged = merges.some((one) => one.right > one.left)
  const filled = [...cells.entries()].filter(([, cell]) => headingText(cell) !== '')
  return filled.map(([from, cell], at) => {
    const merge = merges.find((one) => one.left === from)
    const next = filled[at + 1]?.[0] ?? width
    const to = merge ? merge.right : isGroups && !isMerged ? next - 1 : from
    const isMergedDown = (merge?.bottom ?? row) > row
    return { text: headingText(cell), from, to, isMergedDown }
  })
}

/** A text from the first column over more than this share of a table's width is its title. */
const TITLE_SHARE = 0.6

/** How many rows are looked at for personal data below a heading that does not tell. */
const LOOKED_AT = 60

/** Recognises columns without a telling heading by their values. */
const withPersonal = (heading: Heading, { rows }: Sheet): Heading => ({
  ...heading,
  dropped: heading.dropped.map((dropped) => {
    if (dropped.why === 'personal') return dropped
    const values = rows.slice(heading.bottom + 1, heading.bottom + 1 + LOOKED_AT)
    const personal = values.some((row) => findPersonalData(cellText(row[dropped.index])).length > 0)
    return personal ? { ...dropped, why: 'personal' } : dropped
  }),
})
