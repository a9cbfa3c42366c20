import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readTime } from '../../../src/domain/calendar/read-time.ts'

test.each([
  ['14:00', '14:00'],
  ['９：３０', '09:30'],
  ['14時', '14:00'],
  ['14時半', '14:30'],
  ['午後2時5分', '14:05'],
  ['午前 10時', '10:00'],
  ['1530', '15:30'],
  ['0:00', '00:00'],
])('%s is a time of day', (typed, time) => {
  expect(readTime(typed)?.toString({ smallestUnit: 'minute' })).toBe(time)
})

test.each(['', '14', '24:00', '25時', '12:60', '午後', '半', '14:0', 'noon', '99999'])(
  '%s is none',
  (typed) => {
    expect(readTime(typed)).toBeUndefined()
  },
)

test('any text is read or refused', () => {
  fc.assert(fc.property(fc.string(), (typed) => readTime(typed) !== null))
})
