import fc from 'fast-check'
import { RRuleTemporal } from 'rrule-temporal'
import { describe, expect, test } from 'vitest'
import { isBusinessDay } from '../../../src/domain/calendar/working-calendar.ts'
import { type Occurrence, occurrences } from '../../../src/domain/series/occurrences.ts'
import type { SeriesRule } from '../../../src/domain/series/series-rule.ts'
import { anyDate, day } from '../arbitrary-dates.ts'
import { tokyo } from '../calendar/tokyo.ts'

const calendar = tokyo()
const rule = (rrule: string, onClosedDay: SeriesRule['onClosedDay'] = 'next', firstDate = '2026-04-01') => ({
  rrule,
  onClosedDay,
  firstDate: day(firstDate),
})
const said = (found: Occurrence[]) =>
  found.map((one) => {
    if ('cancelled' in one) return `${one.nominal} -`
    return one.moved ? `${one.nominal} > ${one.date}` : String(one.date)
  })
const inFiscal2026 = (series: SeriesRule, mine = calendar) =>
  said(occurrences(series, mine, day('2026-04-01'), day('2027-03-31')))

test('a third Wednesday: twelve in fiscal 2026, none of them on a closed day', () => {
  expect(inFiscal2026(rule('FREQ=MONTHLY;BYDAY=3WE'))).toEqual([
    ...['2026-04-15', '2026-05-20', '2026-06-17', '2026-07-15', '2026-08-19', '2026-09-16'],
    ...['2026-10-21', '2026-11-18', '2026-12-16', '2027-01-20', '2027-02-17', '2027-03-17'],
  ])
})

describe('on a closed day', () => {
  const fourthMonday = 'FREQ=MONTHLY;BYDAY=4MO;BYMONTH=11'

  test('a meeting goes to the next or the previous open day, or is cancelled, and keeps its nominal day', () => {
    expect(inFiscal2026(rule(fourthMonday, 'next'))).toEqual(['2026-11-23 > 2026-11-24'])
    expect(inFiscal2026(rule(fourthMonday, 'previous'))).toEqual(['2026-11-23 > 2026-11-20'])
    expect(inFiscal2026(rule(fourthMonday, 'skip'))).toEqual(['2026-11-23 -'])
  })

  test('it passes over a day that another meeting of the series holds', () => {
    const twice = inFiscal2026(rule('FREQ=WEEKLY;BYDAY=MO,TU', 'next'))
    expect(twice).toContain('2026-11-23 > 2026-11-25')
    expect(twice).toContain('2026-11-24')
  })

  test('several of one closed stretch keep their order, whichever way they move', () => {
    const golden = (onClosedDay: 'previous' | 'next') =>
      said(
        occurrences(
          rule('FREQ=WEEKLY;BYDAY=MO,TU', onClosedDay),
          tokyo({ closedDays: [{ date: day('2026-06-01') }, { date: day('2026-06-02') }] }),
          day('2026-06-01'),
          day('2026-06-07'),
        ),
      )
    expect(golden('next')).toEqual(['2026-06-01 > 2026-06-03', '2026-06-02 > 2026-06-04'])
    expect(golden('previous')).toEqual(['2026-06-01 > 2026-05-28', '2026-06-02 > 2026-05-29'])
  })

  test('a daily meeting is cancelled: every open day is taken', () => {
    const found = said(occurrences(rule('FREQ=DAILY'), calendar, day('2026-11-20'), day('2026-11-24')))
    expect(found).toEqual(['2026-11-20', '2026-11-21 -', '2026-11-22 -', '2026-11-23 -', '2026-11-24'])
  })

  test('closed for over two weeks, it is cancelled rather than moved out of its season', () => {
    const augustOff = tokyo({ closedDays: [{ yearlyFrom: '08-01', yearlyTo: '08-31' }] })
    const august = rule('FREQ=YEARLY;BYMONTH=8;BYMONTHDAY=5,26')
    expect(inFiscal2026(august, augustOff)).toEqual(['2026-08-05 -', '2026-08-26 > 2026-09-01'])
  })

  test('where nobody ever works, every meeting is cancelled', () => {
    const found = inFiscal2026(rule('FREQ=MONTHLY;BYDAY=3WE'), tokyo({ workingDays: [] }))
    expect(found.length).toBe(12)
    expect(found.every((one) => one.endsWith(' -'))).toBe(true)
  })
})

