import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDate, readExcelSerial, readMonth } from '../../src/domain/calendar/read-date.ts'
import { readTime } from '../../src/domain/calendar/read-time.ts'
import { writeFullDate, writeMonth, writeTime } from '../../src/domain/calendar/write-date.ts'
import { readInterval, readMonitoringLine } from '../../src/domain/monitoring/certificate-text.ts'
import { readMonthList } from '../../src/domain/monitoring/month-list.ts'
import { anyDate } from '../domain/arbitrary-dates.ts'
import { fuzz } from './inputs.ts'
import { nasty, slipped } from './nasty.ts'

const full = (text: string) =>
  text.replaceAll(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
const two = (number: number) => String(number).padStart(2, '0')

/** The eras end on the days that their texts are known for. */
const edges = [
  '1868-10-23',
  '1912-07-29',
  '1912-07-30',
  '1926-12-25',
  '1989-01-07',
  '1989-01-08',
  '2019-05-01',
]
const days = [...edges, '2024-02-29', '9999-12-31'].map((text) => Temporal.PlainDate.from(text))
const day = fc.oneof(anyDate('1873-01-01', '9999-12-31'), fc.constantFrom(...days))

/** 令和100年: from then on papers will have another era. */
const LAST_WRITTEN = 2119
/** The calendar of today came in 1873, in 明治6年. */
const FIRST_WRITTEN = 1872

/** Every way in which the same day is written. */
const writings = (date: Temporal.PlainDate): string[] => {
  const { year, month, day: of } = date
  const western = [
    date.toString(),
    `${year}/${month}/${of}`,
    `${year}.${two(month)}.${two(of)}`,
    `${year}年${month}月${of}日`,
    `${year}${two(month)}${two(of)}`,
    ...(year < LAST_WRITTEN && year > FIRST_WRITTEN ? [writeFullDate(date, 'ja')] : []),
  ]
  const reiwa = year - 2018
  const era = reiwa >= 1 && reiwa < 100 ? [`R${reiwa}.${month}.${of}`, `令和${reiwa}年${month}月${of}日`] : []
  return [...western, ...era].flatMap((text) => [text, full(text), ` ${text}\u3000`, `\ufeff${text}\r\n`])
}

type Input = { date: Temporal.PlainDate; typed: string; near: Temporal.PlainDate; serial: number }
const input: fc.Arbitrary<Input> = fc
  .record({
    date: day,
    near: day,
    serial: fc.oneof(fc.double(), fc.constantFrom(Number.NaN, -0, 60, 2_958_466, 1e21)),
    pick: fc.nat(50),
  })
  .chain(({ pick, ...rest }) => {
    const all = writings(rest.date)
    return fc.record({
      ...Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, fc.constant(value)])),
      typed: fc.oneof(slipped(all[pick % all.length] ?? ''), nasty()),
    })
  }) as fc.Arbitrary<Input>

test('a day is read back from every way it is written, and anything else is refused or is a day that exists', () =>
  fuzz('dates and times', input, ({ date, typed, near, serial }) => {
    for (const text of writings(date)) {
      const read = readDate(text)
      expect(read.ok && read.value.toString(), JSON.stringify(text)).toBe(date.toString())
    }
    const month = date.toPlainYearMonth()
    const monthRead = readMonth(
      date.year < LAST_WRITTEN && date.year > FIRST_WRITTEN ? writeMonth(month, 'ja') : month.toString(),
    )
    expect(monthRead.ok && monthRead.value.toString()).toBe(month.toString())
    const time = new Temporal.PlainTime(date.day % 24, (date.year + date.month) % 60)
    expect(readTime(writeTime(time))?.toString()).toBe(time.toString())

    const read = readDate(typed, near)
    if (read.ok) expect(read.value.year).toBeGreaterThanOrEqual(1868)
    if (read.ok) expect(read.value.year).toBeLessThanOrEqual(near.year === 9999 ? 10_000 : 9999)
    const fromSerial = readExcelSerial(serial)
    if (fromSerial.ok) expect(fromSerial.value.year).toBeGreaterThanOrEqual(1900)
    readMonth(typed)
    readTime(typed)
    readInterval(typed)
    const line = readMonitoringLine(typed) ?? readMonthList(typed)
    if (line) expect(Object.keys(line).length).toBeGreaterThan(0)
  }))
