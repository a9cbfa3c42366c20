import { addresses } from './addresses.ts'
import { birthDates } from './birth-dates.ts'
import type { Detector, Finding, Match } from './finding.ts'
import { labelledNames } from './labelled-names.ts'
import { labelledNumbers } from './labelled-numbers.ts'
import type { NameGuard } from './names/name-guard.ts'
import { originalSpan, uniform } from './normalise.ts'
import { plainNumbers } from './plain-numbers.ts'
import { plainPatterns } from './plain-patterns.ts'

/** In the order of their precision: a later one gets what an earlier one left. */
const DETECTORS: readonly Detector[] = [
  plainPatterns,
  labelledNumbers,
  birthDates,
  plainNumbers,
  addresses,
  labelledNames,
]

/**
 * Personal data in what somebody typed, by place, without overlaps (DESIGN truth 3; REGULATION section e). A year of
 * birth, a municipality, a bare date and case codes may stay. `names`: what finds names by the language's words.
 */
export const findPersonalData = (original: string, names?: NameGuard): Finding[] => {
  const same = uniform(original)
  const taken = new Uint8Array(same.text.length)
  const kept: Match[] = []
  for (const detect of names ? [...DETECTORS, names.find] : DETECTORS)
    for (const match of detect(same.text)) {
      const free = longestFree(taken, same.text, match)
      if (!free) continue
      taken.fill(1, free.from, free.to)
      kept.push(free)
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
