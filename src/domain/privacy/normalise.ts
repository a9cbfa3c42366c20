import { insidePlane } from './variant-letters.ts'

/** A text made uniform for matching, with the way back: `starts[i]`, `ends[i]` are where character i came from. */
export type Uniform = {
  text: string
  starts: number[]
  ends: number[]
  /** Where a letter stood that is written in names alone. */
  nameLetters: number[]
}

const DASHES = /^[‐‑‒–—―−﹘﹣－─━]$/u
/** One as a Japanese numeral and the vowel's mark look like dashes, and are typed for one between digits. */
const DASH_BETWEEN_DIGITS = /(?<=\d[ \n]{0,2})[ー一](?=[ \n]{0,2}\d)/gu
const SPACES = /^\s$/u
/** Joiners and marks that take no room, and may hide inside a number or a label. */
const INVISIBLE = /^[\p{Cf}\p{Variation_Selector}]$/u
/** A character with the marks that belong to it: half-width ｶ and its ﾞ are one. */
const CLUSTERS = /.[\u3099\u309a\uff9e\uff9f]*/gsu
/** Most texts hold nothing else, and these stay as they are. */
const SAME = /^[\n !-~、-〃々「-】ぁ-ゖァ-ー一-\u9fff]*$/u

/**
 * Full width to half, every dash to `-`, every space to one space, a kanji outside the basic plane to one inside it;
 * line breaks stay. Offsets are UTF-16, as JavaScript and the platforms count. ① and its like stay: they number a list
 * and are no digits of a number.
 */
export const uniform = (original: string): Uniform => {
  const made: Uniform = { text: '', starts: [], ends: [], nameLetters: [] }
  if (SAME.test(original)) {
    for (let at = 0; at < original.length; at += 1) {
      made.starts.push(at)
      made.ends.push(at + 1)
    }
    return { ...made, text: original.replaceAll(DASH_BETWEEN_DIGITS, '-') }
  }
  const pieces: string[] = []
  for (const { 0: cluster, index } of original.matchAll(CLUSTERS)) {
    const inside = insidePlane(cluster)
    if (inside?.isName) made.nameLetters.push(made.starts.length)
    const piece = inside?.letter ?? plain(cluster)
    for (let i = 0; i < piece.length; i += 1) {
      made.starts.push(index)
      made.ends.push(index + cluster.length)
    }
    pieces.push(piece)
  }
  return { ...made, text: pieces.join('').replaceAll(DASH_BETWEEN_DIGITS, '-') }
}

const plain = (cluster: string): string => {
  if (cluster.length === 1 && SAME.test(cluster)) return cluster
  if (INVISIBLE.test(cluster)) return ''
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

/** Numbers spelt 〇九〇: at least so many digits with what joins them. */
const SPELT =
  /(?<![〇零○一二三四五六七八九十百千\d])[〇零○一二三四五六七八九\d](?:[ \n]{0,2}[-ー.・()のノ/]{0,2}[ \n]{0,2}[〇零○一二三四五六七八九\d]){6,}/gu
const NUMERALS = '〇一二三四五六七八九'

/**
 * The text with long numbers that are spelt in kanji in digits, each character in its place. What is masked (〇〇〇-〇〇〇〇)
 * stays masked.
 */
export const withDigits = (text: string): string =>
  /[〇零○一二三四五六七八九]/u.test(text)
    ? text.replaceAll(SPELT, (run) =>
        /[一二三四五六七八九]/u.test(run) && /[〇零○一二三四五六七八九]{2}/u.test(run)
          ? run.replaceAll(/[〇零○一二三四五六七八九ー]/gu, (one) => {
              if (one === 'ー') return '-'
              return String(Math.max(0, NUMERALS.indexOf(one)))
            })
          : run,
      )
    : text
