/** Why something written may not be a case's code. */
export type CaseCodeFault = 'shape' | 'certificate' | 'birth-date' | 'name'

/** The key of the sentence that tells a fault (`text.fieldFaults`). */
export const CASE_CODE_FAULTS = {
  shape: 'case-code',
  certificate: 'case-code-certificate',
  'birth-date': 'case-code-birth-date',
  name: 'case-code-name',
} as const satisfies Record<CaseCodeFault, string>

const HYPHENS = /[‐‑‒–—―−ー]/gu

/** A code as it is stored, whatever width, case and hyphens it was typed in. */
export const foldCaseCode = (typed: string): string =>
  typed.normalize('NFKC').trim().toUpperCase().replace(HYPHENS, '-')

/** Letters, digits and hyphens, with a digit, 20 at most: `S-0142`, `A-12`, `0142`, `25-031`, `K2024-001`. */
const SHAPE = /^(?=.*\d)[A-Z0-9][A-Z0-9-]{0,19}$/

/**
 * The one rule of what a case code may be (folded): the region's own pseudonym, never what a person is known by. Codes
 * stand in cards, files and calendars, so they hold no certificate, telephone or personal number (ten digits and more),
 * no birth date and no name. A code that was given before is not refused: `doctor` tells of it.
 */
export const caseCodeFault = (code: string): CaseCodeFault | undefined => {
  if (!SHAPE.test(code)) return 'shape'
  if (isLongNumber(code)) return 'certificate'
  if (isBirthDate(code)) return 'birth-date'
  return isName(code) ? 'name' : undefined
}

/** 受給者証番号 has ten digits, a telephone number ten or eleven, マイナンバー twelve: together or in groups. */
const isLongNumber = (code: string): boolean =>
  /\d{10}/.test(code) || (/^[\d-]+$/.test(code) && code.replaceAll('-', '').length >= 10)

const MONTH_AND_DAY = '(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])'
const GROUPED = '-(?:0?[1-9]|1[0-2])-(?:0?[1-9]|[12]\\d|3[01])'

/**
 * `19850709`, `1985-07-09`, `1985-0709`, `85-07-09`, `850709`, `S60-07-09`, `S600709`. A year with a serial number is
 * no birth date (`2024-0101`, `250312`): of six digits together only those of 1927 to 1999 are.
 */
const BIRTH_DATES = [
  `(?:19|20)\\d\\d(?:${MONTH_AND_DAY}|${GROUPED})`,
  `19\\d\\d-${MONTH_AND_DAY}`,
  `\\d\\d${GROUPED}`,
  `(?:2[7-9]|[3-9]\\d)${MONTH_AND_DAY}`,
].map((date) => new RegExp(`(?<!\\d)${date}(?!\\d)`))

/** The era's letter stands alone before its year: `S-0142` and `H-010203` are serial numbers. */
const ERA_DATE = new RegExp(`(?<![A-Z0-9])[MTSHR](?:\\d\\d${MONTH_AND_DAY}|-?\\d{1,2}${GROUPED})(?!\\d)`)

const isBirthDate = (code: string): boolean =>
  ERA_DATE.test(code) || BIRTH_DATES.some((date) => date.test(code))

/** Common family and given names that are as short as an abbreviation. */
const SHORT_NAMES = new Set(
  'ABE AKI AOI EMI ETO IDA IDE INO ITO JUN KEI KEN MAI NAO ODA OKA ONO OTA REI RIE RYO SEO UDA UNO YUI'.split(
    ' ',
  ),
)

/** Open syllables, as Hepburn and 訓令 write them, with ん and a long vowel written by H. */
const VOWEL = '[A|E|I|O|U]'
const PLAIN = 'B|D|F|G|H|J|K|M|N|P|R|S|T|W|Y|Z'
const COMBINED = '(?:B|G|H|K|M|N|P|R|S|T)Y|(?:C|S)H|TS|TCH|KK|MM|NN|PP|SS|TT'
const READABLE = new RegExp(`^(?:(?:${PLAIN}|${COMBINED})?${VOWEL}|N(?!${VOWEL})|H(?!${VOWEL}))+$`)

const isName = (code: string): boolean => {
  const runs = code.match(/[A-Z]+/g) ?? []
  const letters = runs.join('').length
  const digits = code.match(/\d/g)?.length ?? 0
  return (
    runs.some((run) => run.length > 4 || SHORT_NAMES.has(run) || (run.length === 4 && READABLE.test(run))) ||
    (letters > 3 && letters > digits)
  )
}
