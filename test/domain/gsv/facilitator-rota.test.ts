import fc from 'fast-check'
import { expect, test } from 'vitest'
import { facilitatorRota } from '../../../src/domain/gsv/facilitator-rota.ts'
import { peopleOf } from './people.ts'

const people = peopleOf([2, 2, 2, 2, 2, 2], 6)

test('loads differ by at most one, whatever the number of chiefs, groups and sessions', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 6 }),
      fc.integer({ min: 1, max: 6 }),
      fc.integer({ min: 1, max: 12 }),
      (chiefs, groups, sessions) => {
        fc.pre(groups <= chiefs)
        const all = people.map((one) => ({
          ...one,
          mayFacilitate: one.id < `p${chiefs}` && one.mayFacilitate,
        }))
        const rota = facilitatorRota(
          { people: all },
          Array.from({ length: sessions }, () => ({ groups })),
        )
        if (!rota.ok) throw new Error(rota.fault.reason)
        const led = rota.sessions.flat().map(({ facilitatorId }) => facilitatorId)
        const loads = all
          .filter(({ mayFacilitate }) => mayFacilitate)
          .map(({ id }) => led.filter((one) => one === id).length)
        expect(led).toHaveLength(groups * sessions)
        expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1)
        for (const pairings of rota.sessions)
          expect(new Set(pairings.map(({ facilitatorId }) => facilitatorId)).size).toBe(groups)
      },
    ),
    { numRuns: 40 },
  )
})

test('each chief comes again as late as can be', () => {
  const sessions = Array.from({ length: 12 }, () => ({ groups: 1 }))
  const rota = facilitatorRota({ people }, sessions)
  if (!rota.ok) throw new Error(rota.fault.reason)
  const order = rota.sessions.flat().map(({ facilitatorId }) => facilitatorId)
  expect(order.slice(6)).toEqual(order.slice(0, 6))
  expect(new Set(order).size).toBe(6)
})

test('of those who led as often, who led longest ago comes first', () => {
  const led = people.filter(({ mayFacilitate }) => mayFacilitate).map(({ id }) => id)
  const rota = facilitatorRota({ people, led: led.toReversed() }, [{ groups: 2 }])
  if (!rota.ok) throw new Error(rota.fault.reason)
  expect(
    rota.sessions
      .flat()
      .map(({ facilitatorId }) => facilitatorId)
      .toSorted(),
  ).toEqual(['p4-0', 'p5-0'])
})

test('nobody leads the presenter of their own office, though their turn has come', () => {
  const rota = facilitatorRota({ people, led: ['p1-0', 'p2-0', 'p3-0', 'p4-0', 'p5-0'] }, [
    { groups: 1, presenterIds: ['p0-1'] },
    { groups: 1, presenterIds: ['p1-1'] },
  ])
  expect(rota).toEqual({
    ok: true,
    sessions: [
      [{ facilitatorId: 'p1-0', presenterId: 'p0-1' }],
      [{ facilitatorId: 'p0-0', presenterId: 'p1-1' }],
    ],
  })
})

test('facilitators are parted so that each presenter has one of another office', () => {
  const two = peopleOf([2, 2], 2)
  expect(facilitatorRota({ people: two }, [{ groups: 2, presenterIds: ['p0-1', 'p1-1'] }])).toEqual({
    ok: true,
    sessions: [
      [
        { facilitatorId: 'p1-0', presenterId: 'p0-1' },
        { facilitatorId: 'p0-0', presenterId: 'p1-1' },
      ],
    ],
  })
})

test('who is absent or presents does not lead; too few are refused with the session', () => {
  const rota = facilitatorRota({ people }, [
    { groups: 4, presenterIds: ['p0-0'], absentIds: ['p1-0'] },
    { groups: 5, presenterIds: ['p0-0'], absentIds: ['p1-0'] },
  ])
  expect(rota).toMatchObject({
    ok: false,
    session: 1,
    fault: { reason: 'too-few-facilitators', groups: 5, facilitators: 4 },
  })
})
