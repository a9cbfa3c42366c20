import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addBusinessDays,
  businessDayOnOrAfter,
  businessDayOnOrBefore,
  closedReason,
  dateAt,
  firstBusinessDayOf,
  firstBusinessDayOfWeek,
  holidayName,
  isBusinessDay,
  toInstant,
} from '../../../src/domain/calendar/working-calendar.ts'
import { anyDate, day, month } from '../arbitrary-dates.ts'
import { tokyo } from './tokyo.ts'

const calendar = tokyo()
const neverOpen = tokyo({ workingDays: [] })

describe('closed days', () => {
  test.each([
    ['2026-11-21', 'weekend'],
    ['2026-11-23', 'holiday'],
    ['2026-12-29', 'closed'],
    ['2027-01-01', 'holiday'],
    ['2027-01-03', 'weekend'],
    ['2028-01-03', 'closed'],
    ['2026-12-28', undefined],
    ['2027-01-04', undefined],
  ])('%s: %s', (date, reason) => {
    expect(closedReason(calendar, day(date))).toBe(reason)
  })

  test.each([
    ['between two holidays', '2032-09-21', '休日'],
    ['in place of one on a Sunday', '2026-05-06', '休日'],
    ['moved for one year', '2021-07-22', '海の日'],
    ['of the equinox', '2026-03-20', '春分の日'],
  ])('a holiday %s is known by name', (_, date, name) => {
    expect(holidayName(day(date))).toContain(name)
    expect(isBusinessDay(calendar, day(date))).toBe(false)
  })

  test('a single closed day closes that year only', () => {
    const founding = tokyo({ closedDays: [{ date: day('2026-06-15') }] })
    expect(closedReason(founding, day('2026-06-15'))).toBe('closed')
    expect(closedReason(founding, day('2027-06-15'))).toBeUndefined()
  })

  test('a yearly stretch inside one year closes both its ends and nothing beyond', () => {
    const obon = tokyo({ closedDays: [{ yearlyFrom: '08-13', yearlyTo: '08-14' }] })
    const closed = ['2026-08-12', '2026-08-13', '2026-08-14', '2026-08-17'].filter(
      (date) => closedReason(obon, day(date)) === 'closed',
    )
    expect(closed).toEqual(['2026-08-13', '2026-08-14'])
  })

  test('a day declared open is open in spite of weekend and holiday', () => {
    const fair = tokyo({ openDays: [day('2026-11-21'), day('2026-11-23')] })
    expect(isBusinessDay(fair, day('2026-11-21'))).toBe(true)
    expect(isBusinessDay(fair, day('2026-11-23'))).toBe(true)
    expect(isBusinessDay(fair, day('2026-11-22'))).toBe(false)
  })
})

describe('counting business days', () => {
  test('five business days before a meeting pass over weekend and holiday', () => {
    expect(String(addBusinessDays(calendar, day('2026-11-25'), -5))).toBe('2026-11-17')
  })

  test('the day itself does not count, and none is the day itself, closed or not', () => {
    expect(String(addBusinessDays(calendar, day('2026-11-20'), 1))).toBe('2026-11-24')
    expect(String(addBusinessDays(calendar, day('2026-11-22'), 0))).toBe('2026-11-22')
  })

  test('the first business day of January is the 4th; of a month closed altogether, none', () => {
    expect(String(firstBusinessDayOf(calendar, month('2027-01')))).toBe('2027-01-04')
    const augustOff = tokyo({ closedDays: [{ yearlyFrom: '08-01', yearlyTo: '08-31' }] })
    expect(firstBusinessDayOf(augustOff, month('2026-08'))).toBeUndefined()
  })

  test('the first business day of a week follows its holidays, whichever day of the week asks', () => {
    for (const date of ['2026-11-23', '2026-11-26', '2026-11-29'])
      expect(String(firstBusinessDayOfWeek(calendar, day(date)))).toBe('2026-11-24')
    expect(String(firstBusinessDayOfWeek(calendar, day('2026-05-08')))).toBe('2026-05-07')
  })

  test('a week closed throughout has no first business day', () => {
    const closedWeek = tokyo({ closedDays: [{ yearlyFrom: '08-10', yearlyTo: '08-16' }] })
    expect(firstBusinessDayOfWeek(closedWeek, day('2026-08-12'))).toBeUndefined()
  })

  test('there and back again ends on the same business day', () => {
    fc.assert(
      fc.property(anyDate(), fc.integer({ min: -60, max: 60 }), (date, n) => {
        const start = businessDayOnOrAfter(calendar, date)
        const there = start && addBusinessDays(calendar, start, n)
        expect(String(there && addBusinessDays(calendar, there, -n))).toBe(String(start))
      }),
    )
  })

  test('between a day and its n-th business day lie exactly n business days', () => {
    fc.assert(
      fc.property(anyDate(), fc.integer({ min: 1, max: 30 }), (date, n) => {
        const found = addBusinessDays(calendar, date, n)
        const passed = Array.from({ length: date.until(found!).days }, (_, days) =>
          date.add({ days: days + 1 }),
        )
        expect(passed.filter((one) => isBusinessDay(calendar, one)).length).toBe(n)
      }),
    )
  })

  test('the nearest business day is one, and nothing nearer is', () => {
    fc.assert(
      fc.property(anyDate(), (date) => {
        const after = businessDayOnOrAfter(calendar, date)!
        const before = businessDayOnOrBefore(calendar, date)!
        for (let at = before; Temporal.PlainDate.compare(at, after) <= 0; at = at.add({ days: 1 }))
          expect(isBusinessDay(calendar, at)).toBe(at.equals(before) || at.equals(after))
      }),
    )
  })
})

test('a calendar without a working day gives nothing, and at once', () => {
  const date = day('2026-11-20')
  expect([
    businessDayOnOrAfter(neverOpen, date),
    businessDayOnOrBefore(neverOpen, date),
    addBusinessDays(neverOpen, date, -5),
    firstBusinessDayOf(neverOpen, month('2026-11')),
    firstBusinessDayOfWeek(neverOpen, date),
  ]).toEqual([undefined, undefined, undefined, undefined, undefined])
})

test.each([1e9, -1e9, 1.5, Number.NaN, Number.POSITIVE_INFINITY])(
  '%d business days ahead are refused',
  (n) => {
    expect(addBusinessDays(calendar, day('2026-11-20'), n)).toBeUndefined()
  },
)

test('a day and an instant lead to each other in the region’s zone, not the machine’s', () => {
  const midnight = toInstant(calendar, day('2026-11-20'), Temporal.PlainTime.from('00:00'))
  expect(midnight.toString()).toBe('2026-11-19T15:00:00Z')
  expect(String(dateAt(calendar, midnight))).toBe('2026-11-20')
  expect(String(dateAt(calendar, midnight.subtract({ seconds: 1 })))).toBe('2026-11-19')
})
