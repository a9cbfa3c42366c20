import { type Font, openSync } from 'fontkit'
import { FONT_FILES, replaceMissingGlyphs } from '../replace-missing-glyphs.ts'

/**
 * Draws letters as outlines from a cached font instead of SVG text: resvg parses the whole font for every text, a second
 * for a chart. This takes a tenth of that, and measures exactly.
 */
type Line = { plain: string; width: number; outline: string }

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
const setLine = (typed: string, size: number, weight: Weight): Line => {
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

type Shown = {
  x: number
  y: number
  size: number
  anchor?: 'start' | 'middle' | 'end'
  bold?: boolean
  fill?: string
  /** It gets smaller to be no wider than this, down to `least`, then ends in `…`. */
  within?: number
  least?: number
}

export const INK = '#1f2a2e'

const escaped = (plain: string): string =>
  plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** In pixels. */
export const widthOf = (plain: string, size: number): number => setLine(plain, size, 'regular').width

/** One line of text, its foot at `y`: drawn, and named for those who cannot see it. */
export const label = (plain: string, shown: Shown): string => {
  const { x, y, anchor = 'start', fill = INK } = shown
  const line = fitted(plain, shown)
  const left = x - { start: 0, middle: 0.5, end: 1 }[anchor] * line.width
  const at = `translate(${left.toFixed(1)} ${y.toFixed(1)})`
  return `<path role="img" aria-label="${escaped(line.plain)}" transform="${at}" fill="${fill}" d="${line.outline}"/>`
}

const fitted = (plain: string, { size, bold = false, within, least = 12 }: Shown): Line => {
  const set = (typed: string, size: number) => setLine(typed, size, bold ? 'bold' : 'regular')
  const whole = set(plain, size)
  if (within === undefined || whole.width <= within) return whole
  const smaller = Math.max(least, Math.floor((size * within) / whole.width))
  const letters = [...plain]
  let line = set(plain, smaller)
  while (letters.length > 1 && line.width > within) {
    letters.pop()
    line = set(`${letters.join('')}…`, smaller)
  }
  return line
}
