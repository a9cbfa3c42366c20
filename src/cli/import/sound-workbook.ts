import { unzipSync, zipSync } from 'fflate'

/** Limit against zip bombs: far above a ledger of tens of thousands of rows, far below the memory of a machine. */
const UNPACKED_BYTES = 60_000_000
const CELLS = 20_000_000
/** Excel's maximum. */
const ROWS = 1_048_576

/**
 * Sanitizes a workbook: keeps the tables only, packed again so that its declared sizes are true. Undefined where it
 * unpacks to more than the limit, or has a cell so far out that its table would not fit into memory. Throws on a file
 * that is no archive.
 */
export const soundWorkbook = (bytes: Uint8Array): Uint8Array | undefined => {
  let left = UNPACKED_BYTES
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (!/\.(?:xml|rels)$|^mimetype$/i.test(name)) return false
      left -= originalSize
      return left >= 0
    },
  })
  if (left < 0) return undefined
  const tables = Object.entries(parts).filter(([name]) => /worksheets\/|^content\.xml$/i.test(name))
  const texts = tables.map(([, xml]) => new TextDecoder().decode(xml))
  const fits = texts.every((xml) => fitsTable(xml) && fitsRepeated(xml))
  return fits ? zipSync(parts, { level: 0 }) : undefined
}

/** Checks how many cells an .ods repeats: a row with a value may be repeated a million times. */
const fitsRepeated = (xml: string): boolean => {
  let cells = 0
  for (const [, row = '', inside = ''] of xml.matchAll(
    /<table:table-row\b([^>]*[^/])?>(.*?)<\/table:table-row>/gsu,
  )) {
    const filled = [...inside.matchAll(/<table:table-cell\b([^>]*[^/])?>/gu)]
    const wide = filled.reduce((sum, [, cell = '']) => sum + repeatedOf(cell, 'columns'), 0)
    cells += wide * repeatedOf(row, 'rows')
    if (cells > CELLS_REPEATED) return false
  }
  return true
}

const CELLS_REPEATED = 2_000_000

const repeatedOf = (attributes: string, what: 'rows' | 'columns'): number =>
  Number(new RegExp(`number-${what}-repeated="(\\d+)"`, 'u').exec(attributes)?.[1] ?? 1)

/** Checks a table's extent: it is read as a whole rectangle, so a cell far out allocates all before it. */
const fitsTable = (xml: string): boolean => {
  let [lastRow, lastColumn] = [0, 0]
  for (const [, row = ''] of xml.matchAll(/<row\b[^>]*\br=["'](\d+)/g)) if (Number(row) > ROWS) return false
  for (const [, letters = '', row = ''] of xml.matchAll(/\br=["']([A-Za-z]+)(\d+)["']/g)) {
    lastRow = Math.max(lastRow, Number(row))
    lastColumn = Math.max(lastColumn, columnOf(letters))
  }
  return lastRow <= ROWS && lastRow * lastColumn <= CELLS
}

/** Converts letters to a column number: `A` is 1, `AA` 27. */
const columnOf = (letters: string): number =>
  [...letters.toUpperCase()].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0)
