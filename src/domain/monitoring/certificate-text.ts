import { readMonth } from '../date-text/read-date.ts'
import { INTERVALS, type Interval, type MonitoringLine } from './due-months.ts'

/** `3月ごと(H28.7~H29.4)`, `毎月ごと（令和8年4月～令和8年6月）`, `6か月ごと R8.9-R9.3`. */
const LINE =
  /^(?:毎月|(?<every>\d{1,2})(?:か|ヶ|ケ|カ|ヵ|箇|個)?月)(?:ごと|毎)?[(「]?(?<first>[^~()]+)~(?<last>[^~()]+)[)」]?$/u
const INTERVAL = /^(?:(?<monthly>毎月)|(?<every>\d{1,2})(?:(?:か|ヶ|ケ|カ|ヵ|箇|個)?月(?:ごと|毎)?)?)$/u

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/\s+/gu, '')
    .replaceAll(/[～〜∼˜]|から/gu, '~')
    .replace(/まで[)]?$/u, ')')

/** Reads a line as the certificate prints it; undefined when it is none. */
export const readMonitoringLine = (text: string): MonitoringLine | undefined => {
  const groups = LINE.exec(plain(text))?.groups
  const everyMonths = groups && readInterval(groups.every ?? '1')
  const first = readMonth(groups?.first ?? '')
  const last = readMonth(groups?.last ?? '')
  return everyMonths && first.ok && last.ok
    ? { everyMonths, first: first.value, last: last.value }
    : undefined
}

/** Reads an interval alone: `6`, `6か月`, `６月ごと`, `毎月`; undefined when it is none that the rules know. */
export const readInterval = (text: string): Interval | undefined => {
  const groups = INTERVAL.exec(plain(text))?.groups
  if (!groups) return undefined
  const number = groups.monthly ? 1 : Number(groups.every)
  return INTERVALS.find((interval) => interval === number)
}
