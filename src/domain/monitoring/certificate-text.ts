import { type MonthRead, readDate, readMonth } from '../calendar/read-date.ts'
import { INTERVALS, type Interval, type MonitoringLine } from './due-months.ts'

const MONTHS = '(?:か|ヶ|ケ|カ|ヵ|箇|個)?月'
const EVERY = [
  `(?<monthly>毎月|月次|月に?1[回度])`,
  `(?<half>半年)`,
  `(?<second>隔月)`,
  `(?<quarter>四半期)`,
  `(?<yearly>毎年|1年)`,
  `年(?:に|間)?(?<times>\\d{1,2})[回度]`,
  `(?<every>\\d{1,2})${MONTHS}`,
].join('|')
const STEP = `(?:${EVERY})(?:ごと|毎|に1[回度]|1[回度])?`
const LINE = new RegExp(`^${STEP}[:、,]?[(「\\[]?(?<range>[^()「」\\[\\]]+)[)」\\]]?$`, 'u')
const INTERVAL = new RegExp(`^(?:${STEP}|(?<number>\\d{1,2}))$`, 'u')

const DIGITS: Record<string, string> = { 一: '1', 二: '2', 三: '3', 四: '4', 六: '6', 十二: '12' }

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/\s+/gu, '')
    .replaceAll(
      /(十二|[一二三四六])(?=(?:か|ヶ|ケ|カ|ヵ|箇|個)月|[回度])/gu,
      (kanji) => DIGITS[kanji] ?? kanji,
    )
    .replaceAll(/[〜∼˜→]|から|(?<=[\d月日])\(?至\)?/gu, '~')
    .replace(/(?<=^|[(「[])自/u, '')
    .replaceAll(/[‐‑‒–—―−ー]/gu, '-')
    .replace(/まで(?=[)」\]]?$)/u, '')

/**
 * Reads a line as the certificate prints it: `3月ごと(H28.7~H29.4)`, `毎月ごと（令和8年4月～令和8年6月）`,
 * `6か月ごと R8.9-R9.3`. Undefined when it is none; whether it fits the plan, `lineFault` tells.
 */
export const readMonitoringLine = (text: string): MonitoringLine | undefined => {
  const groups = LINE.exec(plain(text))?.groups
  const everyMonths = groups && intervalOf(groups)
  const range = readRange(groups?.range ?? '')
  return everyMonths && range && { everyMonths, ...range }
}

/** Where one line of several ends: at a line break, or behind its bracket. */
const BREAK = /[\r\n]+|(?<=[)）」\]])\s*[、,;；／/・]?\s*(?=\S)/u

/** What stands before a line: a bullet, its number, その後. */
const LINE_BEGINNING = /^\s*(?:[・●○①-⑨]|その後|以降|以後)?[は、]?\s*/u

/** Reads all lines in one cell; undefined when any is none. */
export const readMonitoringLines = (text: string): MonitoringLine[] | undefined => {
  const parts = text.split(BREAK).filter((part) => part.trim() !== '')
  const lines = parts.map((part) => readMonitoringLine(part.replace(LINE_BEGINNING, '')))
  return lines.length > 0 && lines.every((line) => line !== undefined) ? lines : undefined
}

/**
 * Reads an interval alone: `6`, `6か月`, `６月ごと`, `毎月`, `月1回`, `年2回`, `半年`, `隔月`; undefined when it is none
 * that the rules know.
 */
export const readInterval = (text: string): Interval | undefined => {
  const groups = INTERVAL.exec(plain(text))?.groups
  return groups && intervalOf(groups)
}

const intervalOf = (groups: Record<string, string | undefined>): Interval | undefined => {
  const { monthly, half, second, quarter, yearly, times, every, number } = groups
  const named = monthly ? 1 : second ? 2 : quarter ? 3 : half ? 6 : yearly ? 12 : undefined
  const months = named ?? (times ? 12 / Number(times) : Number(every ?? number))
  return INTERVALS.find((interval) => interval === months)
}

type Range = { first: Temporal.PlainYearMonth; last: Temporal.PlainYearMonth }

/** Two months around a tilde; or around a dash, which may stand in the months too (`2026-07-2027-04`). */
const readRange = (text: string): Range | undefined => {
  const separator = text.includes('~') ? '~' : '-'
  for (let at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, at + 1)) {
    const first = monthAt(text.slice(0, at))
    const last = monthAt(text.slice(at + 1))
    if (first.ok && last.ok) return { first: first.value, last: last.value }
  }
  return undefined
}

/** A month, or a day of it. */
const monthAt = (text: string): MonthRead => {
  const month = readMonth(text)
  if (month.ok) return month
  const day = readDate(text)
  return day.ok ? { ok: true, value: day.value.toPlainYearMonth() } : month
}
