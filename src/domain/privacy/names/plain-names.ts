import { isJoint, type Reading, type Span } from './reading.ts'
import { isFamily, isGivenName, isPerson, isPlace, type Token } from './token.ts'
import { ACTS, KIN, ROLE, THING, TITLE } from './words.ts'

/** Names that stand in a sentence without anything that calls them one. */
export const plainNames = (reading: Reading): Span[] => {
  const found: Span[] = []
  let at = 0
  for (const [index, token] of reading.tokens.entries()) {
    if (token.from < at) continue
    const span = fullName(reading, index) ?? lone(reading, index)
    if (!span) continue
    found.push(span)
    at = span.to
  }
  return found
}

const KANJI = /^\p{Script=Han}/u
const isProper = ({ details }: Token): boolean => details.startsWith('固有名詞')

/** A town of that name follows its municipality: 白岡市岡泉. */
const isInPlace = ({ tokens, text }: Reading, index: number): boolean => {
  const before = tokens[index - 1]
  const own = tokens[index]
  return (
    before !== undefined &&
    own !== undefined &&
    before.to === own.from &&
    (isPlace(before) || /[市区町村郡県]$|大字|^字$/u.test(text.slice(Math.max(0, before.from), before.to)))
  )
}

const fullName = (reading: Reading, index: number): Span | undefined => {
  const { tokens, text, words } = reading
  const family = tokens[index]
  if (!family || isInPlace(reading, index) || !(isFamily(family) || words.family(family.surface)))
    return undefined
  const gap = /^(?:[ ・]|[ ]?\n[ ]?)/u.exec(text.slice(family.to))?.[0].length ?? 0
  const from = family.to + gap
  const run =
    /^\p{Script=Han}{1,4}(?:[ぁ-ん]{1,2}(?=[はがのをにとも、。])|)/u.exec(text.slice(from))?.[0] ?? ''
  const to = from + givenLength(reading, index, run, from, gap)
  return to > from && !THING.test(text.slice(to)) ? { from: family.from, to } : undefined
}

/** How much of what follows a family name is a given one. */
const givenLength = (reading: Reading, index: number, run: string, from: number, gap: number): number => {
  const { tokens, words, text } = reading
  const next = tokens[index + 1]
  if (!next || next.from !== from) return 0
  if (isGivenName(next) && (KANJI.test(next.surface) || gap > 0 || next.surface.length > 2))
    return next.surface.length
  for (let length = Math.min(run.length, 4); length > 0; length -= 1) {
    const name = run.slice(0, length)
    if (words.given(name) && (length > 1 || endsHere(text, from + length))) return length
  }
  if (
    run.length < 2 ||
    run.length > 3 ||
    TITLE.test(run) ||
    THING.test(run) ||
    !isFamily(tokens[index] ?? next)
  )
    return 0
  const pieces = tokens.filter((one) => one.from >= from && one.to <= from + run.length)
  return pieces.every(({ surface }) => surface.length === 1) && endsHere(text, from + run.length)
    ? run.length
    : 0
}

const endsHere = (text: string, to: number): boolean =>
  /^(?:$|[はがをにともへや、。,.()「」・:/\n ]|の|から|より|です|だ|さん|様|氏|くん|君|ちゃん)/u.test(
    text.slice(to),
  )

const lone = (reading: Reading, index: number): Span | undefined => {
  const token = reading.tokens[index]
  if (!token || isInPlace(reading, index)) return undefined
  const { from, to, surface } = token
  const counts =
    familyAlone(reading, index, token) ||
    (isGivenName(token) && KANJI.test(surface) && surface.length > 1 && isFree(reading, index)) ||
    (isGivenName(token) && isIntroduced(reading, from, KIN) && endsHere(reading.text, to))
  return counts ? { from, to } : undefined
}

const familyAlone = (reading: Reading, index: number, token: Token): boolean => {
  const { text, words } = reading
  const { from, to, surface } = token
  if (!KANJI.test(surface)) return false
  const after = text.slice(to)
  const family = isFamily(token) || (isProper(token) && !isPlace(token) && words.family(surface))
  if (family) {
    if (surface.length === 1) return isIntroduced(reading, from, ROLE) && isFree(reading, index)
    return isFree(reading, index)
  }
  if (!(isPlace(token) || isPerson(token)) || !words.family(surface) || surface.length === 1) return false
  if (THING.test(after) || !isFree(reading, index)) return false
  if (TITLE.test(after)) return !/^[市町村]/u.test(after)
  return isIntroduced(reading, from, ROLE) || (/^[はがも]/u.test(after) && ACTS.test(clause(after)))
}

const clause = (text: string): string => /^[^。\n]{0,30}/u.exec(text)?.[0] ?? ''

/** No part of a longer word. */
const isFree = ({ tokens, text }: Reading, index: number): boolean => {
  const token = tokens[index]
  if (!token) return false
  const after = text.slice(token.to)
  const next = tokens[index + 1]
  const before = tokens[index - 1]
  if (before && before.to === token.from && /^[A-Za-z]/.test(before.surface)) return false
  if (TITLE.test(after)) return true
  if (THING.test(after)) return false
  if (!next || next.from > token.to || isPerson(next)) return true
  return (
    !(next.part === '名詞' || next.part === 'unknown' || next.part === 'UNK' || next.part === '接頭詞') ||
    /^[()「」、。,./:・]/u.test(next.surface)
  )
}

/** 担当の, 相談員　, 担当： before it. */
const isIntroduced = ({ text }: Reading, from: number, who: RegExp): boolean => {
  const before = text.slice(Math.max(0, from - 16), from)
  const cut = before.replace(/(?:の|は|、|[ ]?:[ \n]?|[ \n]|\([^()]{0,6}\))$/u, '')
  return who.test(cut) && isJoint('')
}
