import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type DateFault,
  readDate,
  readExcelSerial,
  readMonth,
} from '../../../src/domain/calendar/read-date.ts'
import { anyDate, day } from '../arbitrary-dates.ts'

const read = (text: string, near?: Temporal.PlainDate) => {
  const result = readDate(text, near)
  return result.ok ? result.value.toString() : result.reason
}
const readM = (text: string) => {
  const result = readMonth(text)
  return result.ok ? result.value.toString() : result.reason
}

describe('dates that ledgers hold', () => {
  test.each([
    ['R8.4.1', '2026-04-01'],
    ['r8.4.1', '2026-04-01'],
    ['R08.04.01', '2026-04-01'],
    ['R080401', '2026-04-01'],
    ['Ｒ８．４．１', '2026-04-01'],
    ['R8・4・1', '2026-04-01'],
    ['R8/4/1', '2026-04-01'],
    ['R8-4-1', '2026-04-01'],
    ['R8年4月1日', '2026-04-01'],
    ['令8.4.1', '2026-04-01'],
    ['令和8年4月1日', '2026-04-01'],
    ['令和８年４月１日', '2026-04-01'],
    ['令和 8年 4月 1日', '2026-04-01'],
    ['　令和 8 年 4 月 1 日　', '2026-04-01'],
    ['令和8年4月1日（水）', '2026-04-01'],
    ['令和8年4月29日（水・祝）', '2026-04-29'],
    ['2026年4月1日水曜日', '2026-04-01'],
    ['令和元年5月1日', '2019-05-01'],
    ['㋿元年5月1日', '2019-05-01'],
    ['H31.4.30', '2019-04-30'],
    ['平成30年12月31日', '2018-12-31'],
    ['S64.1.7', '1989-01-07'],
    ['昭和元年12月25日', '1926-12-25'],
    ['T15.12.24', '1926-12-24'],
    ['M45.7.29', '1912-07-29'],
    ['2026-04-01', '2026-04-01'],
    ['2026/4/1', '2026-04-01'],
    ['２０２６／４／１', '2026-04-01'],
    ['2026.4.1', '2026-04-01'],
    ['2026−04−01', '2026-04-01'],
    ['2026年4月1日', '2026-04-01'],
    ['20260401', '2026-04-01'],
    ['2026/4/1 0:00', '2026-04-01'],
    ['2026-04-01T00:00:00', '2026-04-01'],
    ['2028-02-29', '2028-02-29'],
  ])('%s', (text, date) => {
    expect(read(text)).toBe(date)
  })
})

test('an era’s years run on past its end, as old certificates print them', () => {
  expect(read('H32.4.1')).toBe('2020-04-01')
  expect(read('平成35年3月31日')).toBe('2023-03-31')
  expect(read('令和元年4月1日')).toBe('2019-04-01')
})

describe('what is no date is refused by what is wrong with it', () => {
  test.each<[string, DateFault]>([
    ['2026-02-30', 'no-such-day'],
    ['R8.4.31', 'no-such-day'],
    ['2027-02-29', 'no-such-day'],
    ['R8.4.0', 'no-such-day'],
    ['R8.13.1', 'no-such-month'],
    ['20260001', 'no-such-month'],
    ['令和0年4月1日', 'no-such-year'],
    ['R2026.4.1', 'no-such-year'],
    ['0026-04-01', 'no-such-year'],
    ['26/4/1', 'no-year'],
    ['4/1', 'no-year'],
    ['4月1日', 'no-year'],
    ['平成30年', 'not-a-date'],
    ['R8.4', 'not-a-date'],
    ['', 'not-a-date'],
    ['未定', 'not-a-date'],
    ['2026-04-01～2027-03-31', 'not-a-date'],
    ['2026/4/1 5', 'not-a-date'],
    ['2026/4/1  5', 'not-a-date'],
    ['2026/4/1 10:00', 'not-a-date'],
    ['X8.4.1', 'not-a-date'],
    ['46113', 'not-a-date'],
  ])('%s: %s', (text, reason) => {
    expect(read(text)).toBe(reason)
  })

  test('whatever is typed is answered, never thrown at', () => {
    const piece = fc.constantFrom(
      '令和',
      '元',
      'R',
      '8',
      '４',
      '.',
      '/',
      '年',
      '月',
      '日',
      ' ',
      '(',
      '金',
      '0:00',
      '-',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece, { maxLength: 12 }).map((all) => all.join('')),
        ),
        (text) => {
          expect(typeof readDate(text, day('2026-11-20')).ok).toBe('boolean')
          expect(typeof readMonth(text).ok).toBe('boolean')
        },
      ),
    )
  })
})

