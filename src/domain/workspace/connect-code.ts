/**
 * Letters that are not taken for one another when read aloud, and make no words. 20^12 codes, each good for minutes.
 */
export const CODE_LETTERS = 'BCDFGHJKLMNPQRSTVWXZ'
export const CODE_LENGTH = 12
const GROUP = 4

/** How long a code works. */
export const CODE_LIFE = Temporal.Duration.from({ minutes: 30 })

/** `BCDF-GHJK-LMNP`: as it is shown. */
export const writeCode = (letters: string): string =>
  Array.from({ length: CODE_LENGTH / GROUP }, (_, at) => letters.slice(at * GROUP, (at + 1) * GROUP)).join(
    '-',
  )

/** The letters of a code as somebody typed it, in any case and width, however grouped. Undefined where it is none. */
export const readCode = (typed: string): string | undefined => {
  const letters = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}]/gu, '')
  const known = letters.length === CODE_LENGTH && [...letters].every((one) => CODE_LETTERS.includes(one))
  return known ? letters : undefined
}

/** Throttles guessing: so many wrong codes in a while, and more are not checked. */
export const ATTEMPTS = {
  ofAccount: { most: 5, within: Temporal.Duration.from({ minutes: 15 }) },
  ofWorkspace: { most: 20, within: Temporal.Duration.from({ hours: 1 }) },
} as const
