import { isCounted } from './counters.ts'
import type { Detector, Match } from './finding.ts'
import { type DigitGroup, digitGroups, type NumberShape, shapesFrom } from './number-groups.ts'

/** Numbers that show by their own shape what they are: telephones, individual numbers, postal codes. */
export const plainNumbers: Detector = (text) => {
  const groups = digitGroups(text)
  const found: Match[] = []
  let at = 0
  while (at < groups.length) {
    const match = begins(text, groups, at) ? numberFrom(text, groups, at) : undefined
    if (match) found.push(match)
    at += 1
    while (match && (groups[at]?.from ?? Number.POSITIVE_INFINITY) < match.to) at += 1
  }
  return found
}

/** Not in the middle of a code such as `S-0142` or of a longer number. `TEL-048…` is a telephone. */
const begins = (text: string, groups: readonly DigitGroup[], at: number): boolean => {
  const { from } = groups[at] ?? { from: 0 }
  const before = text.slice(Math.max(0, from - 4), from)
  return !/[\dA-Za-z]-$/.test(before) || /(?:tel|fax)-$/i.test(before)
}

const ends = (text: string, { to }: NumberShape): boolean => !/^-[\dA-Za-z]/.test(text.slice(to, to + 2))

const numberFrom = (text: string, groups: readonly DigitGroup[], at: number): Match | undefined => {
  const shapes = shapesFrom(groups, at).filter((shape) => ends(text, shape))
  const phone = shapes.find((shape) => isPhone(shape) && !isOfficeNumber(text, shape))
  if (phone) return { kind: 'phone', from: openingBracket(text, phone), to: phone.to }
  const mine = shapes.find((shape) => isMyNumber(text, shape))
  if (mine) return { kind: 'my_number', from: mine.from, to: mine.to }
  const postal = shapes.find((shape) => isPostalCode(text, shape))
  return postal ? { kind: 'postal_code', from: postal.from, to: postal.to } : undefined
}

const DASHED_PHONES = new Set(
  '3-4-4 2-4-4 3-3-4 4-2-4 5-1-4 4-3-3 4-3-4 3-8 2-8 3-7 4-6 5-5 6-4 7-4'.split(' '),
)
const SPACED_PHONES = new Set('3-4-4 2-4-4 3-3-4 4-2-4 5-1-4 4-3-3 4-3-4'.split(' '))
const MOBILE = /^0[5-9]0\d{8}$/

/** Ten digits from 0, eleven from 0x0; of one written in one piece the first digits decide nothing more. */
const isPhone = ({ digits, parts, hasDashes, hasSpaces, isSaid }: NumberShape): boolean => {
  if (!/^0[1-9]\d{8,9}$/.test(digits)) return false
  if (parts.length === 1 && !hasSpaces) return true
  const form = parts.join('-')
  if (isSaid) return SPACED_PHONES.has(form)
  if (hasDashes) return spokenParts(parts, hasSpaces) && (DASHED_PHONES.has(form) || form === '3-8')
  if (MOBILE.test(digits)) return parts.some((length) => length !== 2)
  const isFixed = digits.length === 10 && !/^0[5-9]0/.test(digits)
  return SPACED_PHONES.has(form) || (isFixed && parts.every((length) => length === 1))
}

/** `060-0001 0480…` is a postal code and what comes after it: two parts with a space inside are no telephone. */
const spokenParts = (parts: readonly number[], hasSpaces: boolean): boolean =>
  parts.length > 2 || !hasSpaces || (parts[0] === 3 && parts[1] === 8)

/** 事業所番号 names an office, not a person (REGULATION.md section e). */
const isOfficeNumber = (text: string, { from }: NumberShape): boolean =>
  /事業所番号[ :はが]{0,3}$/u.test(text.slice(Math.max(0, from - 9), from))

const openingBracket = (text: string, { from }: NumberShape): number =>
  text[from - 1] === '(' && /^\d{2,5}\)/.test(text.slice(from, from + 6)) ? from - 1 : from

/**
 * Twelve digits, in one piece, in fours or one by one. A right check digit lets other spacing pass too; a wrong one
 * unmasks nothing. Three years in a row are years.
 */
const isMyNumber = (text: string, { digits, parts, hasDashes, isSaid, from, to }: NumberShape): boolean => {
  if (digits.length !== 12 || /[A-Za-z]$/.test(text.slice(Math.max(0, from - 1), from))) return false
  if (isCounted(text, to)) return false
  const confirmed = hasMyNumberCheckDigit(digits)
  const form = parts.join('-')
  if (form === '4-4-4') return confirmed || (!isSaid && !/^(?:(?:19|20)\d\d){3}$/.test(digits))
  return form === '12' || parts.every((length) => length === 1) || (confirmed && !hasDashes)
}

/**
 * The check digit of an individual number (総務省令第85号 第5条): S = sum of P(n)·Q(n), n from the right of the first
 * eleven; Q is n+1 up to the sixth and n-5 after it. It only confirms: a wrong one may be a typing error.
 */
export const hasMyNumberCheckDigit = (digits: string): boolean => {
  if (!/^\d{12}$/.test(digits)) return false
  let sum = 0
  for (let n = 1; n <= 11; n += 1) sum += Number(digits[11 - n]) * (n <= 6 ? n + 1 : n - 5)
  const rest = sum % 11
  return Number(digits[11]) === (rest <= 1 ? 0 : 11 - rest)
}

const isPostalCode = (text: string, { digits, parts, hasDashes, isSaid, from, to }: NumberShape): boolean =>
  hasDashes &&
  !isSaid &&
  digits.length === 7 &&
  parts.join('-') === '3-4' &&
  text.slice(from, to).includes('-') &&
  !isCounted(text, to) &&
  !/(?:第|No\.?|資料|[A-Za-z¥])[ ]?$/u.test(text.slice(Math.max(0, from - 4), from))
