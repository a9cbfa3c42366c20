import { expect, test } from 'vitest'
import { formGroups, formWithLater, type Group, planGroups } from '../../../src/domain/gsv/form-groups.ts'
import { countMet } from '../../../src/domain/gsv/met.ts'
import type { Participant } from '../../../src/domain/gsv/participant.ts'
import { colleaguePairs, peopleOf } from './people.ts'

const planned = (people: readonly Participant[], wish: Parameters<typeof planGroups>[1]): Group[][] => {
  const plan = planGroups({ people }, wish)
  if (!plan.ok) throw new Error(plan.fault.reason)
  return plan.sessions
}
const ids = (sessions: readonly (readonly Group[])[]) => sessions.flat().map(({ memberIds }) => memberIds)
const metAgain = (groups: readonly (readonly string[])[]) =>
  countMet(groups).reduce((sum, { times }) => sum + times - 1, 0)
const six = Array.from({ length: 6 }, () => ({}))

/** 大東市 (seed 000): about 25 people of 12 offices in 5 groups, six times a year. */
const daito = peopleOf([3, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2], 5)

test('a year of 25 people of 12 offices: no two colleagues in a group, and few meet again', () => {
  const people = daito.map((one) => ({ ...one, experienceYears: 3 }))
  const groups = ids(planned(people, { size: 5, seed: 1, sessions: six, evaluations: 5_000_000 }))
  expect(groups.map(({ length }) => length)).toEqual(Array.from({ length: 30 }, () => 5))
  expect(groups.reduce((sum, group) => sum + colleaguePairs(people, group), 0)).toBe(0)
  expect(metAgain(groups)).toBeLessThanOrEqual(48)
})

test('a year planned at once lets fewer people meet again than one session after the other', () => {
  const wish = { size: 5, seed: 1 }
  const together = ids(planned(daito, { ...wish, sessions: six, evaluations: 5_000_000 }))
  const alone: string[][] = []
  for (const seed of six.keys()) {
    const formed = formGroups({ people: daito, met: countMet(alone) }, { ...wish, seed })
    if (!formed.ok) throw new Error(formed.fault.reason)
    alone.push(...ids([formed.groups]))
  }
  expect(metAgain(together)).toBeLessThan(metAgain(alone))
})

test('a session formed with the rest of the year in view meets its wish, and with none left is formed for itself', () => {
  const wish = { size: 5, seed: 1, presenterIds: ['p6-0'], absentIds: ['p7-0', 'p8-1'], evaluations: 500_000 }
  const formed = formWithLater({ people: daito }, { ...wish, later: 4 })
  if (!formed.ok) throw new Error(formed.fault.reason)
  expect(formed.groups.flatMap(({ memberIds }) => memberIds)).toHaveLength(23)
  expect(formed.groups.flatMap(({ presenterId }) => presenterId ?? [])).toEqual(['p6-0'])
  expect(formWithLater({ people: daito }, { ...wish, later: 4 })).toEqual(formed)
  expect(formWithLater({ people: daito }, { ...wish, later: 0 })).toEqual(formGroups({ people: daito }, wish))
})

test('facilitators take turns evenly over a year', () => {
  const people = peopleOf([3, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2], 8)
  const sessions = planned(people, { size: 5, seed: 1, sessions: six, evaluations: 50_000 })
  const led = sessions.flat().map(({ facilitatorId }) => facilitatorId)
  const loads = people
    .filter(({ mayFacilitate }) => mayFacilitate)
    .map(({ id }) => led.filter((one) => one === id).length)
  expect(loads.reduce((sum, load) => sum + load, 0)).toBe(30)
  expect(Math.max(...loads) - Math.min(...loads)).toBe(1)
})

test('each session of a year has its own presenters and absentees', () => {
  const sessions = [
    { presenterIds: ['p5-0'] },
    { absentIds: ['p5-0', 'p6-0'], presenterIds: ['p7-1', 'p8-1'] },
  ]
  const [first, second] = planned(daito, { size: 5, seed: 4, sessions, evaluations: 50_000 })
  expect(first?.flatMap(({ presenterId }) => presenterId ?? [])).toEqual(['p5-0'])
  expect(second?.flatMap(({ presenterId }) => presenterId ?? []).toSorted()).toEqual(['p7-1', 'p8-1'])
  const there = second?.flatMap(({ memberIds }) => memberIds)
  expect(there).toHaveLength(23)
  expect(there).not.toContain('p5-0')
})

test('a session that cannot be is named', () => {
  const sessions = [{}, { presenterIds: ['somebody'] }]
  expect(planGroups({ people: daito }, { size: 5, seed: 1, sessions })).toEqual({
    ok: false,
    session: 1,
    fault: { reason: 'not-among-participants', id: 'somebody' },
  })
})
