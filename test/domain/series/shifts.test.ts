import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isBusinessDay, type WorkingCalendar } from '../../../src/domain/calendar/working-calendar.ts'
import { occurrences } from '../../../src/domain/series/occurrences.ts'
import type { SeriesRule } from '../../../src/domain/series/series-rule.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const CALENDAR: WorkingCalendar = {
  timeZone: 'Asia/Tokyo',
  workingDays: [1, 2, 3, 4, 5],
  officeHours: { from: Temporal.PlainTime.from('08:30'), to: Temporal.PlainTime.from('17:15') },
  closedDays: [{ yearlyFrom: '12-29', yearlyTo: '01-03' }],
}
const WEDNESDAYS: SeriesRule = {
  rrule: 'FREQ=MONTHLY;BYDAY=2WE',
  firstDate: day('2026-04-01'),
  onClosedDay: 'next',
}
const held = (rule: SeriesRule, from: string, to: string) =>
  occurrences(rule, CALENDAR, day(from), day(to)).map((one) => ('date' in one ? one.date.toString() : 'none'))

test('from one meeting on the day is another, and its identity stays; the latest decision counts', () => {
  const shifts = [
    { from: day('2026-07-08'), days: -1 },
    { from: day('2026-06-10'), days: 1 },
  ]
  expect(held({ ...WEDNESDAYS, shifts }, '2026-05-01', '2026-08-31')).toEqual([
    '2026-05-13',
    '2026-06-11',
    '2026-07-07',
    // 8月11日は山の日
    '2026-08-12',
  ])
  const nominals = (rule: SeriesRule) =>
    occurrences(rule, CALENDAR, day('2026-04-01'), day('2027-03-31')).map(({ nominal }) => nominal.toString())
  expect(nominals({ ...WEDNESDAYS, shifts })).toEqual(nominals(WEDNESDAYS))
})

test('whatever was decided, no day is closed, and a window shows what a wider one does', () => {
  const shift = fc.record({
    from: fc.integer({ min: 0, max: 400 }).map((days) => day('2026-04-01').add({ days })),
    days: fc.integer({ min: -28, max: 28 }),
  })
  const rules = fc.constantFrom(
    'FREQ=MONTHLY;BYDAY=2WE',
    'FREQ=MONTHLY;BYDAY=1TH,3TH',
    'FREQ=MONTHLY;BYMONTHDAY=29',
  )
  fc.assert(
    fc.property(rules, fc.array(shift, { maxLength: 1 }), (rrule, shifts) => {
      const rule = { ...WEDNESDAYS, rrule, shifts }
      const whole = occurrences(rule, CALENDAR, day('2026-04-01'), day('2027-03-31'))
      const dates = whole.flatMap((one) => ('date' in one ? [one.date] : []))
      for (const date of dates) expect(isBusinessDay(CALENDAR, date)).toBe(true)
      const part = occurrences(rule, CALENDAR, day('2026-09-01'), day('2026-09-30'))
      expect(part).toEqual(whole.filter(({ nominal }) => nominal.year === 2026 && nominal.month === 9))
    }),
    { numRuns: 60 },
  )
})
