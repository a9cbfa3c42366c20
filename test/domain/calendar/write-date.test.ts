import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDate, readMonth } from '../../../src/domain/calendar/read-date.ts'
import {
  writeDate,
  writeDateTime,
  writeDuration,
  writeFiscalYear,
  writeFullDate,
  writeMonth,
} from '../../../src/domain/calendar/write-date.ts'
import { anyDate, anyMonth, day, month } from '../arbitrary-dates.ts'

const friday = Temporal.PlainDateTime.from('2026-11-20T14:00')

test('a meeting’s time as people write it', () => {
  expect(writeDateTime(friday, 'ja')).toBe('11月20日（金）14:00')
  expect(writeDateTime(friday, 'en')).toBe('Fri 20 Nov, 14:00')
  expect(writeDateTime(friday.with({ hour: 9, minute: 5 }), 'ja')).toBe('11月20日（金）9:05')
})

test('days, months and fiscal years in both languages', () => {
  expect(writeDate(friday.toPlainDate(), 'ja')).toBe('11月20日（金）')
  expect(writeDate(friday.toPlainDate(), 'en')).toBe('Fri 20 Nov')
  expect(writeFullDate(friday.toPlainDate(), 'ja')).toBe('令和8年11月20日')
  expect(writeFullDate(friday.toPlainDate(), 'en')).toBe('20 Nov 2026')
  expect(writeMonth(month('2026-07'), 'ja')).toBe('令和8年7月')
  expect(writeMonth(month('2026-07'), 'en')).toBe('July 2026')
  expect(writeFiscalYear(2026, 'ja')).toBe('令和8年度')
  expect(writeFiscalYear(2026, 'en')).toBe('fiscal 2026')
})

test.each([
  ['2019-04-30', '平成31年4月30日'],
  ['2019-05-01', '令和元年5月1日'],
  ['1989-01-07', '昭和64年1月7日'],
  ['1989-01-08', '平成元年1月8日'],
  ['1926-12-25', '昭和元年12月25日'],
  ['2029-11-01', '令和11年11月1日'],
])('%s is %s: an era begins on its day, and its first year is 元年', (date, written) => {
  expect(writeFullDate(day(date), 'ja')).toBe(written)
})

test('the fiscal year in which an era begins bears its name', () => {
  expect(writeFiscalYear(2019, 'ja')).toBe('令和元年度')
  expect(writeFiscalYear(2018, 'ja')).toBe('平成30年度')
})

test.each([
  [0, '0分', '0 min'],
  [45, '45分', '45 min'],
  [60, '1時間', '1 h'],
  [90, '1時間30分', '1 h 30 min'],
  [480, '8時間', '8 h'],
])('%d minutes', (minutes, ja, en) => {
  expect(writeDuration(minutes, 'ja')).toBe(ja)
  expect(writeDuration(minutes, 'en')).toBe(en)
})

test('what is written is read again as the same day, from 1926 to 2100', () => {
  fc.assert(
    fc.property(anyDate(), fc.integer({ min: -180, max: 180 }), (date, off) => {
      const read = readDate(writeFullDate(date, 'ja'))
      expect(read.ok && read.value.toString()).toBe(date.toString())
      const short = readDate(writeDate(date, 'ja'), date.add({ days: off }))
      expect(short.ok && short.value.toString()).toBe(date.toString())
    }),
  )
})

test('what is written is read again as the same month, from 1926 to 2100', () => {
  fc.assert(
    fc.property(anyMonth(), (wanted) => {
      const read = readMonth(writeMonth(wanted, 'ja'))
      expect(read.ok && read.value.toString()).toBe(wanted.toString())
    }),
  )
})
