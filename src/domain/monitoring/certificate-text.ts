import { readMonth } from '../calendar/read-date.ts'
import { INTERVALS, type Interval, type MonitoringLine } from './due-months.ts'

const EVERY = String.raw`(?:(?<monthly>毎月)|(?<every>\d{1,2})(?:か|ヶ|ケ|カ|ヵ|箇|個)?月|(?<yearly>毎年|1年))(?:ごと|毎|に1[回度])?`
const LINE = new RegExp(`^${EVERY}[:、,]?[(「\\[]?(?<range>[^()「」\\[\\]]+)[)」\\]]?$`, 'u')
const INTERVAL = new RegExp(`^(?:${EVERY}|(?<number>\\d{1,2}))$`, 'u')

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/\s+/gu, '')
    .replaceAll(/[〜∼˜→]|から/gu, '~')
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

/** Reads an interval alone: `6`, `6か月`, `６月ごと`, `毎月`; undefined when it is none that the rules know. */
export const readInterval = (text: string): Interval | undefined => {
  const groups = INTERVAL.exec(plain(text))?.groups
  return groups && intervalOf(groups)
}

const intervalOf = (groups: Record<string, string | undefined>): Interval | undefined => {
  const { monthly, yearly, every, number } = groups
  const months = monthly ? 1 : yearly ? 12 : Number(every ?? number)
  return INTERVALS.find((interval) => interval === months)
}

type Range = { first: Temporal.PlainYearMonth; last: Temporal.PlainYearMonth }

/** Two months around a tilde; or around a dash, which may stand in the months too (`2026-07-2027-04`). */
const readRange = (text: string): Range | undefined => {
  const separator = text.includes('~') ? '~' : '-'
  for (let at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, at + 1)) {
    const first = readMonth(text.slice(0, at))
    const last = readMonth(text.slice(at + 1))
    if (first.ok && last.ok) return { first: first.value, last: last.value }
  }
  return undefined
}
