import { type Line, setLine } from './letters.ts'

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
