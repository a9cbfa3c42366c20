/**
 * Why a text is no date: it looks like none; it has no year (or two digits of one); or that year, month of it, or day
 * of the month does not exist.
 */
export type DateFault = 'not-a-date' | 'no-year' | 'no-such-year' | 'no-such-month' | 'no-such-day'
type Read<T> = { ok: true; value: T } | { ok: false; reason: DateFault }
export type DateRead = Read<Temporal.PlainDate>
export type MonthRead = Read<Temporal.PlainYearMonth>

/**
 * The year before an era's first (1868, 1912, 1926, 1989, 2019): year n of the era is this plus n. Papers run past
 * an era's end (平成32年4月1日 is 2020-04-01) and before its first day (令和元年4月1日), so both are read.
 */
const ERA_BASE: Record<string, number> = { M: 1867, T: 1911, S: 1925, H: 1988, R: 2018 }
const ERA_LETTERS: Record<string, string> = { 明: 'M', 大: 'T', 昭: 'S', 平: 'H', 令: 'R' }
/** 昭和100年 (2025) is still met in old systems; a larger number is a western year behind an era's letter. */
const LAST_ERA_YEAR = 100
const FIRST_YEAR = 1868
const LAST_YEAR = 9999

const ERA = '(?<era>明治?|大正?|昭和?|平成?|令和?|[MTSHR])'
/** `R. 8. 4. 1` has a dot behind the era too. */
const YEAR = String.raw`(?:${ERA}\.?)?(?<year>元|\d{1,4})[./\-年]`
const DATES = [
  new RegExp(`^${YEAR}(?<month>\\d{1,2})[./\\-月](?<day>\\d{1,2})日?$`),
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/,
  new RegExp(`^${ERA}(?<year>\\d{2})(?<month>\\d{2})(?<day>\\d{2})$`),
]
const MONTHS = [new RegExp(`^${YEAR}(?<month>\\d{1,2})(?:月分?)?$`), /^(?<year>\d{4})(?<month>\d{2})$/]
const WITHOUT_YEAR = /^(?<month>\d{1,2})[./\-月](?<day>\d{1,2})日?$/

/** Bounds the input: no date is as long with all its spaces, and a whole page in its place is not searched. */
const LONGEST = 100

/**
 * Widths, dashes and dots as people type them, made one; a weekday and the midnight that spreadsheets add, dropped.
 * Spaces go, but not between two digits: `2026/4/1 5` is not 15 April.
 */
const plain = (text: string): string =>
  (text.trim().length > LONGEST ? '' : text)
    .normalize('NFKC')
    .trim()
    .toUpperCase()
    .replace(/[\sT]0{1,2}:00(?::00)?$/u, '')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/(?<!\d) | (?!\d)/gu, '')
    .replaceAll(/[‐‑‒–—―−ー]/gu, '-')
    .replaceAll(/[。・]/gu, '.')
    .replace(/(?:\([月火水木金土日祝曜休.,]+\)|[月火水木金土日]曜日?)$/u, '')

const match = (
  patterns: readonly RegExp[],
  typed: string,
): Record<string, string | undefined> | undefined => {
  for (const pattern of patterns) {
    const found = pattern.exec(typed)
    if (found?.groups) return found.groups
  }
  return undefined
}

/**
 * Reads a date as ledgers, certificates and people write it: `R8.4.1`, `令和元年5月1日`, `2026-04-01`, `20260401`,
 * full-width digits. One without its year (`4/1`) is read only where `near` says which is meant: the one at most half
 * a year away, and of two just as far the coming one.
 */
export const readDate = (text: string, near?: Temporal.PlainDate): DateRead => {
  const typed = plain(text)
  const full = match(DATES, typed)
  if (full) {
    const year = readYear(full.era, full.year ?? '')
    return year.ok ? make(year.value, full.month, full.day) : year
  }
  const short = match([WITHOUT_YEAR], typed)
  if (!short) return { ok: false, reason: 'not-a-date' }
  return near ? nearest(near, short.month, short.day) : { ok: false, reason: 'no-year' }
}

/** Reads a month: `R8.7`, `令和8年7月`, `2026-07`, `202607`, `H28.7`. */
export const readMonth = (text: string): MonthRead => {
  const groups = match(MONTHS, plain(text))
  if (!groups) return { ok: false, reason: 'not-a-date' }
  const year = readYear(groups.era, groups.year ?? '')
  if (!year.ok) return year
  const first = make(year.value, groups.month, '1')
  return first.ok ? { ok: true, value: first.value.toPlainYearMonth() } : first
}

/**
 * A day number of the 1900 date system, as spreadsheets hold it, with any time of day; 60 is the day that never was.
 */
export const readExcelSerial = (serial: number): DateRead => {
  const day = Math.floor(serial)
  if (day === 60) return { ok: false, reason: 'no-such-day' }
  if (!(day >= 1 && day <= LAST_EXCEL_DAY)) return { ok: false, reason: 'not-a-date' }
  const base = new Temporal.PlainDate(1899, 12, day > 60 ? 30 : 31)
  return { ok: true, value: base.add({ days: day }) }
}

/** 9999-12-31 */
const LAST_EXCEL_DAY = 2_958_465

const readYear = (era: string | undefined, typed: string): Read<number> => {
  const number = typed === '元' ? 1 : Number(typed)
  if (era === undefined) {
    if (typed.length !== 4) return { ok: false, reason: 'no-year' }
    const exists = number >= FIRST_YEAR && number <= LAST_YEAR
    return exists ? { ok: true, value: number } : { ok: false, reason: 'no-such-year' }
  }
  const base = ERA_BASE[ERA_LETTERS[era.charAt(0)] ?? era]
  return base === undefined || number < 1 || number > LAST_ERA_YEAR
    ? { ok: false, reason: 'no-such-year' }
    : { ok: true, value: base + number }
}

const make = (year: number, monthTyped: string | undefined, dayTyped: string | undefined): DateRead => {
  const month = Number(monthTyped)
  const day = Number(dayTyped)
  if (month < 1 || month > 12) return { ok: false, reason: 'no-such-month' }
  const { daysInMonth } = new Temporal.PlainYearMonth(year, month)
  if (day < 1 || day > daysInMonth) return { ok: false, reason: 'no-such-day' }
  return { ok: true, value: new Temporal.PlainDate(year, month, day) }
}

const HALF_A_YEAR_DAYS = 183

const nearest = (near: Temporal.PlainDate, month: string | undefined, day: string | undefined): DateRead => {
  const years = [near.year + 1, near.year, near.year - 1].map((year) => make(year, month, day))
  const [best] = years
    .filter((made) => made.ok)
    .map(({ value }) => ({ value, off: Math.abs(near.until(value).days) }))
    .filter(({ off }) => off <= HALF_A_YEAR_DAYS)
    .sort((a, b) => a.off - b.off)
  if (best) return { ok: true, value: best.value }
  return years.find((made) => !made.ok) ?? { ok: false, reason: 'no-such-day' }
}
