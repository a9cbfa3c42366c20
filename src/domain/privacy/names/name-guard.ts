import type { Match } from '../finding.ts'
import { uniform } from '../normalise.ts'
import { calledNames } from './called-names.ts'
import { honouredNames } from './honoured-names.ts'
import { kanaNames } from './kana-names.ts'
import { katakanaNames } from './katakana-names.ts'
import { labelNames } from './label-names.ts'
import { latinNames } from './latin-names.ts'
import { lexicon } from './lexicon.ts'
import { plainNames } from './plain-names.ts'
import { type Reading, read, type Span } from './reading.ts'
import { lettersOfNames, spacedNames } from './spelt-names.ts'
import type { Tokenise } from './token.ts'

/** What finds persons by the words of the language, and who may be named: the members of the roster. */
export type NameGuard = {
  /** `nameLetters`: where a letter stands that is written in names alone. */
  find: (text: string, nameLetters?: readonly number[]) => Match[]
  /** The places of words that the region says are no names. */
  notNames: (text: string) => { from: number; to: number }[]
  /** `inField`: it stands in the field for a name, where the whole name alone is surely theirs. */
  isMember: (found: string, inField: boolean) => boolean
}

export const nameGuard = (
  tokenise: Tokenise,
  members: readonly string[],
  notNames: readonly string[] = [],
): NameGuard => {
  const words = lexicon(tokenise)
  let none: string[] | undefined
  // Index the roster's names lazily, at the first finding: most of what people do writes no text.
  let known: { whole: Set<string>; families: Set<string> } | undefined
  const knownNames = () => {
    known ??= { whole: new Set(members.map(bare)), families: new Set(members.flatMap(familyOf)) }
    return known
  }
  return {
    find: (text, nameLetters = []) => names(read(text, tokenise, words), nameLetters),
    notNames: (text) => {
      none ??= notNames.map((word) => uniform(word).text)
      return placesOf(text, none)
    },
    isMember: (found, inField) => {
      const { whole, families } = knownNames()
      return whole.has(bare(found)) || (!inField && families.has(bare(found)))
    },
  }
}

const bare = (name: string): string => name.normalize('NFKC').replaceAll(/[\s・]/gu, '')

/** Colleagues go by their family name; a given name alone may be anybody's. */
const familyOf = (name: string): string[] => {
  const [family, ...given] = name.trim().split(/[\s・]+/u)
  return family && given.length > 0 ? [bare(family)] : []
}

const FINDERS = [
  honouredNames,
  labelNames,
  plainNames,
  kanaNames,
  katakanaNames,
  latinNames,
  calledNames,
  spacedNames,
]

/** Where any of the words stands. */
const placesOf = (text: string, words: readonly string[]): Span[] =>
  words.flatMap((word) => {
    const places: Span[] = []
    for (let at = text.indexOf(word); word !== '' && at >= 0; at = text.indexOf(word, at + word.length))
      places.push({ from: at, to: at + word.length })
    return places
  })

const names = (reading: Reading, nameLetters: readonly number[]): Match[] => {
  const spans = [...FINDERS.flatMap((find) => find(reading)), ...lettersOfNames(reading, nameLetters)]
  const all = [...spans, ...spans.flatMap((span) => readingBeside(reading, span))]
  return all
    .toSorted((a, b) => b.to - b.from - (a.to - a.from))
    .map(({ from, to }) => ({ kind: 'person_name', from, to, byWords: true }))
}

/** 浅野実(あさのみのる). */
const readingBeside = ({ text }: Reading, { to }: Span): Span[] => {
  const found = /^[ ]?\((?<here>[ぁ-ん]{2,6}[ ]?[ぁ-ん]{2,8}|[ァ-ヶー]{2,6}[ ]?[ァ-ヶー]{2,8})\)/du.exec(
    text.slice(to),
  )
  const here = found?.indices?.groups?.here
  return here ? [{ from: to + here[0], to: to + here[1] }] : []
}
