import { addresses } from './addresses.ts'
import { bankAccounts } from './bank-accounts.ts'
import { birthDates } from './birth-dates.ts'
import { carPlates } from './car-plates.ts'
import { chatIds } from './chat-ids.ts'
import type { Detector, Finding, Match } from './finding.ts'
import { identityCards } from './identity-cards.ts'
import { labelledNames } from './labelled-names.ts'
import { labelledNumbers } from './labelled-numbers.ts'
import type { NameGuard } from './names/name-guard.ts'
import { originalSpan, uniform, withDigits } from './normalise.ts'
import { plainNumbers } from './plain-numbers.ts'
import { plainPatterns } from './plain-patterns.ts'
import { schoolClasses } from './school-classes.ts'

/** In the order of their precision: a later one gets what an earlier one left. Numbers are looked for in digits. */
const DETECTORS: readonly { detect: Detector; inDigits: boolean }[] = [
  { detect: identityCards, inDigits: true },
  { detect: chatIds, inDigits: false },
  { detect: plainPatterns, inDigits: true },
  { detect: carPlates, inDigits: false },
  { detect: bankAccounts, inDigits: true },
  { detect: labelledNumbers, inDigits: true },
  { detect: birthDates, inDigits: false },
  { detect: plainNumbers, inDigits: true },
  { detect: schoolClasses, inDigits: false },
  { detect: addresses, inDigits: false },
  { detect: labelledNames, inDigits: false },
]

/**
 * Personal data in what somebody typed, by place, without overlaps (DESIGN truth 3; REGULATION section e). A year of
 * birth, a municipality, a bare date and case codes may stay. `names`: what finds names by the language's words.
 */
export const findPersonalData = (original: string, names?: NameGuard): Finding[] => {
  const same = uniform(original)
  const taken = new Uint8Array(same.text.length)
  const kept: Match[] = []
  const keep = (matches: readonly Match[]) => {
    for (const match of matches) {
      const free = longestFree(taken, same.text, match)
      if (!free) continue
      taken.fill(1, free.from, free.to)
      kept.push(free)
    }
  }
  const digits = withDigits(same.text)
  for (const { detect, inDigits } of DETECTORS) keep(detect(inDigits ? digits : same.text))
  if (names) {
    const none = names.notNames(same.text)
    const isNone = ({ from, to }: Match) => none.some((one) => one.from <= from && to <= one.to)
    keep(names.find(same.text, same.nameLetters).filter((match) => !isNone(match)))
  }
  return kept
    .toSorted((a, b) => a.from - b.from)
    .map(({ from, to, ...rest }) => ({ ...rest, ...originalSpan(same, from, to) }))
    .filter(
      ({ kind, start, end, byWords }) =>
        kind !== 'person_name' || !names?.isMember(original.slice(start, end), !byWords),
    )
}

/** The longest part of a match that no earlier one took, without spaces at its ends, if it says anything. */
const longestFree = (taken: Uint8Array, text: string, match: Match): Match | undefined => {
  const { from, to } = match
  let best = { from, to: from }
  let begin = from
  for (let at = from; at <= to; at += 1)
    if (at === to || taken[at] === 1) {
      if (at - begin > best.to - best.from) best = { from: begin, to: at }
      begin = at + 1
    }
  const found = text.slice(best.from, best.to)
  if (!/[\p{L}\p{N}]/u.test(found)) return undefined
  const isCut = best.from > from || best.to < to
  if (isCut && match.kind === 'address' && !/[\d一二三四五六七八九十市区町村郡]/u.test(found))
    return undefined
  const start = best.from + found.length - found.trimStart().length
  return { ...match, from: start, to: start + found.trim().length }
}

const AROUND = 12

/** What an error shows its writer: each place in 【】 with a little around it. */
export const markFindings = (original: string, findings: readonly Finding[]): string =>
  findings
    .map(({ start, end }) => {
      const before = original.slice(Math.max(0, start - AROUND), start)
      const after = original.slice(end, end + AROUND)
      const [opens, closes] = [start > AROUND ? '…' : '', end + AROUND < original.length ? '…' : '']
      return `${opens}${before}【${original.slice(start, end)}】${after}${closes}`
    })
    .join(' / ')
    .replaceAll('\n', ' ')
