import { isListedFamily } from './lexicon.ts'
import { piecesIn, type Reading, SINGLE_FAMILIES, type Span } from './reading.ts'
import { KIN, NOBODY_KANJI, ROLE, THING, TITLE } from './words.ts'

const SPACED =
  /(?<!\p{Script=Han})(?:\p{Script=Han}[ ]{1,2}){1,4}(?:[ぁ-んァ-ヶー][ ]{1,2}){1,5}[ぁ-んァ-ヶー](?=$|[^ぁ-んァ-ヶー]|[とはがのをにもでへさ])|(?<!\p{Script=Han})(?:\p{Script=Han}[ ]{1,2}){2,5}\p{Script=Han}(?!\p{Script=Han})|(?<![\p{Script=Han}ぁ-んァ-ヶー])(?:[ぁ-んー][ ]{1,2}){2,9}[ぁ-んー](?=$|[^ぁ-んー]|[とはがのをにもでへさ])|(?<![\p{Script=Han}ァ-ヶー])(?:[ァ-ヶー][ ]{1,2}){3,9}[ァ-ヶー](?![ァ-ヶー])/gu

/** Names with a space after each letter: 山 田 花 子. */
export const spacedNames = (reading: Reading): Span[] =>
  [...reading.text.matchAll(SPACED)].flatMap(({ 0: run, index }) => {
    const letters = [...run.replaceAll(/\s/gu, '')]
    for (let from = 0; from <= letters.length - 3; from += 1)
      for (let to = letters.length; to >= from + 3; to -= 1)
        if (isWhole(reading, letters.slice(from, to).join(''))) {
          const places = [...run.matchAll(/\S/gu)].map((one) => one.index)
          return [{ from: index + (places[from] ?? 0), to: index + (places[to - 1] ?? 0) + 1 }]
        }
    return []
  })

/** A family name and a given one. */
const isWhole = ({ words }: Reading, whole: string): boolean => {
  if (/^[ぁ-んー]{3,}$/u.test(whole) && words.given(whole)) return true
  for (let at = 1; at < whole.length; at += 1) {
    const [family, given] = [whole.slice(0, at), whole.slice(at)]
    const isFamily = family.length > 1 ? words.family(family) : SINGLE_FAMILIES.has(family)
    if (isFamily && (words.given(given) || (isListedFamily(family) && given.length < 3))) return true
  }
  return false
}

const LETTER = /\p{Script=Han}/u
const MOST = 4

/** 𠮷田花子: a letter that is written in names alone makes what stands around it one. */
export const lettersOfNames = (reading: Reading, places: readonly number[]): Span[] =>
  places.flatMap((place) => {
    const { text } = reading
    let from = place
    while (place - from < 2 && LETTER.test(text[from - 1] ?? '') && isOfName(reading, from - 1)) from -= 1
    let to = place + 1
    while (to - place < MOST && LETTER.test(text[to] ?? '') && !ENDS.test(text.slice(to, to + 12))) {
      if (!isOfName(reading, to) && to - from > 1) break
      to += 1
    }
    const kana =
      to - from > 1
        ? (/^[ ]?(?<given>\p{Script=Han}{1,3})(?=[さ様氏くはがのをにとも、。)（(]|$)/u.exec(
            text.slice(to, to + 6),
          ) ?? null)
        : null
    const given = kana?.groups?.given ?? ''
    const isGiven = kana?.[0].startsWith(' ') === true && reading.words.given(given)
    return THING.test(text.slice(to)) ? [] : [{ from, to: isGiven ? to + kana[0].length : to }]
  })

const ENDS = new RegExp(`${TITLE.source}|^[様氏君殿]|${THING.source}`, 'u')

/** Whether a letter is no part of a longer word of the language: 利用者𠮷田. */
const isOfName = (reading: Reading, at: number): boolean => {
  const around = piecesIn(reading, Math.max(0, at - 3), at + 4).find((one) => one.from <= at && at < one.to)
  if (!around) return true
  if (around.details.startsWith('固有名詞')) return !around.details.startsWith('固有名詞/地域')
  return (
    around.surface.length === 1 &&
    !NOBODY_KANJI.test(around.surface) &&
    !ROLE.test(around.surface) &&
    !KIN.test(around.surface)
  )
}
