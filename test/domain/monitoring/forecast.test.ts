import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ForecastFacts, forecast } from '../../../src/domain/monitoring/forecast/forecast.ts'
import { workOf } from '../../../src/domain/monitoring/forecast/month-load.ts'

const month = (iso: string) => Temporal.PlainYearMonth.from(iso)
const FACTS: ForecastFacts = {
  from: month('2026-11'),
  offices: [
    {
      id: 'kumo',
      name: '相談室 くも',
      fullTime: 1.5,
      opening: { newUsers: 3, from: month('2026-12'), kinds: '児童' },
    },
    { id: 'hana', name: '相談室 はな', fullTime: undefined, opening: undefined },
    { id: 'mori', name: '相談室 もり', fullTime: 0, opening: { newUsers: 2, from: month('2026-09') } },
  ],
  municipalities: [
    { id: 'a', name: 'あ市' },
    { id: 'b', name: 'い町' },
  ],
  counts: [
    { office: 'kumo', municipality: 'a', month: month('2026-11'), monitoring: 10, renewals: 2, newPlans: 1 },
    { office: 'kumo', municipality: 'b', month: month('2027-10'), monitoring: 6, renewals: 5, newPlans: 0 },
    { office: 'hana', municipality: null, month: month('2026-11'), monitoring: 4, renewals: 0, newPlans: 0 },
  ],
  selfPlans: [{ municipality: 'a', wished: 2, unwished: 3, cases: 20 }],
}

test('twelve months, each with what it holds; plans needed are renewals and first plans together', () => {
  const { months, total, peak } = forecast(FACTS)
  expect([months[0]?.toString(), months.at(-1)?.toString()]).toEqual(['2026-11', '2027-10'])
  expect(months).toHaveLength(12)
  expect(total[0]).toEqual({ monitoring: 14, renewals: 2, newPlans: 1, plansNeeded: 3 })
  expect(total[1]).toEqual({ monitoring: 0, renewals: 0, newPlans: 0, plansNeeded: 0 })
  expect(total[11]).toEqual({ monitoring: 6, renewals: 5, newPlans: 0, plansNeeded: 5 })
  expect(peak).toBe(0)
})

test('a month outside the twelve is not counted', () => {
  const counts = ['2026-10', '2027-11'].map((iso) => ({
    office: 'kumo',
    municipality: 'a',
    month: month(iso),
    monitoring: 1,
    renewals: 1,
    newPlans: 1,
  }))
  const { total, peak, busiest } = forecast({ ...FACTS, counts })
  expect(total.every((load) => workOf(load) === 0)).toBe(true)
  expect(peak).toBeUndefined()
  expect(busiest).toEqual([])
})

test('work a full-time equivalent is told, each month, where somebody said how many there are', () => {
  const [kumo, hana, mori] = forecast(FACTS).offices
  expect(kumo?.monthsPerFullTime?.[0]).toBeCloseTo(13 / 1.5)
  expect(kumo?.monthsPerFullTime?.[1]).toBe(0)
  expect(kumo?.perFullTime).toBeCloseTo((16 + 8) / 12 / 1.5)
  for (const office of [hana, mori])
    expect([office?.perFullTime, office?.monthsPerFullTime]).toEqual([undefined, undefined])
})

test('the busiest come first: by full-time equivalent, then those that told none by their sum; idle ones not at all', () => {
  const counts = (['hana', 'mori', 'kumo'] as const).map((office, index) => ({
    office,
    municipality: 'a',
    month: month('2026-11'),
    monitoring: [5, 500, 1][index] ?? 0,
    renewals: 0,
    newPlans: 0,
  }))
  expect(forecast({ ...FACTS, counts }).busiest.map(({ id }) => id)).toEqual(['kumo', 'mori', 'hana'])
  expect(forecast(FACTS).busiest.map(({ id }) => id)).toEqual(['kumo', 'hana'])
})

test('an opening counts from the month the office named', () => {
  const { openings, openingsByMonth, offices } = forecast(FACTS)
  expect(openings).toBe(5)
  expect(openingsByMonth).toEqual([2, ...Array.from({ length: 11 }, () => 5)])
  expect(offices[0]?.opening).toEqual({ newUsers: 3, from: month('2026-12'), kinds: '児童' })
})

