/** Why a text is no date; `typed` is what could not be one. */
export type DateFault = { reason: 'not-a-date' | 'impossible-date'; typed: string }
export type DateRead = { ok: true; value: Temporal.PlainDate } | { ok: false; reason: DateFault['reason'] }
export type MonthRead =
  | { ok: true; value: Temporal.PlainYearMonth }
  | { ok: false; reason: DateFault['reason'] }

/**
 * The year before an era's first: year n of the era is this plus n. Old certificates run past an era's end
 * (平成32年 is 2020), so a year is not checked against the era's last.
 */
const ERA_BASE: Record<string, number> = { M: 1867, T: 1911, S: 1925, H: 1988, R: 2018 }
const ERA_NAMES: Record<string, string> = { 明治: 'M', 大正: 'T', 昭和: 'S', 平成: 'H', 令和: 'R' }

const YEAR = String.raw`(?<era>明治|大正|昭和|平成|令和|[MTSHR])?(?<year>元|\d{1,4})`
const SEPARATOR = String.raw`[./\-年]`
const DATE = new RegExp(`^${YEAR}${SEPARATOR}(?<month>\\d{1,2})[./\\-月](?<day>\\d{1,2})日?$`)
const MONTH = new RegExp(`^${YEAR}${SEPARATOR}(?<month>\\d{1,2})月?$`)
const COMPACT = /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/
const WITHOUT_YEAR = /^(?<month>\d{1,2})[./\-月](?<day>\d{1,2})日?$/

/** Widths, spaces and the many dashes and dots people type, made one. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/\s+/gu, '')
    .replaceAll(/[‐‑‒–—―−ー]/gu, '-')
    .replaceAll(/[．。・]/gu, '.')
    .replace(/[(（][日月火水木金土祝・]+[)）]$/u, '')
    .toUpperCase()

const yearOf = (era: string | undefined, year: string): number | undefined => {
  const number = year === '元' ? 1 : Number(year)
  if (era === undefined) return year.length === 4 ? number : undefined
  const base = ERA_BASE[ERA_NAMES[era] ?? era]
  return base === undefined || number < 1 ? undefined : base + number
}

/**
 * Reads a date as ledgers, certificates and people write it: `R8.4.1`, `令和元年5月1日`, `2026-04-01`, `20260401`,
 * full-width digits. A date without its year (`4/1`) is read only where `near` says which year is meant: the nearest.
 */
export const readDate = (text: string, near?: Temporal.PlainDate): DateRead => {
  const typed = plain(text)
  const full = (DATE.exec(typed) ?? COMPACT.exec(typed))?.groups
  if (full) {
    const year = yearOf(full.era, full.year ?? '')
    return year === undefined ? { ok: false, reason: 'not-a-date' } : make(year, full.month, full.day)
  }
  const short = near && WITHOUT_YEAR.exec(typed)?.groups
  if (!near || !short) return { ok: false, reason: 'not-a-date' }
  return nearest(near, short.month, short.day)
}

/** Reads a month: `R8.7`, `令和8年7月`, `2026-07`, `H28.7`. */
export const readMonth = (text: string): MonthRead => {
  const groups = MONTH.exec(plain(text))?.groups
  const year = groups && yearOf(groups.era, groups.year ?? '')
  if (!groups || year === undefined) return { ok: false, reason: 'not-a-date' }
  const made = make(year, groups.month, '1')
  return made.ok ? { ok: true, value: made.value.toPlainYearMonth() } : made
}

/** A day number of the 1900 date system, as .xlsx and .csv exports hold it; 60 is the day that never was. */
export const readExcelSerial = (serial: number): DateRead => {
  const day = Math.floor(serial)
  if (!Number.isFinite(serial) || day < 1 || day > 2_958_465 || day === 60)
    return { ok: false, reason: 'not-a-date' }
  const base = new Temporal.PlainDate(1899, 12, day > 60 ? 30 : 31)
  return { ok: true, value: base.add({ days: day }) }
}

const make = (year: number, month: string | undefined, day: string | undefined): DateRead => {
  try {
    const fields = { year, month: Number(month), day: Number(day) }
    return { ok: true, value: Temporal.PlainDate.from(fields, { overflow: 'reject' }) }
  } catch {
    return { ok: false, reason: 'impossible-date' }
  }
}

const nearest = (near: Temporal.PlainDate, month: string | undefined, day: string | undefined): DateRead => {
  const candidates = [-1, 0, 1]
    .map((offset) => make(near.year + offset, month, day))
    .filter((made) => made.ok)
    .map(({ value }) => ({ value, off: Math.abs(near.until(value).days) }))
    .sort((a, b) => a.off - b.off)
  const [best] = candidates
  return best ? { ok: true, value: best.value } : { ok: false, reason: 'impossible-date' }
}
