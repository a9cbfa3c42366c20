import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  CIRCUMSTANCES,
  SERVICES,
  SHORTER_REASONS,
  suggestInterval,
} from '../../../src/domain/monitoring/standard-interval.ts'

const suggest = (facts: Partial<Parameters<typeof suggestInterval>[0]>) =>
  suggestInterval({ services: [], circumstances: [], reasons: [], ...facts })

test('day services alone are looked at every six months, home help every three', () => {
  expect(suggest({ services: ['continued_work_b'] })).toMatchObject({ months: 6, certain: false })
  expect(suggest({ services: ['continued_work_b', 'home_help'] }).months).toBe(3)
})

test('a new decision is monthly whatever the services; once it lapses the person falls to the next row', () => {
  const services = ['life_care'] as const
  expect(suggest({ services, circumstances: ['new_or_changed'] })).toMatchObject({ months: 1, certain: true })
  expect(suggest({ services }).months).toBe(6)
})

test('where the Q&A calls a shorter interval desirable it is said, unless it is monthly already', () => {
  expect(suggest({ services: ['life_care'], reasons: ['medical_liaison'] }).shorterDesirable).toEqual([
    'medical_liaison',
  ])
  const monthly = suggest({ circumstances: ['left_facility'], reasons: ['medical_liaison'] })
  expect(monthly.shorterDesirable).toEqual([])
})

test('for what no standard was found none is made up', () => {
  expect(suggest({ services: ['work_choice'] })).toMatchObject({ months: undefined, certain: false })
  expect(suggest({})).toMatchObject({ months: undefined, rows: [] })
})

test('of several rows the shortest applies, and more facts never make it longer', () => {
  const some = <T>(values: readonly T[]) => fc.subarray([...values])
  fc.assert(
    fc.property(
      some(SERVICES),
      some(CIRCUMSTANCES),
      some(SHORTER_REASONS),
      (services, circumstances, reasons) => {
        const all = suggest({ services, circumstances, reasons })
        for (const service of services) {
          const one = suggest({ services: [service] }).months
          if (one !== undefined) expect(all.months).toBeLessThanOrEqual(one)
        }
      },
    ),
  )
})
