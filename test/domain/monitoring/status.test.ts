import { expect, test } from 'vitest'
import { dueStatus } from '../../../src/domain/monitoring/status.ts'
import { day, month } from '../arbitrary-dates.ts'

test.each([
  ['2026-10-31', 'upcoming'],
  ['2026-11-01', 'due-this-month'],
  ['2026-11-30', 'due-this-month'],
  ['2026-12-01', 'overdue'],
  ['2027-11-15', 'overdue'],
])('November’s monitoring on %s is %s', (today, status) => {
  expect(dueStatus(month('2026-11'), day(today))).toBe(status)
})
