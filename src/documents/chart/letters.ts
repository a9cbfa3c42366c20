import { type Font, openSync } from 'fontkit'
import { FONT_FILES, replaceMissingGlyphs } from '../replace-missing-glyphs.ts'

/**
 * Letters as outlines, not as text that a renderer sets: resvg reads the whole font anew for every text, a second of
 * work for a chart; a font opened once draws them all in a tenth of that, and measures them exactly.
 */
export type Line = { plain: string; width: number; outline: string }

type Weight = keyof typeof FONT_FILES
const opened = new Map<Weight, Font>()

const fontOf = (weight: Weight): Font => {
  const known = opened.get(weight)
  if (known) return known
  const font = openSync(FONT_FILES[weight])
  if (!('layout' in font)) throw new Error(`${FONT_FILES[weight]} holds no single font`)
  opened.set(weight, font)
  return font
}

/** One line of `size` pixels, beginning at nought, its foot at nought. What the font cannot draw is left out. */
export const setLine = (typed: string, size: number, weight: Weight): Line => {
  const plain = replaceMissingGlyphs(typed).replaceAll('\n', ' ')
  const font = fontOf(weight)
  const scale = size / font.unitsPerEm
  const { glyphs, positions, advanceWidth } = font.layout(plain)
  let x = 0
  const outlines = glyphs.map((glyph, index) => {
    const at = x
    x += (positions[index]?.xAdvance ?? glyph.advanceWidth) * scale
    return glyph.path.scale(scale, -scale).translate(at, 0).toSVG()
  })
  return { plain, width: advanceWidth * scale, outline: outlines.join('') }
}
