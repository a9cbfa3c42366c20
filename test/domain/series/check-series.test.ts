import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkSeries } from '../../../src/domain/series/check-series.ts'
import { occurrences } from '../../../src/domain/series/occurrences.ts'
import type { SeriesRule } from '../../../src/domain/series/series-rule.ts'
import { day } from '../arbitrary-dates.ts'
import { tokyo } from '../calendar/tokyo.ts'

const first = day('2026-04-01')
const refused = (series: SeriesRule, calendar = tokyo()) => {
  const checked = checkSeries(series, calendar)
  return checked.ok ? undefined : checked.fault
}
const faultOf = (rrule: string) => refused({ rrule, firstDate: first, onClosedDay: 'next' })

describe('rules that councils live by pass', () => {
  test.each([
    'FREQ=MONTHLY;BYDAY=3WE',
    'FREQ=MONTHLY;BYDAY=-1FR',
    'FREQ=MONTHLY;BYDAY=TU,WE,TH;BYSETPOS=1',
    'FREQ=YEARLY;BYMONTH=7,3;BYDAY=2FR',
    'FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=15',
    'FREQ=MONTHLY;BYMONTH=4,6,8,10,12,2;BYDAY=2TH',
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;WKST=MO',
    'FREQ=DAILY',
    'FREQ=MONTHLY;BYDAY=3WE;UNTIL=20270331',
    'FREQ=MONTHLY;BYDAY=3WE;COUNT=12',
    'freq=monthly;byday=3we',
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29',
  ])('%s', (rrule) => {
    expect(faultOf(rrule)).toBeUndefined()
  })
})

describe('what cannot be a meeting’s rule is refused, with the part that is wrong', () => {
  test.each(['SECONDLY', 'MINUTELY', 'HOURLY', 'secondly'])('FREQ=%s', (frequency) => {
    expect(faultOf(`FREQ=${frequency}`)).toEqual({ reason: 'too-frequent' })
  })

  test.each([
    'FREQ=DAILY;BYHOUR=9,10',
    'FREQ=DAILY;BYSECOND=1',
    'DTSTART=20260401;FREQ=DAILY',
    'FREQ=DAILY\nRDATE:20260401',
    'FREQ=DAILY;UNTIL=20270331T150000Z',
  ])('a time or a start of its own: %j', (rrule) => {
    expect(faultOf(rrule)).toEqual({ reason: 'own-time' })
  })

  test.each([
    ['', ''],
    ['毎月第3水曜', '毎月第3水曜'],
    ['INTERVAL=2', 'FREQ'],
    ['FREQ=FORTNIGHTLY', 'FREQ=FORTNIGHTLY'],
    ['RRULE:FREQ=MONTHLY', 'RRULE:FREQ=MONTHLY'],
    ['FREQ=MONTHLY;BYDAYS=3WE', 'BYDAYS=3WE'],
    ['FREQ=MONTHLY;BYDAY=3XX', 'BYDAY=3XX'],
    ['FREQ=MONTHLY;BYDAY=0WE', 'BYDAY=0WE'],
    ['FREQ=MONTHLY;BYDAY=', 'BYDAY='],
    ['FREQ=MONTHLY;BYDAY=1MO;BYDAY=2TU', 'BYDAY=2TU'],
    ['FREQ=MONTHLY;BYMONTH=13', 'BYMONTH=13'],
    ['FREQ=MONTHLY;BYMONTHDAY=32', 'BYMONTHDAY=32'],
    ['FREQ=MONTHLY;BYMONTHDAY=0', 'BYMONTHDAY=0'],
    ['FREQ=YEARLY;BYWEEKNO=60', 'BYWEEKNO=60'],
    ['FREQ=MONTHLY;INTERVAL=0', 'INTERVAL=0'],
    ['FREQ=MONTHLY;INTERVAL=1.5', 'INTERVAL=1.5'],
    ['FREQ=DAILY;INTERVAL=1000000000', 'INTERVAL=1000000000'],
    ['FREQ=DAILY;COUNT=1000000000', 'COUNT=1000000000'],
    ['FREQ=MONTHLY;COUNT=0', 'COUNT=0'],
    ['FREQ=MONTHLY;UNTIL=20261301', 'UNTIL=20261301'],
    ['FREQ=MONTHLY;CONSTRUCTOR=1', 'CONSTRUCTOR=1'],
    ['FREQ=MONTHLY;RSCALE=CHINESE;SKIP=FORWARD', 'RSCALE=CHINESE'],
  ])('%j: %j', (rrule, detail) => {
    expect(faultOf(rrule)).toEqual({ reason: 'malformed', detail })
  })

  test.each(['FREQ=WEEKLY;BYDAY=5MO', 'FREQ=MONTHLY;BYSETPOS=1', 'FREQ=DAILY;COUNT=3;UNTIL=20270331'])(
    'parts that do not go together: %s',
    (rrule) => {
      expect(faultOf(rrule)?.reason).toBe('malformed')
    },
  )

  test.each([
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1'],
    ['FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30', 'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=-1'],
    ['FREQ=MONTHLY;BYDAY=9WE', 'FREQ=MONTHLY;BYDAY=-1WE'],
    ['FREQ=MONTHLY;BYDAY=-6FR', 'FREQ=MONTHLY;BYDAY=1FR'],
    ['freq=monthly;byday=3we;until=20260331', 'FREQ=MONTHLY;BYDAY=3WE'],
    ['FREQ=MONTHLY;BYDAY=1MO;BYSETPOS=3', 'FREQ=MONTHLY;BYDAY=1MO'],
  ])('a rule that never comes, with one that does: %s', (rrule, works) => {
    expect(faultOf(rrule)).toEqual({ reason: 'never', works })
    expect(faultOf(works)).toBeUndefined()
  })

  test('a rule longer than any is refused unread', () => {
    expect(faultOf(`FREQ=MONTHLY;BYDAY=${Array(5000).fill('1MO').join(',')}`)?.reason).toBe('malformed')
  })
})

