import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstDayOf, fiscalYearOf, lastDayOf } from '../../../src/domain/calendar/fiscal-year.ts'
import { anyDate, day } from '../arbitrary-dates.ts'

test('a fiscal year begins on 1 April and is named by that year', () => {
  expect(fiscalYearOf(day('2027-03-31'))).toBe(2026)
  expect(fiscalYearOf(day('2027-04-01'))).toBe(2027)
  expect(String(firstDayOf(2026))).toBe('2026-04-01')
  expect(String(lastDayOf(2026))).toBe('2027-03-31')
})

test('every day lies in its fiscal year', () => {
  fc.assert(
    fc.property(anyDate(), (date) => {
      const year = fiscalYearOf(date)
      expect(Temporal.PlainDate.compare(firstDayOf(year), date)).toBeLessThanOrEqual(0)
      expect(Temporal.PlainDate.compare(date, lastDayOf(year))).toBeLessThanOrEqual(0)
    }),
  )
})
