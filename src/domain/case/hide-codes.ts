/** What stands in place of a code. */
const HIDDEN = '○○'

/** What people put between the parts of a code, after NFKC: hyphens of all kinds, and marks that stand for one. */
const JOINS = /^ ?[-‐‑‒–—―−ー_.・/~] ?$/u
const INVISIBLE = /[\u{ad}\u{200b}-\u{200d}\u{2060}\u{FEFF}]/gu
/** ① numbers a list, and is no part of a code. */
const LETTER_OR_DIGIT = /^[A-Za-z0-9Ａ-Ｚａ-ｚ０-９]$/

/** A run of letters and digits, in the text and as it is folded. `before`: what joins it to the run before, if anything. */
type Run = { start: number; end: number; text: string; before: 'hyphen' | 'space' | 'nothing' | undefined }

/** No code has more parts. */
const MOST_RUNS = 6
/** Letters with so few digits after a space may be anything: `A 12`. */
const DIGITS_AFTER_SPACE = 3

const runsOf = (text: string): Run[] => {
  const runs: Run[] = []
  let gap = ''
  let at = 0
  for (const character of text) {
    const folded = character.normalize('NFKC').toUpperCase()
    const end = at + character.length
    const last = runs.at(-1)
    if (!LETTER_OR_DIGIT.test(character)) gap += folded
    else if (last?.end === at) Object.assign(last, { end, text: last.text + folded })
    else runs.push({ start: at, end, text: folded, before: last && joinOf(gap) })
    if (runs.at(-1)?.end === end) gap = ''
    at = end
  }
  return runs
}

const joinOf = (gap: string): Run['before'] => {
  const seen = gap.replaceAll(INVISIBLE, '')
  if (seen === '') return 'nothing'
  if (seen === ' ') return 'space'
  return JOINS.test(seen) ? 'hyphen' : undefined
}

/** Enough for the word before a number. */
const LOOKED_AROUND = 12

/** A place in a text that reads as a code, and the key by which that code is known. */
type Place = { start: number; end: number; key: string }

/** Of digits alone a code is a whole number, and not a part of a date, a time or a telephone number. */
const keyOf = (runs: readonly Run[], text: string): string | undefined => {
  const [first, last] = [runs[0], runs.at(-1)]
  const inner = runs.slice(1)
  const whole = runs.map((run) => run.text).join('')
  if (!first || !last || !/\d/.test(whole)) return undefined
  if (/[A-Z]/.test(whole)) {
    const spaced = inner.some(({ before }) => before === 'space')
    return spaced && whole.replaceAll(/\D/g, '').length < DIGITS_AFTER_SPACE ? undefined : whole
  }
  if (inner.some(({ before }) => before === 'space')) return undefined
  const before = text.slice(Math.max(0, first.start - LOOKED_AROUND), first.start).normalize('NFKC')
  const after = text.slice(last.end, last.end + LOOKED_AROUND).normalize('NFKC')
  if (/\d[-‐‑‒–—―−ー.,:/]$/u.test(before) || /^[-‐‑‒–—―−ー.,:/]\d/u.test(after)) return undefined
  const key = runs.map((run) => (run.before === 'hyphen' && run !== first ? '-' : '') + run.text).join('')
  return isMereNumber(key) && !CALLED_A_CODE.test(before) ? undefined : key
}

/** Nothing tells a code of so few digits alone from a number of people, hours or rooms, unless it is called one. */
export const isMereNumber = (key: string): boolean => /^(?:\d|[1-9]\d{1,2})$/.test(key)
const CALLED_A_CODE = /(?:ケース|利用者|対象者|番号|コード|case|code|No\.?|#)[\s:：（(「『]*$/iu

/** The key of a region's code: a code with letters is known without its hyphens too. */
const keyOfCode = (code: string): string => {
  const upper = code.normalize('NFKC').toUpperCase()
  return /[A-Z]/.test(upper) ? upper.replaceAll(/[^A-Z0-9]/g, '') : upper
}

/** Everything in a text that reads as a code, however it is spelled; longer ones first where they begin alike. */
const placesIn = (text: string): Place[] => {
  if (!/\d/.test(text.normalize('NFKC'))) return []
  const runs = runsOf(text)
  return runs.flatMap((first, at) => {
    const places: Place[] = []
    for (let count = 1; count <= MOST_RUNS && at + count <= runs.length; count += 1) {
      const chain = runs.slice(at, at + count)
      const last = chain.at(-1)
      if (!last || (count > 1 && last.before === undefined)) break
      const key = keyOf(chain, text)
      if (key !== undefined) places.unshift({ start: first.start, end: last.end, key })
    }
    return places
  })
}

/** The keys of all that may be a code in it: what to ask a region's cases for. */
export const codeKeysIn = (shown: unknown): string[] => {
  const keys = new Set<string>()
  eachText(shown, (text) => {
    for (const { key } of placesIn(text)) keys.add(key)
    return text
  })
  return [...keys]
}

/** Every text in it without these codes, however they are typed; what is no text stays as it is. */
export const withoutCodes = <Shown>(shown: Shown, codes: readonly string[]): Shown => {
  if (codes.length === 0) return shown
  const known = new Set(codes.map(keyOfCode))
  return eachText(shown, (text) => hideIn(text, known)) as Shown
}

const hideIn = (text: string, known: ReadonlySet<string>): string => {
  let hidden = ''
  let done = 0
  for (const { start, end, key } of placesIn(text))
    if (start >= done && known.has(key)) {
      hidden += text.slice(done, start) + HIDDEN
      done = end
    }
  return hidden + text.slice(done)
}

/** A day, an instant or an id, as data has it. */
const DATA =
  /^(?:\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z)?|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/

/** What a program reads, and nobody sees. */
const UNSEEN = new Set(['press', 'tag', 'id', 'option', 'command'])
/** In a list of choices also what a choice stands for. */
const CHOICES = 'choices'

const choiceWith =
  (change: (text: string) => string) =>
  ({ value, ...shown }: { value: unknown }) => ({ value, ...(eachText(shown, change) as object) })

const eachText = (thing: unknown, change: (text: string) => string): unknown => {
  if (typeof thing === 'string') return DATA.test(thing) ? thing : change(thing)
  if (Array.isArray(thing)) return thing.map((one) => eachText(one, change))
  if (thing instanceof Map) return new Map([...thing].map(([key, one]) => [key, eachText(one, change)]))
  if (typeof thing !== 'object' || thing === null || Object.getPrototypeOf(thing) !== Object.prototype)
    return thing
  return Object.fromEntries(
    Object.entries(thing).map(([key, one]) => {
      if (UNSEEN.has(key)) return [key, one]
      return [
        key,
        key === CHOICES && Array.isArray(one) ? one.map(choiceWith(change)) : eachText(one, change),
      ]
    }),
  )
}
