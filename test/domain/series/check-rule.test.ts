import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkRule, occurrences } from '../../../src/domain/series/occurrences.ts'
import { day } from '../arbitrary-dates.ts'
import { tokyo } from '../calendar/tokyo.ts'

const first = day('2026-04-01')
const faultOf = (rrule: string, firstDate = first) => {
  const checked = checkRule(rrule, firstDate)
  return checked.ok ? undefined : checked.fault
}

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
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=MONTHLY;BYDAY=9WE',
    'FREQ=MONTHLY;UNTIL=20260331',
  ])('a rule that never comes: %s', (rrule) => {
    expect(faultOf(rrule)).toEqual({ reason: 'never' })
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
      fc.pre(checkRule(rrule, day('2016-02-29')).ok)
      const rule = { rrule, firstDate: day('2016-02-29'), onClosedDay: 'next' } as const
      const found = occurrences(rule, tokyo(), day('2026-04-01'), day('2027-03-31'))
      expect(found.length).toBeLessThanOrEqual(365)
    }),
    { numRuns: 60 },
  )
})
