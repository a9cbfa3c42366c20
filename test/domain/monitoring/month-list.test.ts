import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readMonitoringLine } from '../../../src/domain/monitoring/certificate-text.ts'
import { INTERVALS } from '../../../src/domain/monitoring/due-months.ts'
import { readMonthList, writeMonitoringLine } from '../../../src/domain/monitoring/month-list.ts'

test.each([
  ['R8.10・R9.4', ['2026-10', '2027-04']],
  ['令和8年10月、令和9年4月', ['2026-10', '2027-04']],
  ['2026-10 2027-04', ['2026-10', '2027-04']],
  ['Ｈ３１．４・Ｒ１．５', ['2019-04', '2019-05']],
])('%s is read month by month', (typed, months) => {
  const line = readMonthList(typed)
  expect(line && 'months' in line && line.months.map(String)).toEqual(months)
})

test.each(['', '6', 'R8.10・あした', '3月ごと(H28.7~H29.4)'])('%j is no list of months', (typed) => {
  expect(readMonthList(typed)).toBeUndefined()
})

const month = fc
  .record({ year: fc.integer({ min: 2000, max: 2060 }), month: fc.integer({ min: 1, max: 12 }) })
  .map((parts) => Temporal.PlainYearMonth.from(parts))

test('what is written as the certificate prints it reads back as the same', () => {
  fc.assert(
    fc.property(fc.constantFrom(...INTERVALS), month, month, (everyMonths, first, last) => {
      const line = { everyMonths, first, last }
      expect(readMonitoringLine(writeMonitoringLine(line))).toEqual(line)
    }),
  )
  fc.assert(
    fc.property(fc.array(month, { minLength: 1, maxLength: 12 }), (months) => {
      expect(readMonthList(writeMonitoringLine({ months }))).toEqual({ months })
    }),
  )
})
