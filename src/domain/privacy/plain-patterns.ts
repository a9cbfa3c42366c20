import type { Detector, FindingKind } from './finding.ts'

/** What one expression finds by itself. */
type Pattern = { kind: FindingKind; pattern: RegExp }

const PATTERNS: readonly Pattern[] = [
  {
    kind: 'email',
    pattern: /(?<![\w.+-])[\w.+-]+[ ]?(?:@|[([]at[)\]])[ \n]?[\w-]+(?:\.[\w-]+)+/giu,
  },
  {
    kind: 'phone',
    pattern: /\+[ ]?81[ -]{0,2}(?:\(0\)[ -]{0,2})?\d(?:[ \-.()\n]{0,3}\d){8,9}(?!\d)/gu,
  },
  {
    kind: 'postal_code',
    pattern: /(?:(?<=郵便番号[ :は]{0,3})(?=\d)|〒)[ \n]{0,2}\d(?:[ \n-]{0,3}\d){6}(?!\d)/gu,
  },
]

export const plainPatterns: Detector = (text) =>
  PATTERNS.flatMap(({ kind, pattern }) =>
    [...text.matchAll(pattern)].map(({ 0: whole, index }) => ({
      kind,
      from: index,
      to: index + whole.length,
    })),
  )
