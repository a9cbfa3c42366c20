import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ForecastFacts, forecast } from '../../../src/domain/forecast/forecast.ts'

const month = (iso: string) => Temporal.PlainYearMonth.from(iso)
const FACTS: ForecastFacts = {
  from: month('2026-11'),
  offices: [
    { id: 'kumo', name: '相談室 くも', fullTime: 2, opening: { newUsers: 3, from: month('2026-12') } },
    { id: 'hana', name: '相談室 はな', fullTime: undefined, opening: undefined },
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
  const { months, total, openings } = forecast(FACTS)
  expect([months[0]?.toString(), months.at(-1)?.toString()]).toEqual(['2026-11', '2027-10'])
  expect(total[0]).toEqual({ monitoring: 14, renewals: 2, newPlans: 1, plansNeeded: 3 })
  expect(total[1]).toEqual({ monitoring: 0, renewals: 0, newPlans: 0, plansNeeded: 0 })
  expect(openings).toBe(3)
})

test('work a head and month is told where the number of heads is known', () => {
  const [kumo, hana] = forecast(FACTS).offices
  expect(kumo?.perFullTime).toBe((16 + 8) / 12 / 2)
  expect(hana?.perFullTime).toBeUndefined()
})

test('the self-plan rate is of all cases of the municipality, and nought where there are none', () => {
  const [a, b] = forecast(FACTS).municipalities
  expect(a).toMatchObject({ wished: 2, unwished: 3, selfPlanRate: 0.25 })
  expect(b).toMatchObject({ wished: 0, unwished: 0, selfPlanRate: 0 })
})

test('what the offices have together is what the region has', () => {
  const count = fc.record({
    office: fc.constantFrom('kumo', 'hana'),
    municipality: fc.constantFrom('a', 'b', null),
    month: fc.integer({ min: 0, max: 11 }).map((ahead) => FACTS.from.add({ months: ahead })),
    monitoring: fc.nat(50),
    renewals: fc.nat(50),
    newPlans: fc.nat(50),
  })
  fc.assert(
    fc.property(fc.array(count), (counts) => {
      const { total, offices } = forecast({ ...FACTS, counts })
      for (const [index, load] of total.entries())
        for (const part of ['monitoring', 'plansNeeded'] as const)
          expect(offices.reduce((sum, { months }) => sum + (months[index]?.[part] ?? 0), 0)).toBe(load[part])
    }),
  )
})
