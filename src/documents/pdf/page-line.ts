/** One line across the page: what stands side by side in it, in points. Everything on paper is made of these. */
export type PageLine = {
  cells: readonly LineCell[]
  height: number
  /** Room above it, unless it begins a page. */
  before: number
  /** Not to be parted from the line after it. */
  keepsNext: boolean
  grid?: LineGrid
  /** Set again above it when it begins a page: a table's head. */
  head?: readonly PageLine[]
}

export type LineCell = {
  x: number
  text: string
  face: 'regular' | 'bold'
  size: number
  frame?: { width: number }
}

/** Lines of a table that this line is part of; a row may be several lines high. */
export type LineGrid = { xs: readonly number[]; top: boolean; bottom: boolean; fill?: boolean }

export type PlacedLine = { line: PageLine; y: number }

/**
 * Paginates lines in order, `height` in points. A line that keeps its next moves to the next page with it, unless the
 * whole group is higher than a page and must be split anyway.
 */
export const paginate = (lines: readonly PageLine[], height: number): PlacedLine[][] => {
  const pages: PlacedLine[][] = []
  let page: PlacedLine[] = []
  let y = 0
  for (const group of grouped(lines, height)) {
    const needed = group.reduce((sum, { before, height: own }) => sum + before + own, 0)
    if (page.length > 0 && y + needed > height) {
      pages.push(page)
      page = []
      y = 0
      for (const line of group[0]?.head ?? []) {
        page.push({ line, y })
        y += line.height
      }
    }
    for (const line of group) {
      if (page.length > 0) y += line.before
      page.push({ line, y })
      y += line.height
    }
  }
  if (page.length > 0) pages.push(page)
  return pages
}

/** What must stay together; a group that no page holds falls into single lines. */
const grouped = function* (lines: readonly PageLine[], height: number): Generator<PageLine[]> {
  let group: PageLine[] = []
  for (const line of lines) {
    group.push(line)
    if (line.keepsNext) continue
    yield* fitted(group, height)
    group = []
  }
  yield* fitted(group, height)
}

const fitted = function* (group: PageLine[], height: number): Generator<PageLine[]> {
  if (group.length === 0) return
  const needed = group.reduce((sum, { before, height: own }) => sum + before + own, 0)
  const headed = needed + (group[0]?.head ?? []).reduce((sum, line) => sum + line.height, 0)
  if (headed <= height) yield group
  else for (const line of group) yield [line]
}
