import { unzipSync, zipSync } from 'fflate'

/** Far beyond a ledger of tens of thousands of rows, far below what a machine cannot hold. */
const UNPACKED_BYTES = 60_000_000
const CELLS = 20_000_000
/** Excel has no more. */
const ROWS = 1_048_576

/**
 * The tables of a workbook without anything else, packed again so that what it says of its sizes is true. Undefined
 * where it unpacks to more than a ledger can be, or has a cell so far out that the table up to it would not fit.
 * Throws on what is no archive.
 */
export const soundWorkbook = (bytes: Uint8Array): Uint8Array | undefined => {
  let left = UNPACKED_BYTES
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (!/\.(?:xml|rels)$/i.test(name)) return false
      left -= originalSize
      return left >= 0
    },
  })
  if (left < 0) return undefined
  const sheets = Object.entries(parts).filter(([name]) => /worksheets\//i.test(name))
  const fits = sheets.every(([, xml]) => fitsTable(new TextDecoder().decode(xml)))
  return fits ? zipSync(parts, { level: 0 }) : undefined
}

/** Tables are read as whole rectangles: a cell far out makes all before it. */
const fitsTable = (xml: string): boolean => {
  let [lastRow, lastColumn] = [0, 0]
  for (const [, row = ''] of xml.matchAll(/<row\b[^>]*\br=["'](\d+)/g)) if (Number(row) > ROWS) return false
  for (const [, letters = '', row = ''] of xml.matchAll(/\br=["']([A-Za-z]+)(\d+)["']/g)) {
    lastRow = Math.max(lastRow, Number(row))
    lastColumn = Math.max(lastColumn, columnOf(letters))
  }
  return lastRow <= ROWS && lastRow * lastColumn <= CELLS
}

/** `A` is 1, `AA` 27. */
const columnOf = (letters: string): number =>
  [...letters.toUpperCase()].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0)
