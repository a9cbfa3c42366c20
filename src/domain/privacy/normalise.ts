/** A text made uniform for matching, with the way back: `origin[i]` is where character i came from. */
export type Uniform = { text: string; origin: number[]; end: number }

const DASHES = /[‐‑‒–—―−ー﹣－]/u
/** Those that take no room included: joiners and marks that hide inside a number. */
const SPACES = /^(?:\s|\u200b|\u200c|\u200d|\u2060|\ufeff)$/u

/**
 * Full width to half, every dash to `-`, spaces and line breaks to one space. Offsets are UTF-16, as JavaScript and
 * the platforms count. ー is a dash only between digits: elsewhere it lengthens a vowel.
 */
export const uniform = (original: string): Uniform => {
  const pieces: string[] = []
  const origin: number[] = []
  const push = (piece: string, from: number) => {
    for (let i = 0; i < piece.length; i += 1) origin.push(from)
    pieces.push(piece)
  }
  let at = 0
  for (const character of original) {
    if (SPACES.test(character)) push(' ', at)
    else if (DASHES.test(character)) push(character === 'ー' && !besideDigit(original, at) ? 'ー' : '-', at)
    else push(character.normalize('NFKC'), at)
    at += character.length
  }
  return { text: pieces.join(''), origin, end: original.length }
}

const besideDigit = (text: string, at: number): boolean =>
  /[\d０-９]/u.test(text[at - 1] ?? '') && /[\d０-９]/u.test(text[at + 1] ?? '')

/** The stretch of the original that a match in the uniform text covers. */
export const originalSpan = (
  { origin, end }: Uniform,
  original: string,
  from: number,
  to: number,
): { start: number; end: number } => {
  const start = origin[from] ?? end
  const last = origin[to - 1] ?? end
  const width = String.fromCodePoint(original.codePointAt(last) ?? 0).length
  return { start, end: Math.min(end, last + width) }
}
