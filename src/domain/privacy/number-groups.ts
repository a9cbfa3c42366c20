/** Digits in a row, and how they hang on to the digits before them. */
export type DigitGroup = { digits: string; from: number; to: number; before: Joint }

/**
 * `none`: a run begins. `hard`: a dash, dot or bracket, with or without spaces. `space`: spaces or a line break alone.
 * `said`: a stroke or what is said between the parts of a telephone number (090の1234の5678).
 */
type Joint = 'none' | 'space' | 'hard' | 'said'

/** Neighbouring groups read as one number. */
export type NumberShape = {
  from: number
  to: number
  digits: string
  /** Lengths of its parts: between dashes and brackets if it has any, otherwise between spaces. */
  parts: number[]
  hasDashes: boolean
  hasSpaces: boolean
  /** Joined as it is said: only telephones and individual numbers are. */
  isSaid: boolean
}

const GROUPS = /\d+/gu
const HARD = /^[ \n]{0,2}[-.・()]{1,2}[ \n]{0,2}$/u
const SAID = /^[ ]?(?:[のノ/]|[局番]の?)[ ]?$/u
const SPACE = /^[ \n]{1,2}$/u

/** All digits of a uniform text, with what joins them to their neighbours. */
export const digitGroups = (text: string): DigitGroup[] => {
  let end = -1
  return [...text.matchAll(GROUPS)].map(({ 0: digits, index }) => {
    const between = end < 0 || index - end > 6 ? undefined : text.slice(end, index)
    end = index + digits.length
    return { digits, from: index, to: end, before: jointOf(between) }
  })
}

const jointOf = (between: string | undefined): Joint => {
  if (between === undefined) return 'none'
  if (SPACE.test(between)) return 'space'
  if (HARD.test(between)) return 'hard'
  return SAID.test(between) ? 'said' : 'none'
}

const MOST_DIGITS = 14

/** What begins at this group, shortest first: it alone, with the next one, and so on while they are joined. */
export const shapesFrom = (groups: readonly DigitGroup[], at: number): NumberShape[] => {
  const first = groups[at]
  if (!first || first.digits.length > MOST_DIGITS) return []
  const shapes: NumberShape[] = []
  let last: NumberShape & { spaced: number[]; dashed: number[] } = {
    ...{ from: first.from, to: first.to, digits: '', parts: [], spaced: [], dashed: [] },
    ...{ hasDashes: false, hasSpaces: false, isSaid: false },
  }
  for (const group of groups.slice(at, at + MOST_DIGITS)) {
    const joint = group === first ? 'none' : group.before
    if (group !== first && joint === 'none') break
    const { length } = group.digits
    const spaced = [...last.spaced, length]
    const dashed =
      joint === 'space'
        ? [...last.dashed.slice(0, -1), (last.dashed.at(-1) ?? 0) + length]
        : [...last.dashed, length]
    const digits = last.digits + group.digits
    if (digits.length > MOST_DIGITS) break
    const isSaid = last.isSaid || joint === 'said'
    const hasDashes = last.hasDashes || joint === 'hard' || isSaid
    const hasSpaces = last.hasSpaces || joint === 'space'
    const parts = hasDashes ? dashed : spaced
    last = { from: first.from, to: group.to, digits, parts, spaced, dashed, hasDashes, hasSpaces, isSaid }
    shapes.push(last)
  }
  return shapes
}
