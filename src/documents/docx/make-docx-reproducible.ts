import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { FONT_NAME } from './style.ts'

/**
 * Where Yu Gothic is missing: its Japanese name, what older offices have, what comes with free systems, in this order.
 */
const FONT_TABLE = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:font w:name="${FONT_NAME}"><w:altName w:val="游ゴシック,MS Gothic,ＭＳ ゴシック,Noto Sans JP,Noto Sans CJK JP"/><w:charset w:val="80"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>`

/** The first day that a zip can name, in the machine's own time zone, as zips count. */
const ZIP_TIME = new Date(1980, 0, 1)

/** Replaces the machine's date by the given one, and names the fonts that may stand in for ours. */
export const makeDocxReproducible = (made: Uint8Array, issuedAt: Temporal.ZonedDateTime): Uint8Array => {
  const files = unzipSync(made)
  const at = issuedAt.toInstant().toString({ smallestUnit: 'second' })
  const core = strFromU8(files['docProps/core.xml'] ?? new Uint8Array())
  return zipSync(
    {
      ...files,
      'docProps/core.xml': strToU8(core.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${at}`)),
      'word/fontTable.xml': strToU8(FONT_TABLE),
    },
    { mtime: ZIP_TIME },
  )
}
