import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isWithinOfficeHours, nextOfficeInstant } from '../../../src/domain/calendar/working-calendar.ts'
import { anyDate } from '../arbitrary-dates.ts'
import { at, tokyo } from './tokyo.ts'

const calendar = tokyo()
const time = (text: string) => Temporal.PlainTime.from(text)
const next = (text: string) => String(nextOfficeInstant(calendar, at(text)))

test('offices are open from the opening to just before the closing', () => {
  const open = ['08:29:59', '08:30', '17:14:59', '17:15'].filter((clock) =>
    isWithinOfficeHours(calendar, at(`2026-11-20T${clock}`)),
  )
  expect(open).toEqual(['08:30', '17:14:59'])
})

test('within office hours it is now', () => {
  expect(next('2026-11-20T10:00')).toBe(String(at('2026-11-20T10:00')))
})

test.each([
  ['early in the morning', '2026-11-20T06:00', '2026-11-20T08:30'],
  ['at the closing, over a long weekend', '2026-11-20T17:15', '2026-11-24T08:30'],
  ['over the new year', '2026-12-28T20:00', '2027-01-04T08:30'],
])('%s it is the next opening', (_, now, opening) => {
  expect(next(now)).toBe(String(at(opening)))
})

test('what is found is always within office hours and never in the past', () => {
  const zone = fc.constantFrom('Asia/Tokyo', 'America/New_York', 'Europe/London', 'Australia/Lord_Howe')
  const minute = fc.integer({ min: 0, max: 1439 })
  fc.assert(
    fc.property(zone, anyDate(), minute, minute, minute, (timeZone, date, now, opens, closes) => {
      const clock = (minutes: number) => time('00:00').add({ minutes })
      const mine = tokyo({ timeZone, officeHours: { from: clock(opens), to: clock(closes) } })
      const instant = date.toZonedDateTime({ timeZone, plainTime: clock(now) }).toInstant()
      const found = nextOfficeInstant(mine, instant)
      expect(found !== undefined).toBe(opens < closes)
      if (!found) return
      expect(isWithinOfficeHours(mine, found)).toBe(true)
      expect(Temporal.Instant.compare(found, instant)).toBeGreaterThanOrEqual(0)
    }),
  )
})

test('an opening that a change of summer time swallows is passed over', () => {
  const night = tokyo({
    timeZone: 'America/New_York',
    workingDays: [7, 1],
    officeHours: { from: time('02:10'), to: time('02:50') },
  })
  const found = nextOfficeInstant(night, at('2026-03-08T00:00', 'America/New_York'))
  expect(String(found)).toBe(String(at('2026-03-09T02:10', 'America/New_York')))
})

test('offices that never open have no next opening', () => {
  expect(nextOfficeInstant(tokyo({ workingDays: [] }), at('2026-11-20T06:00'))).toBeUndefined()
  const reversed = tokyo({ officeHours: { from: time('17:00'), to: time('09:00') } })
  expect(nextOfficeInstant(reversed, at('2026-11-20T06:00'))).toBeUndefined()
})
