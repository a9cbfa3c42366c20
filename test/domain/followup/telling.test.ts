import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addBusinessDays, isBusinessDay } from '../../../src/domain/calendar/working-calendar.ts'
import { lateFollowUps, toldFollowUps } from '../../../src/domain/followup/telling.ts'
import { tokyo } from '../calendar/tokyo.ts'

const day = (iso: string) => Temporal.PlainDate.from(iso)
const calendar = tokyo()
const due = (dueOn: Temporal.PlainDate, isNew = false) => ({
  id: '1',
  memberId: 'riku',
  code: null,
  dueOn,
  givenBy: 'midori',
  isNew,
})
const why = (dueOn: string, today: string, since: string, isNew = false, weekly = false) =>
  toldFollowUps([due(day(dueOn), isNew)], { today: day(today), since: day(since), calendar }, weekly).map(
    (one) => one.why,
  )

test.each([
  ['the business day before', '2026-09-15', '2026-09-14', '2026-09-11', ['soon']],
  ['Friday, for a Monday', '2026-09-14', '2026-09-11', '2026-09-10', ['soon']],
  ['the day itself', '2026-09-15', '2026-09-15', '2026-09-14', []],
  ['the day itself, after an outage', '2026-09-15', '2026-09-15', '2026-09-11', ['soon']],
  ['the day after', '2026-09-15', '2026-09-16', '2026-09-15', ['overdue']],
  ['two days after', '2026-09-15', '2026-09-17', '2026-09-16', []],
  ['long before', '2026-09-30', '2026-09-14', '2026-09-11', []],
])('%s', (_, dueOn, today, since, expected) => {
  expect(why(dueOn, today, since)).toEqual(expected)
})

test('a new one is told once, and what is past its day weekly', () => {
  expect(why('2026-09-30', '2026-09-14', '2026-09-11', true)).toEqual(['new'])
  expect(why('2026-09-01', '2026-09-14', '2026-09-11', false, true)).toEqual(['overdue'])
})

test('over every business day until it is past, one is told exactly twice: before and after its day', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 300 }), (ahead) => {
      const dueOn = day('2026-04-01').add({ days: ahead })
      let since = day('2026-04-01')
      const told: string[] = []
      const end = addBusinessDays(calendar, dueOn, 3) ?? dueOn
      for (
        let today = since.add({ days: 1 });
        Temporal.PlainDate.compare(today, end) <= 0;
        today = today.add({ days: 1 })
      ) {
        if (!isBusinessDay(calendar, today)) continue
        told.push(...toldFollowUps([due(dueOn)], { today, since, calendar }, false).map((one) => one.why))
        since = today
      }
      expect(told).toEqual(['soon', 'overdue'])
    }),
    { numRuns: 60 },
  )
})

test('the centre hears of it on the eleventh business day after, and weekly from then on', () => {
  const late = (today: string, since: string, weekly: boolean) =>
    lateFollowUps([due(day('2026-09-01'))], { today: day(today), since: day(since), calendar }, weekly).length
  expect(late('2026-09-15', '2026-09-14', true)).toBe(0)
  expect(late('2026-09-16', '2026-09-15', false)).toBe(1)
  expect(late('2026-09-17', '2026-09-16', false)).toBe(0)
  expect(late('2026-09-24', '2026-09-18', true)).toBe(1)
})
