const FINDING_KINDS = [
  'person_name',
  'address',
  'birth_date',
  'phone',
  'email',
  'certificate_number',
  'my_number',
  'postal_code',
] as const
export type FindingKind = (typeof FINDING_KINDS)[number]

/** A stretch of the uniform text. */
export type Match = { kind: FindingKind; from: number; to: number }

/**
 * One way of finding one kind. `group` is the part that is personal, where a label stands before it. Every pattern is
 * bounded in what it repeats, so that a hostile text takes linear time.
 */
type Pattern = { kind: FindingKind; pattern: RegExp; group?: string; when?: (found: string) => boolean }

const GAP = String.raw`[ \-.]{0,2}`
const NO_DIGIT_BEFORE = String.raw`(?<![\d\-])`
const NO_DIGIT_AFTER = String.raw`(?![\d])`
const LABEL_END = '[ ]{0,2}[:=は]?[ ]{0,2}'
const DATE = String.raw`(?:(?:明治|大正|昭和|平成|令和|[MTSHRmtshr])\.?[ ]?)?(?:元|\d{1,4})[ ]?[年./\-][ ]?\d{1,2}[ ]?[月./\-][ ]?\d{1,2}日?`
const DIGITS = (count: number): string => String.raw`\d(?:${GAP}\d){${count - 1}}`

/** Numbers first: an earlier pattern wins where two overlap. */
export const PATTERNS: readonly Pattern[] = [
  { kind: 'email', pattern: /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/gu },
  {
    kind: 'certificate_number',
    pattern: new RegExp(
      String.raw`(?:受給者証|受給者番号|被保険者|保険者番号|記号番号|手帳番号|手帳の番号|療育手帳|障害者手帳|保健福祉手帳|証番号)[^\d\n。、]{0,12}(?<number>\d(?:${GAP}\d){3,13})`,
      'gu',
    ),
    group: 'number',
  },
  {
    kind: 'my_number',
    pattern: new RegExp(
      String.raw`(?:マイナンバー|個人番号)[^\d\n。、]{0,12}(?<number>\d(?:${GAP}\d){7,13})`,
      'gu',
    ),
    group: 'number',
  },
  /** Twelve digits, in one piece or in fours: a wrong check digit may be a typing error, and unmasks nothing. */
  {
    kind: 'my_number',
    pattern: new RegExp(NO_DIGIT_BEFORE + DIGITS(12) + NO_DIGIT_AFTER, 'gu'),
    when: (found) => /^(?:\d{12}|\d{4}(?<gap>[ .-]{1,2})\d{4}\k<gap>\d{4})$/u.test(found),
  },
  {
    kind: 'phone',
    pattern:
      /(?<![\d-])(?:\+81[ -]{0,2}(?:\(0\))?|\(?0)\d{1,4}\)?[ \-.(]{0,2}\d{1,4}[ \-.)]{0,2}\d{3,4}(?![\d])/gu,
    when: (found) => {
      const digits = found.replaceAll(/\D/gu, '').replace(/^81/u, '0').length
      return digits === 10 || digits === 11
    },
  },
  {
    kind: 'phone',
    pattern: new RegExp(
      String.raw`(?:電話|TEL|Tel|tel|☎|℡|携帯)[^\d\n。、]{0,8}(?<number>\d(?:${GAP}\d){5,10})`,
      'gu',
    ),
    group: 'number',
  },
  { kind: 'postal_code', pattern: /〒[ ]{0,2}\d{3}[ ]?-?[ ]?\d{4}/gu },
  { kind: 'postal_code', pattern: /(?<![\d-])\d{3}-\d{4}(?![\d-])/gu },
  {
    kind: 'birth_date',
    pattern: new RegExp(`(?:生年月日|誕生日|生まれた日|出生日)${LABEL_END}(?<date>${DATE})`, 'gu'),
    group: 'date',
  },
  {
    kind: 'birth_date',
    pattern: new RegExp(`(?<date>${DATE})[ ]?(?:生まれ|生れ|誕生|出生|生(?![活涯計徒産命前協存]))`, 'gu'),
    group: 'date',
  },
  {
    kind: 'address',
    pattern:
      /(?:\p{Script=Han}|[ぁ-んァ-ヶー]){1,12}(?:[市区町村郡])?(?:\p{Script=Han}|[ぁ-んァ-ヶー]){0,12}\d{1,4}(?:丁目|番地|番町|番(?!号|目|手|組))[ ]?(?:\d{1,4}(?:番地?|号|-)?){0,3}/gu,
  },
  {
    kind: 'address',
    pattern:
      /(?:[市区町村郡]|大字|字)(?:\p{Script=Han}|[ぁ-んァ-ヶ]){1,10}\d{1,4}(?:-\d{1,4}){1,3}(?![\d人名件回時分個か月年%])/gu,
  },
  {
    kind: 'address',
    pattern: /(?:大字|小字)(?:\p{Script=Han}|[ぁ-んァ-ヶ]){1,10}(?:\d{1,5}(?:-\d{1,4}){0,3})?/gu,
  },
  {
    kind: 'address',
    pattern: /(?:住所|居所|所在地)[ ]{0,2}[:=][ ]{0,2}(?<where>[^\n。、 ]{4,40})/gu,
    group: 'where',
    when: (found) => /\d/u.test(found),
  },
  {
    kind: 'address',
    pattern:
      /(?:アパート|マンション|ハイツ|コーポ|メゾン|荘|団地|号棟)[ ]?(?:\p{Script=Han}|[ぁ-んァ-ヶー]){0,8}[ ]?\d{1,4}号室?/gu,
  },
  {
    kind: 'person_name',
    pattern:
      /(?:氏名|名前|本人名|利用者名|保護者名|フリガナ|ふりがな)[ ]{0,2}[:=][ ]{0,2}(?<name>(?:\p{Script=Han}|[ぁ-んァ-ヶー]){1,8}(?:[ ](?:\p{Script=Han}|[ぁ-んァ-ヶー]){1,8})?)/gu,
    group: 'name',
  },
]
