import type { Reading, Span } from './reading.ts'
import { KIN } from './words.ts'

/** Names in kana that nothing calls one: スズキ イチロウ, and a reading beside a name. */
export const kanaNames = (reading: Reading): Span[] => [
  ...pairs(reading),
  ...joined(reading),
  ...ofKin(reading),
  ...titled(reading),
]

const PAIR =
  /(?<![ぁ-んァ-ヶー])(?<first>[ぁ-んァ-ヶー]{2,6})(?:[ ・]|[ ]?\n)(?=(?<second>[ぁ-んァ-ヶー]{2,8}))/dgu

const pairs = ({ text, words }: Reading): Span[] =>
  [...text.matchAll(PAIR)].flatMap(({ indices, groups }) => {
    const first = groups?.first ?? ''
    const second = givenAtStart(words.given, groups?.second ?? '')
    const [from] = indices?.groups?.first ?? [0]
    const [begin] = indices?.groups?.second ?? [0]
    return second > 0 && words.family(first) ? [{ from, to: begin + second }] : []
  })

/** The longest given name that what follows lets end. */
export const givenAtStart = (isGiven: (word: string) => boolean, run: string): number => {
  for (let length = run.length; length >= 2; length -= 1) {
    const rest = run.slice(length)
    if (
      isGiven(run.slice(0, length)) &&
      /^(?:$|[はがのをにともへや]|から|より|です|だ|さん|さま|くん|ちゃん)/u.test(rest)
    )
      return length
  }
  return 0
}

/** Named after somebody, and no person. */
const COMPANIES = new Set('マツモトキヨシ ヤマダデンキ ヨシダソース'.split(' '))

const joined = ({ text, words }: Reading): Span[] =>
  [
    ...text.matchAll(
      /(?<![ァ-ヶー])[ァ-ヶー]{4,12}(?![ァ-ヶー])|(?<![ぁ-んァ-ヶー\p{Script=Han}])[ぁ-ん]{5,14}/gu,
    ),
  ].flatMap(({ 0: run, index }) => {
    if (COMPANIES.has(run)) return []
    for (let at = 2; at <= run.length - 2; at += 1)
      if (words.family(run.slice(0, at))) {
        const length = givenAtStart(words.given, run.slice(at))
        if (length > 0 && (length > 2 || at > 2)) return [{ from: index, to: index + at + length }]
      }
    return []
  })

/** 妹のみゆき, 母 よしこ. */
const ofKin = ({ text, words }: Reading): Span[] =>
  [...text.matchAll(/(?:の|[ ]|[ ]?:|[・(「])(?=(?<here>[ぁ-ん]{2,8}|[ァ-ヶー]{2,8}))/dgu)].flatMap(
    ({ index, indices, groups }) => {
      if (!KIN.test(text.slice(Math.max(0, index - 4), index))) return []
      const length = givenAtStart(words.given, groups?.here ?? '')
      const [from] = indices?.groups?.here ?? [0]
      return length > 0 ? [{ from, to: from + length }] : []
    },
  )

/** Mr.スミス, ミセス グリーン. */
const titled = ({ text }: Reading): Span[] =>
  [
    ...text.matchAll(
      /(?:\b(?:Mr|Mrs|Ms|Miss)\b|ミスター|ミセス)[. ・]{0,2}(?<here>[ァ-ヶー・]{2,12}|[A-Z][a-z]+)/dgu,
    ),
  ].flatMap(({ indices }) => {
    const here = indices?.groups?.here
    return here ? [{ from: here[0], to: here[1] }] : []
  })