describe('an occurrence belongs to the window of its nominal day', () => {
  const series = rule('FREQ=MONTHLY;BYDAY=4MO', 'next')

  test('moved out of the window it is still in it', () => {
    const found = said(occurrences(series, calendar, day('2026-11-16'), day('2026-11-23')))
    expect(found).toEqual(['2026-11-23 > 2026-11-24'])
  })

  test('moved into a window from outside it is not in it', () => {
    expect(occurrences(series, calendar, day('2026-11-24'), day('2026-11-30'))).toEqual([])
  })
})

test('a window before the first day, or turned round, holds nothing', () => {
  const series = rule('FREQ=DAILY')
  expect(occurrences(series, calendar, day('2026-03-01'), day('2026-03-31'))).toEqual([])
  expect(occurrences(series, calendar, day('2026-06-30'), day('2026-06-01'))).toEqual([])
})

describe('of any series, calendar and window', () => {
  const weekday = fc.constantFrom('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU')
  const weekdays = fc.uniqueArray(weekday, { minLength: 1, maxLength: 4 }).map((all) => all.join(','))
  const rrule = fc.oneof(
    fc.tuple(fc.integer({ min: 1, max: 5 }), weekday).map(([nth, one]) => `FREQ=MONTHLY;BYDAY=${nth}${one}`),
    weekdays.map((all) => `FREQ=WEEKLY;BYDAY=${all}`),
    fc
      .tuple(fc.integer({ min: 2, max: 4 }), weekdays)
      .map(([n, all]) => `FREQ=WEEKLY;INTERVAL=${n};BYDAY=${all}`),
    fc.integer({ min: 1, max: 31 }).map((date) => `FREQ=MONTHLY;BYMONTHDAY=${date}`),
    fc.integer({ min: 1, max: 5 }).map((n) => `FREQ=DAILY;INTERVAL=${n}`),
  )
  const series = fc.record({
    rrule,
    firstDate: anyDate('2024-01-01', '2026-12-31'),
    onClosedDay: fc.constantFrom('previous' as const, 'next' as const, 'skip' as const),
  })
  const anyCalendar = fc
    .record({
      workingDays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
      closed: anyDate('2026-01-01', '2027-12-31'),
      days: fc.integer({ min: 0, max: 40 }),
    })
    .map(({ workingDays, closed, days }) => {
      const closedDays = Array.from({ length: days }, (_, at) => ({ date: closed.add({ days: at }) }))
      return tokyo({ workingDays, closedDays })
    })
  const window = fc
    .tuple(anyDate('2026-01-01', '2027-12-31'), fc.integer({ min: 0, max: 400 }))
    .map(([from, days]) => ({ from, to: from.add({ days }) }))
  const any = [series, anyCalendar, window] as const

  test('no meeting is held on a closed day, and no two on one day', () => {
    fc.assert(
      fc.property(...any, (mine, itsCalendar, { from, to }) => {
        const held = occurrences(mine, itsCalendar, from, to).flatMap((one) =>
          'date' in one ? [one.date] : [],
        )
        expect(held.every((date) => isBusinessDay(itsCalendar, date))).toBe(true)
        expect(new Set(held.map(String)).size).toBe(held.length)
      }),
    )
  })

  test('the nominal days are those that the rule alone names', () => {
    fc.assert(
      fc.property(...any, (mine, itsCalendar, { from, to }) => {
        const start = mine.firstDate.toString().replaceAll('-', '')
        const plain = new RRuleTemporal({
          rruleString: `DTSTART;TZID=UTC:${start}T000000\nRRULE:${mine.rrule}`,
        })
          .between(from.toZonedDateTime('UTC'), to.toZonedDateTime('UTC'), true)
          .map((at) => at.toPlainDate().toString())
        const found = occurrences(mine, itsCalendar, from, to).map(({ nominal }) => nominal.toString())
        expect(found).toEqual(plain)
      }),
    )
  })

  test('two windows side by side hold what one over both holds', () => {
    fc.assert(
      fc.property(...any, fc.integer({ min: 0, max: 400 }), (mine, itsCalendar, { from, to }, cut) => {
        const middle = from.add({ days: Math.min(cut, from.until(to).days) })
        const parts = [
          ...occurrences(mine, itsCalendar, from, middle),
          ...occurrences(mine, itsCalendar, middle.add({ days: 1 }), to),
        ]
        expect(said(parts)).toEqual(said(occurrences(mine, itsCalendar, from, to)))
      }),
    )
  })

  test('meetings that move keep the order of the rule', () => {
    fc.assert(
      fc.property(...any, (mine, itsCalendar, { from, to }) => {
        const moved = occurrences(mine, itsCalendar, from, to).flatMap((one) =>
          'date' in one && one.moved ? [one.date] : [],
        )
        expect(moved.map(String)).toEqual(moved.map(String).sort())
      }),
    )
  })
})