test('self-plans beside all cases of the municipality; no rate where there is no case', () => {
  const { municipalities, selfPlans } = forecast(FACTS)
  const rates = { selfPlanRate: 0.25, wishedRate: 0.1, unwishedRate: 0.15 }
  expect(municipalities[0]).toMatchObject({ cases: 20, wished: 2, unwished: 3, ...rates })
  expect(municipalities[1]).toMatchObject({ cases: 0, wished: 0, unwished: 0, selfPlanRate: undefined })
  expect(selfPlans).toEqual({ cases: 20, wished: 2, unwished: 3, ...rates })
})

test('plans needed and renewals by municipality; what has none is told apart', () => {
  const { municipalities, elsewhere } = forecast(FACTS)
  expect(municipalities[0]?.months[0]).toEqual({ monitoring: 10, renewals: 2, newPlans: 1, plansNeeded: 3 })
  expect(municipalities[1]?.total).toEqual({ monitoring: 6, renewals: 5, newPlans: 0, plansNeeded: 5 })
  expect(elsewhere.municipality.total.monitoring).toBe(4)
  expect(elsewhere.office.total.monitoring).toBe(0)
})

const count = fc.record({
  office: fc.constantFrom('kumo', 'hana', 'mori', 'no-longer-in-the-file'),
  municipality: fc.constantFrom('a', 'b', 'no-longer-in-the-file', null),
  month: fc.integer({ min: -2, max: 13 }).map((ahead) => FACTS.from.add({ months: ahead })),
  monitoring: fc.nat(50),
  renewals: fc.nat(50),
  newPlans: fc.nat(50),
})

test('what the offices have together is what the region has; what the municipalities have is, too', () => {
  fc.assert(
    fc.property(fc.array(count, { maxLength: 40 }), (counts) => {
      const made = forecast({ ...FACTS, counts })
      const { total, offices, municipalities, elsewhere } = made
      const whole = [
        [...offices, elsewhere.office],
        [...municipalities, elsewhere.municipality],
      ]
      for (const parts of whole)
        for (const [index, load] of total.entries())
          for (const part of ['monitoring', 'renewals', 'newPlans', 'plansNeeded'] as const)
            expect(parts.reduce((sum, { months }) => sum + (months[index]?.[part] ?? 0), 0)).toBe(load[part])
      for (const { months, monthsPerFullTime, fullTime } of offices)
        for (const [index, each] of (monthsPerFullTime ?? []).entries())
          expect(each * (fullTime ?? 0)).toBeCloseTo(months[index] ? workOf(months[index]) : 0)
      if (made.peak !== undefined) expect(total.map(workOf)[made.peak]).toBe(Math.max(...total.map(workOf)))
    }),
  )
})

test('every rate lies between nought and one, and the two kinds come to the whole', () => {
  const plans = fc
    .record({ wished: fc.nat(30), unwished: fc.nat(30), others: fc.nat(30) })
    .map(({ wished, unwished, others }) => ({ wished, unwished, cases: wished + unwished + others }))
  fc.assert(
    fc.property(fc.tuple(plans, plans), ([a, b]) => {
      const selfPlans = [
        { municipality: 'a', ...a },
        { municipality: 'b', ...b },
      ]
      const made = forecast({ ...FACTS, selfPlans })
      for (const one of [...made.municipalities, made.selfPlans]) {
        const { selfPlanRate, wishedRate, unwishedRate } = one
        if (one.cases === 0)
          expect([selfPlanRate, wishedRate, unwishedRate]).toEqual(Array(3).fill(undefined))
        else {
          for (const rate of [selfPlanRate, wishedRate, unwishedRate]) {
            expect(rate).toBeGreaterThanOrEqual(0)
            expect(rate).toBeLessThanOrEqual(1)
          }
          expect((wishedRate ?? 0) + (unwishedRate ?? 0)).toBeCloseTo(selfPlanRate ?? 0)
        }
      }
    }),
  )
})
