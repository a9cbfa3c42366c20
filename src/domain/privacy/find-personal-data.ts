import { originalSpan, type Uniform, uniform } from './normalise.ts'
import { type FindingKind, type Match, PATTERNS } from './patterns.ts'

/** A place in the text as it was typed: UTF-16 offsets, `end` exclusive. */
export type Finding = { kind: FindingKind; start: number; end: number }

/** Something that finds personal data in a uniform text. Later ones give way where they overlap earlier ones. */
type Detector = (text: string) => Match[]

const byPattern: Detector = (text) =>
  PATTERNS.flatMap(({ kind, pattern, group, when }) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const found = group ? (match.groups?.[group] ?? '') : match[0]
      const from = match.index + (group ? match[0].lastIndexOf(found) : 0)
      const counts = found !== '' && (when?.(found) ?? true)
      return counts ? [{ kind, from, to: from + found.length }] : []
    }),
  )

const DETECTORS: readonly Detector[] = [byPattern]

/**
 * Personal data in what somebody typed, by place, without overlaps (DESIGN truth 3; REGULATION section e). A year of
 * birth, a municipality, a bare date and case codes may stay.
 */
export const findPersonalData = (original: string): Finding[] => {
  const same: Uniform = uniform(original)
  const kept: Match[] = []
  for (const match of DETECTORS.flatMap((detect) => detect(same.text)))
    if (!kept.some((other) => match.from < other.to && other.from < match.to)) kept.push(match)
  return kept
    .sort((a, b) => a.from - b.from)
    .map(({ kind, from, to }) => ({ kind, ...originalSpan(same, original, from, to) }))
}

/** The text shown back to its writer, each place in 【】; long texts are cut to what surrounds the places. */
export const markFindings = (original: string, findings: readonly Finding[]): string => {
  const around = 12
  const pieces = findings.map(({ start, end }) => {
    const before = original.slice(Math.max(0, start - around), start)
    const after = original.slice(end, end + around)
    return `${start > around ? '…' : ''}${before}【${original.slice(start, end)}】${after}${end + around < original.length ? '…' : ''}`
  })
  return pieces.join(' / ').replaceAll('\n', ' ')
}
