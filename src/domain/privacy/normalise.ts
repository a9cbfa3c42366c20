/** A text made uniform for matching, with the way back: `starts[i]`, `ends[i]` are where character i came from. */
export type Uniform = { text: string; starts: number[]; ends: number[] }

const DASHES = /^[‐‑‒–—―−﹘﹣－─━]$/u
/** One as a Japanese numeral and the vowel's mark look like dashes, and are typed for one between digits. */
const DASH_BETWEEN_DIGITS = /(?<=\d[ \n]{0,2})[ー一](?=[ \n]{0,2}\d)/gu
const SPACES = /^\s$/u
/** Joiners and marks that take no room, and may hide inside a number or a label. */
const INVISIBLE = /^[\p{Cf}\p{Variation_Selector}]$/u
/** A character with the marks that belong to it: half-width ｶ and its ﾞ are one. */
const CLUSTERS = /.[\u3099\u309a\uff9e\uff9f]*/gsu

/**
 * Full width to half, every dash to `-`, every space to one space; line breaks stay. Offsets are UTF-16, as JavaScript
 * and the platforms count. ① and its like stay: they number a list and are no digits of a number.
 */
export const uniform = (original: string): Uniform => {
  const made: Uniform = { text: '', starts: [], ends: [] }
  const pieces: string[] = []
  for (const { 0: cluster, index } of original.matchAll(CLUSTERS)) {
    const piece = plain(cluster)
    for (let i = 0; i < piece.length; i += 1) {
      made.starts.push(index)
      made.ends.push(index + cluster.length)
    }
    pieces.push(piece)
  }
  return { ...made, text: pieces.join('').replaceAll(DASH_BETWEEN_DIGITS, '-') }
}

const plain = (cluster: string): string => {
  if (INVISIBLE.test(cluster)) return ''
  if (cluster === '\n') return '\n'
  if (SPACES.test(cluster)) return ' '
  if (DASHES.test(cluster)) return '-'
  const folded = cluster.normalize('NFKC')
  return /\d/.test(folded) && !/^\p{Nd}/u.test(cluster) ? cluster : folded
}

/** The stretch of the original that a match in the uniform text covers. */
export const originalSpan = (
  { starts, ends }: Uniform,
  from: number,
  to: number,
): { start: number; end: number } => ({ start: starts[from] ?? 0, end: ends[to - 1] ?? 0 })
