import type { Match } from '../finding.ts'
import { honouredNames } from './honoured-names.ts'
import { kanaNames } from './kana-names.ts'
import { labelNames } from './label-names.ts'
import { plainNames } from './plain-names.ts'
import { type Reading, read, type Span } from './reading.ts'
import type { Tokenise } from './token.ts'

/** What finds persons by the words of the language, and who may be named: the members of the roster. */
export type NameGuard = {
  find: (text: string) => Match[]
  /** `inField`: it stands in the field for a name, where the whole name alone is surely theirs. */
  isMember: (found: string, inField: boolean) => boolean
}

export const nameGuard = (tokenise: Tokenise, members: readonly string[]): NameGuard => {
  // Index the roster's names lazily, at the first finding: most of what people do writes no text.
  let known: { whole: Set<string>; families: Set<string> } | undefined
  const knownNames = () => {
    known ??= { whole: new Set(members.map(bare)), families: new Set(members.flatMap(familyOf)) }
    return known
  }
  return {
    find: (text) => names(read(text, tokenise)),
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

const names = (reading: Reading): Match[] => {
  const spans = [honouredNames, labelNames, plainNames, kanaNames].flatMap((find) => find(reading))
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