describe('a date without its year', () => {
  test.each([
    ['4/1', '2026-11-20', '2027-04-01'],
    ['4月1日', '2026-05-20', '2026-04-01'],
    ['12/25', '2027-01-05', '2026-12-25'],
    ['１１月２０日（金）', '2026-11-20', '2026-11-20'],
    ['2/29', '2028-04-01', '2028-02-29'],
  ])('%s said on %s is %s', (text, near, date) => {
    expect(read(text, day(near))).toBe(date)
  })

  test('just as far both ways, the coming one is meant', () => {
    // 183 days before 2 July 2024 and 183 days after it, over a leap year.
    expect(read('1/1', day('2024-07-02'))).toBe('2025-01-01')
  })

  test('a 29 February that no near year has is refused', () => {
    expect(read('2/29', day('2026-04-01'))).toBe('no-such-day')
    expect(read('2/29', day('2025-01-10'))).toBe('no-such-day')
  })

  test('any day of the year is read, at most half a year away', () => {
    fc.assert(
      fc.property(anyDate(), anyDate(), (near, wanted) => {
        fc.pre(!(wanted.month === 2 && wanted.day === 29))
        const result = readDate(`${wanted.month}/${wanted.day}`, near)
        expect(result.ok && Math.abs(near.until(result.value).days)).toBeLessThanOrEqual(183)
        expect(result.ok && result.value.toString().slice(5)).toBe(wanted.toString().slice(5))
      }),
    )
  })
})

describe('months', () => {
  test.each([
    ['H28.7', '2016-07'],
    ['Ｈ２８．７', '2016-07'],
    ['R8.07', '2026-07'],
    ['令和8年7月', '2026-07'],
    ['令和元年5月', '2019-05'],
    ['令和8年7月分', '2026-07'],
    ['2026-07', '2026-07'],
    ['2026/7', '2026-07'],
    ['2026年7月', '2026-07'],
    ['202607', '2026-07'],
    ['H28.13', 'no-such-month'],
    ['R0.7', 'no-such-year'],
    ['7月', 'not-a-date'],
    ['2026-07-01', 'not-a-date'],
  ])('%s: %s', (text, expected) => {
    expect(readM(text)).toBe(expected)
  })
})

describe('day numbers of a spreadsheet', () => {
  const serial = (number: number) => {
    const result = readExcelSerial(number)
    return result.ok ? result.value.toString() : result.reason
  }

  test.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [60, 'no-such-day'],
    [61, '1900-03-01'],
    [46113, '2026-04-01'],
    [46113.75, '2026-04-01'],
    [2_958_465, '9999-12-31'],
    [0.5, 'not-a-date'],
    [-1, 'not-a-date'],
    [2_958_466, 'not-a-date'],
    [Number.NaN, 'not-a-date'],
    [Number.POSITIVE_INFINITY, 'not-a-date'],
  ])('%d: %s', (number, expected) => {
    expect(serial(number)).toBe(expected)
  })
})

test('a page in place of a date is none, and is not looked through', () => {
  const before = process.cpuUsage()
  expect(read('\ufdfa'.repeat(1_000_000))).toBe('not-a-date')
  expect(process.cpuUsage(before).user / 1_000).toBeLessThan(200)
})
