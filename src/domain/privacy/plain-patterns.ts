import type { Detector, FindingKind } from './finding.ts'

/** What one expression finds by itself. */
type Pattern = { kind: FindingKind; pattern: RegExp }

const LOCAL = '(?<![\\w.+-])[a-z\\d][\\w.+-]*'
const AT_WORD = '(?:at|アット(?:マーク)?|あっと(?:まーく)?)'
const DOT = '(?:[ ]?[.][ ]?|[ ]?[(\\[](?:dot|ドット|どっと)[)\\]][ ]?|[ ]dot[ ]|[ ]?(?:ドット|どっと)[ ]?)'
const DOMAIN = `[a-z\\d][a-z\\d-]*(?:${DOT}[a-z][a-z\\d-]+)+`

const PATTERNS: readonly Pattern[] = [
  {
    kind: 'email',
    pattern:
      /(?<![\w.+-])[\w.+-]+(?:@[ \n]?|[ ]@[ ]|[ ]@(?=[\w.-]+\.(?:jp|com|net|org|info|io|biz)\b))[\w-]+(?:\.[\w-]+)+/giu,
  },
  // taro (at) example.jp, taroアットexample.jp: an at that is written as a word
  {
    kind: 'email',
    pattern: new RegExp(
      `${LOCAL}[ ]?(?:[(\\[<{][ ]?(?:@|${AT_WORD})[ ]?[)\\]>}]|アット(?:マーク)?|あっと(?:まーく)?|[★☆●◎■#])[ ]?${DOMAIN}`,
      'giu',
    ),
  },
  // taro at example.jp: such a word alone is one after a label, or when what precedes it is no word
  {
    kind: 'email',
    pattern: new RegExp(
      `(?:(?<=(?:mail|メール|アドレス|連絡先|宛先?)[^\\n]{0,12})${LOCAL}|(?<=^|[\\n。、(「])${LOCAL}(?=[ ]at[ ]${DOMAIN}[ ]?(?:[\\p{Script=Han}ぁ-んァ-ヶ、。)」]|$))|(?<![\\w.+-])(?=[a-z\\d.-]*[\\d._-])[a-z\\d][\\w.+-]*|(?<=[\\p{Script=Han}ぁ-んァ-ヶー:、。「(][ ]?)${LOCAL})[ ]at[ ]${DOMAIN}`,
      'giu',
    ),
  },
  {
    kind: 'phone',
    pattern: /\+[ ]?81[ -]{0,2}(?:\(0\)[ -]{0,2})?\d(?:[ \-.()\n]{0,3}\d){8,9}(?!\d)/gu,
  },
  {
    kind: 'phone',
    pattern: /(?<![\d+])\+[ ]?(?!81)[1-9]\d{0,2}(?:[ \-.()]{0,2}\d){7,11}(?!\d)/gu,
  },
  {
    kind: 'postal_code',
    pattern: /(?:(?<=郵便番号[ :はがの]{0,3})(?=\d)|〒)[ \n]{0,2}\d(?:[ \n\-の]{0,3}\d){6}(?!\d)/gu,
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
