import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isBusinessDay } from '../../../src/domain/calendar/working-calendar.ts'
import { bestDay, countDays, MARKS, type Marks } from '../../../src/domain/poll/choose-day.ts'
import { offerDays, overlapsAny } from '../../../src/domain/poll/offer-days.ts'
import { tokyo } from '../calendar/tokyo.ts'

const calendar = tokyo()
const day = (iso: string) => Temporal.PlainDate.from(iso)
const instant = (local: string) =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(calendar.timeZone).toInstant()

describe('days offered', () => {
  test('are business days in office hours, outside lunch, free and in order, whatever is busy', () => {
    const busySpan = fc
      .record({ hour: fc.integer({ min: 0, max: 24 * 30 }), hours: fc.integer({ min: 1, max: 9 }) })
      .map(({ hour, hours }) => {
        const from = instant('2026-06-01T00:00').add({ hours: hour })
        return { from, to: from.add({ hours }) }
      })
    fc.assert(
      fc.property(fc.array(busySpan), fc.integer({ min: 15, max: 300 }), (busy, minutes) => {
        const wanted = { from: day('2026-06-01'), to: day('2026-06-30'), minutes, most: 6 }
        const offer = offerDays(calendar, wanted, busy)
        if (!offer.ok) return
        expect(offer.days.length).toBeLessThanOrEqual(6)
        const dates = offer.days.map((at) =>
          at.toZonedDateTimeISO(calendar.timeZone).toPlainDate().toString(),
        )
        expect(dates).toEqual([...new Set(dates)].toSorted())
        for (const at of offer.days) {
          const local = at.toZonedDateTimeISO(calendar.timeZone)
          const lunch = { from: local.with({ hour: 12, minute: 0 }), to: local.with({ hour: 13, minute: 0 }) }
          const span = { from: at, to: at.add({ minutes }) }
          expect(isBusinessDay(calendar, local.toPlainDate())).toBe(true)
          const noon = { from: lunch.from.toInstant(), to: lunch.to.toInstant() }
          expect(overlapsAny(span, [...busy, noon])).toBe(false)
          const end = local.add({ minutes }).toPlainTime()
          expect(Temporal.PlainTime.compare(local.toPlainTime(), calendar.officeHours.from)).not.toBe(-1)
          expect(Temporal.PlainTime.compare(end, calendar.officeHours.to)).not.toBe(1)
        }
      }),
    )
  })

  test('are refused with what would work', () => {
    const weekend = { from: day('2026-06-06'), to: day('2026-06-07'), minutes: 60, most: 6 }
    expect(offerDays(calendar, weekend, [])).toEqual({ ok: false, why: 'closed' })
    const monday = { ...weekend, to: day('2026-06-08') }
    expect(offerDays(calendar, { ...monday, minutes: 480 }, [])).toMatchObject({ why: 'too-long' })
    const all = { from: instant('2026-06-08T00:00'), to: instant('2026-06-09T00:00') }
    expect(offerDays(calendar, monday, [all])).toEqual({ ok: false, why: 'busy' })
  })
})

describe('the best day', () => {
  const days = [1, 2, 3].map((position) => ({ position, startsAt: instant(`2026-06-0${position}T10:00`) }))

  test('suits the required before it suits many', () => {
    const answers = new Map<string, Marks>([
      ['a', { 1: 'no', 2: 'yes', 3: 'if_needed' }],
      ['b', { 1: 'yes', 2: 'no', 3: 'yes' }],
      ['c', { 1: 'yes', 2: 'no', 3: 'yes' }],
    ])
    const best = (required: string[]) =>
      bestDay(countDays(days, { asked: ['a', 'b', 'c', 'd'], required }, answers))
    expect(best(['a', 'gone'])).toMatchObject({ position: 2, because: 'required_yes', all: { silent: 1 } })
    expect(best([])).toMatchObject({ position: 3, because: 'no' })
  })

  test('never has more required who cannot than another day', () => {
    const people = ['a', 'b', 'c', 'd', 'e']
    const marks = fc.record({
      1: fc.constantFrom(...MARKS),
      2: fc.constantFrom(...MARKS),
      3: fc.constantFrom(...MARKS),
    })
    fc.assert(
      fc.property(fc.array(marks, { maxLength: 5 }), fc.subarray(people), (given, required) => {
        const answers = new Map(given.map((one, at) => [people[at] ?? '', one]))
        const counted = countDays(days, { asked: people, required }, answers)
        const best = bestDay(counted)
        expect(best?.required.no).toBe(Math.min(...counted.map((one) => one.required.no)))
      }),
    )
  })
})
