/** One line across the page: what stands side by side in it, in points. Everything on paper is made of these. */
export type Strip = {
  cells: readonly StripCell[]
  height: number
  /** Room above it, unless it begins a page. */
  before: number
  /** Not to be parted from the strip after it. */
  keepsNext: boolean
  grid?: StripGrid
  /** Set again above it when it begins a page: a table's head. */
  head?: readonly Strip[]
}

export type StripCell = {
  x: number
  text: string
  face: 'regular' | 'bold'
  size: number
  frame?: { width: number }
}

/** Lines of a table that this strip is part of; a row may be several strips high. */
export type StripGrid = { xs: readonly number[]; top: boolean; bottom: boolean; fill?: true }

export type PlacedStrip = { strip: Strip; y: number }

/**
 * Strips on pages of a height, in order and none left out. What keeps its next goes over with it, unless the whole group
 * is higher than a page and must be parted anyway.
 */
export const paginate = (strips: readonly Strip[], height: number): PlacedStrip[][] => {
  const pages: PlacedStrip[][] = []
  let page: PlacedStrip[] = []
  let y = 0
  for (const group of grouped(strips, height)) {
    const needed = group.reduce((sum, { before, height: own }) => sum + before + own, 0)
    if (page.length > 0 && y + needed > height) {
      pages.push(page)
      page = []
      y = 0
      for (const strip of group[0]?.head ?? []) {
        page.push({ strip, y })
        y += strip.height
      }
    }
    for (const strip of group) {
      if (page.length > 0) y += strip.before
      page.push({ strip, y })
      y += strip.height
    }
  }
  if (page.length > 0) pages.push(page)
  return pages
}

/** What must stay together; a group that no page holds falls into single strips. */
const grouped = function* (strips: readonly Strip[], height: number): Generator<Strip[]> {
  let group: Strip[] = []
  for (const strip of strips) {
    group.push(strip)
    if (strip.keepsNext) continue
    yield* settled(group, height)
    group = []
  }
  yield* settled(group, height)
}

const settled = function* (group: Strip[], height: number): Generator<Strip[]> {
  if (group.length === 0) return
  const needed = group.reduce((sum, { before, height: own }) => sum + before + own, 0)
  const headed = needed + (group[0]?.head ?? []).reduce((sum, strip) => sum + strip.height, 0)
  if (headed <= height) yield group
  else for (const strip of group) yield [strip]
}
