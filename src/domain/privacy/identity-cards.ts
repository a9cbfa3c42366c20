import type { Detector } from './finding.ts'
import { matchesOf } from './matches.ts'

const JOINT = '[ -]?'
const SHAPE = `[A-Z]{2}${JOINT}\\d{8}${JOINT}[A-Z]{2}`
const RESIDENCE = new RegExp(`(?<![A-Za-z\\d])(?<here>${SHAPE})(?![A-Za-z\\d])`, 'dgu')
const GAP =
  '[ ]?(?:の)?(?:番号|No\\.?|number|no\\.?)?[ \\n]?(?:は|が|:|を|#|、|is)?[ \\n]?(?:番号)?[ ]?(?:は|:)?[ ]?[「(]?[ ]?'
/** With a slip of the hand, or small letters. */
const RESIDENCE_LABELLED = new RegExp(
  `(?:在留カード|特別永住者証明書|外国人登録証(?:明書)?|residence card)${GAP}(?<here>[A-Za-z]{1,2}${JOINT}\\d{6,9}${JOINT}[A-Za-z]{0,2}|[A-Za-z]{0,2}\\d{8}[A-Za-z]{0,2})(?![A-Za-z\\d])`,
  'dgiu',
)
const PASSPORT = new RegExp(
  `(?:パスポート|旅券|passport)${GAP}(?<here>[A-Za-z]{1,2}${JOINT}\\d{6,8}[A-Za-z]?|\\d{8,9}(?!\\d))(?![A-Za-z\\d])`,
  'dgiu',
)
const PASSPORT_BEFORE =
  /(?<![A-Za-z\d])(?<here>[A-Z]{1,2}[ -]?\d{7,8})(?![A-Za-z\d])[ ]?(?:\(|が|は|の|:)?[ ]?(?:パスポート|旅券)/dgu
/** Of Japan, since 1992: two letters, the first T, M or N, and seven digits. */
const OF_JAPAN = /(?<![A-Za-z\d-])(?<here>[TMN][A-Z]\d{7})(?![A-Za-z\d-])/dgu
const isDate = (here: string): boolean => /^(?:19|20)\d{2}[01]\d[0-3]\d$/u.test(here)

/** Residence cards (two letters, eight digits, two letters) and passports. */
export const identityCards: Detector = (text) => {
  if (!/\d{5}/u.test(text)) return []
  return [
    ...matchesOf(text, RESIDENCE, 'residence_card'),
    ...matchesOf(text, RESIDENCE_LABELLED, 'residence_card', (here) => !isDate(here)),
    ...matchesOf(text, PASSPORT, 'passport', (here) => !isDate(here)),
    ...matchesOf(text, PASSPORT_BEFORE, 'passport'),
    ...matchesOf(text, OF_JAPAN, 'passport'),
  ]
}
