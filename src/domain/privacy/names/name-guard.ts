import type { Match } from '../finding.ts'
import { honouredNames } from './honoured-names.ts'
import { kanaNames } from './kana-names.ts'
import { labelNames } from './label-names.ts'
import { plainNames } from './plain-names.ts'
import { type Reading, read, type Span } from './reading.ts'
import type { Tokenise } from './token.ts'

/** What finds persons by the words of the language, and who may be named: the members of the roster. */
export type NameGuard = { find: (text: string) => Match[]; isMember: (found: string) => boolean }

export const nameGuard = (tokenise: Tokenise, members: readonly string[]): NameGuard => {
  const known = new Set(members.flatMap(spellings))
  return {
    find: (text) => names(read(text, tokenise)),
    isMember: (found) => known.has(bare(found)),
  }
}

const bare = (name: string): string => name.normalize('NFKC').replaceAll(/[\s・]/gu, '')

/** The whole name, and its parts where it is written in two. */
const spellings = (name: string): string[] =>
  [bare(name), ...name.split(/[\s・]+/u).map(bare)].filter(Boolean)

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