test('whatever passes can be expanded', () => {
  const part = fc.constantFrom(
    ...[
      'INTERVAL=3',
      'COUNT=4000',
      'UNTIL=20291231',
      'BYDAY=MO',
      'BYDAY=1MO,-1FR',
      'BYMONTH=2,4',
      'BYMONTHDAY=29,-1',
    ],
    ...['BYYEARDAY=60', 'BYWEEKNO=53', 'BYSETPOS=-1', 'WKST=SU', 'BYMONTH=0', 'BYEASTER=1', ''],
  )
  const frequency = fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY')
  fc.assert(
    fc.property(frequency, fc.array(part, { maxLength: 3 }), (freq, parts) => {
      const rrule = [`FREQ=${freq}`, ...parts].join(';')
      const rule = { rrule, firstDate: day('2016-02-29'), onClosedDay: 'next' } as const
      fc.pre(refused(rule) === undefined)
      const found = occurrences(rule, tokyo(), day('2026-04-01'), day('2027-03-31'))
      expect(found.length).toBeLessThanOrEqual(365)
    }),
    { numRuns: 60 },
  )
})

describe('a series that would never meet is refused, with what would work', () => {
  const onThursdays = { weekday: 'TH', firstDate: first, onClosedDay: 'next' } as const

  test('more a year than there are such days', () => {
    expect(refused({ ...onThursdays, timesAYear: 52 })).toBeUndefined()
    expect(refused({ ...onThursdays, timesAYear: 53 })).toEqual({ reason: 'too-many-a-year', most: 52 })
    const second = { ...onThursdays, nth: [2] }
    expect(refused({ ...second, timesAYear: 13 })).toEqual({ reason: 'too-many-a-year', most: 12 })
    expect(refused({ ...second, timesAYear: 12 })).toBeUndefined()
    expect(refused({ ...onThursdays, nth: [5], timesAYear: 5 })).toEqual({
      reason: 'too-many-a-year',
      most: 4,
    })
    expect(refused({ ...second, months: [4, 10], timesAYear: 3 })).toEqual({
      reason: 'too-many-a-year',
      most: 2,
    })
  })

  test('a business day that no month has', () => {
    const monthly = { firstDate: first, onClosedDay: 'next' } as const
    expect(refused({ ...monthly, businessDay: 30 })).toEqual({ reason: 'no-such-business-day', most: 18 })
    expect(refused({ ...monthly, businessDay: -30 })).toEqual({ reason: 'no-such-business-day', most: 18 })
    expect(refused({ ...monthly, businessDay: 0 })?.reason).toBe('no-such-business-day')
    expect(refused({ ...monthly, businessDay: -18 })).toBeUndefined()
  })

  test('a rule whose days are in none of its months', () => {
    const april = { rrule: 'FREQ=YEARLY;BYMONTH=4;BYDAY=2TH', firstDate: first, onClosedDay: 'next' } as const
    expect(refused({ ...april, months: [5, 7] })).toEqual({ reason: 'no-such-month' })
    expect(refused({ ...april, months: [4, 5] })).toBeUndefined()
  })

  test('days that are all closed, with nowhere to move', () => {
    const sundays = { rrule: 'FREQ=WEEKLY;BYDAY=SU', firstDate: first } as const
    expect(refused({ ...sundays, onClosedDay: 'skip' })).toEqual({ reason: 'never-open' })
    const onSaturday = { ...sundays, onClosedDay: 'weekday', closedDayWeekdays: ['SA'] } as const
    expect(refused(onSaturday)).toEqual({ reason: 'never-open' })
    expect(refused({ ...onSaturday, closedDayWeekdays: ['SA', 'FR'] })).toBeUndefined()
    expect(refused({ ...sundays, onClosedDay: 'next' })).toBeUndefined()
    expect(refused({ ...sundays, onClosedDay: 'next' }, tokyo({ workingDays: [] }))).toEqual({
      reason: 'never-open',
    })
  })

  test('days that are always another series’, with nowhere to move', () => {
    const weekly = { rrule: 'FREQ=WEEKLY;BYDAY=TH', firstDate: first, onClosedDay: 'next' } as const
    const daily = { ...weekly, rrule: 'FREQ=DAILY' }
    const gives = (to: SeriesRule) => ({
      ...weekly,
      givesWayTo: [{ to, within: 'day', moveTo: 'next' } as const],
    })
    expect(refused(gives(daily))).toEqual({ reason: 'never-free' })
    expect(refused(gives(weekly))).toBeUndefined()
  })
})
