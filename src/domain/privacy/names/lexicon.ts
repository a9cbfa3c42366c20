import {
  AMBIGUOUS_FAMILIES,
  FAMILIES,
  FAMILY_READINGS,
  GIVEN,
  GIVEN_READINGS,
  RARE_FAMILIES,
} from './common-names.ts'
import { isFamily, isGivenName, type Tokenise, today } from './token.ts'

/** Whether a word can be somebody's name: the dictionary is asked with what makes one of it beside the word. */
export type Lexicon = { family(word: string): boolean; given(word: string): boolean }

const toHiragana = (word: string): string =>
  word.replaceAll(/[ァ-ヶ]/gu, (one) => String.fromCharCode(one.charCodeAt(0) - 0x60))
const KANA = /^[ぁ-んァ-ヶー]+$/u

/** A family name and hardly anything else. */
export const isListedFamily = (word: string): boolean => {
  const spelt = today(word)
  return FAMILIES.has(spelt) || FAMILIES.has(word) || RARE_FAMILIES.has(spelt)
}

/** A given name of children, which the dictionary has in pieces. */
export const isListedGiven = (word: string): boolean => word.length > 1 && GIVEN.has(today(word))

/** Makes a lexicon for one text: it caches the dictionary's answers, and is dropped with the text. */
export const lexicon = (tokenise: Tokenise): Lexicon => {
  const families = new Map<string, boolean>()
  const givens = new Map<string, boolean>()
  return {
    family: (word) => {
      if (KANA.test(word)) return FAMILY_READINGS.has(toHiragana(word))
      if (isListedFamily(word) || AMBIGUOUS_FAMILIES.has(word)) return true
      return cached(families, word, () => {
        const [name, honorific, ...more] = tokenise(`${today(word)}さん`)
        return name !== undefined && isFamily(name) && honorific?.surface === 'さん' && more.length === 0
      })
    },
    given: (word) => {
      if (GIVEN.has(today(word))) return true
      if (KANA.test(word)) return GIVEN_READINGS.has(toHiragana(word))
      return cached(givens, word, () => {
        const [, name, honorific, ...more] = tokenise(`佐藤${today(word)}さん`)
        return name !== undefined && isGivenName(name) && honorific?.surface === 'さん' && more.length === 0
      })
    },
  }
}

const cached = (known: Map<string, boolean>, word: string, ask: () => boolean): boolean => {
  if (word === '' || word.length > 8) return false
  const kept = known.get(word) ?? ask()
  known.set(word, kept)
  return kept
}
