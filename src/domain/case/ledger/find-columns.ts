import { findPersonalData } from '../../privacy/find-personal-data.ts'
import { type Cell, cellText, type Sheet } from './cell.ts'
import { type Column, plainHeading, recogniseHeading } from './headings.ts'

/** A column that is not taken over, and why. */
export type Dropped = { heading: string; why: 'personal' | 'not-used' }

export type Columns = {
  /** Index of the heading row. */
  headingRow: number
  /** Where each column we take over stands, with its heading as written. */
  at: ReadonlyMap<Column, { index: number; heading: string }>
  dropped: Dropped[]
}

/** Title rows, dates and remarks may stand above the headings. */
const DEEPEST_HEADING = 30

/** The row that names the most columns, the case code among them; undefined when no row does. */
export const findColumns = (sheet: Sheet): Columns | undefined => {
  const candidates = sheet.rows
    .slice(0, DEEPEST_HEADING)
    .map((row, index) => columnsOf(row, sheet.rows[index - 1] ?? [], index))
    .filter(({ at }) => at.has('code') && at.size >= 2)
  const best = candidates.toSorted((a, b) => b.at.size - a.at.size)[0]
  return best && { ...best, dropped: best.dropped.map((dropped) => looked(dropped, best, sheet)) }
}

const columnsOf = (row: readonly Cell[], above: readonly Cell[], headingRow: number): Columns => {
  const at = new Map<Column, { index: number; heading: string }>()
  const dropped: Dropped[] = []
  let group = ''
  for (const [index, cell] of row.entries()) {
    // A heading over several columns stands in the first of them only.
    group = cellText(above[index]) || group
    const heading = cellText(cell)
    if (heading === '') continue
    const alone = recogniseHeading(heading)
    const known = alone.is === 'other' ? recogniseHeading(`${plainHeading(group)}(${heading})`) : alone
    if (known.is === 'column' && !at.has(known.column)) at.set(known.column, { index, heading })
    else dropped.push({ heading, why: known.is === 'personal' ? 'personal' : 'not-used' })
  }
  return { headingRow, at, dropped }
}

/** Recognises a column without a telling heading by its values. */
const looked = (dropped: Dropped, { headingRow }: Columns, { rows }: Sheet): Dropped => {
  if (dropped.why === 'personal') return dropped
  const index = (rows[headingRow] ?? []).findIndex((cell) => cellText(cell) === dropped.heading)
  const personal = rows.slice(headingRow + 1).some((row) => findPersonalData(cellText(row[index])).length > 0)
  return personal ? { ...dropped, why: 'personal' } : dropped
}
