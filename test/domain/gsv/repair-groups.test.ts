import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formGroups, type Group } from '../../../src/domain/gsv/form-groups.ts'
import { areColleagues, type Participant } from '../../../src/domain/gsv/participant.ts'
import { repairGroups } from '../../../src/domain/gsv/repair-groups.ts'
import { anyPeople, colleaguePairs, peopleOf } from './people.ts'

const people = peopleOf([3, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2], 7)
const presenterIds = ['p8-0', 'p9-0', 'p10-0', 'p11-0', 'p7-1']
const formed = formGroups({ people }, { size: 5, seed: 1, presenterIds })
const before: Group[] = formed.ok ? formed.groups : []
const repaired = (absentIds: readonly string[], all: readonly Participant[] = people) => {
  const result = repairGroups(before, { people: all }, { seed: 1, absentIds })
  if (!result.ok) throw new Error(result.fault.reason)
  return result
}
const sizes = (groups: readonly Group[]) => groups.map(({ memberIds }) => memberIds.length)

test('without absentees nothing changes', () => {
  expect(repaired([])).toEqual({ ok: true, groups: before, moved: [] })
})

test('two absentees of two groups move nobody', () => {
  const absentees = [before[0]!.memberIds.at(-1)!, before[1]!.memberIds.at(-1)!]
  const { groups, moved } = repaired(absentees)
  expect(moved).toEqual([])
  expect(sizes(groups)).toEqual([4, 4, 5, 5, 5])
})

test('two absentees of one group move one person into it, who is nobody’s colleague there', () => {
  const absentees = before[0]!.memberIds.slice(-2)
  const { groups, moved } = repaired(absentees)
  expect(moved).toHaveLength(1)
  expect(groups[0]?.memberIds).toContain(moved[0])
  expect(sizes(groups).toSorted()).toEqual([4, 4, 5, 5, 5])
  for (const { memberIds } of groups) expect(colleaguePairs(people, memberIds)).toBe(0)
})

test('whom an absent facilitator leaves is led by another who may and is no colleague of the presenter', () => {
  for (const { facilitatorId } of before) {
    const { groups, moved } = repaired([facilitatorId])
    expect(moved.length).toBeLessThanOrEqual(2)
    for (const { facilitatorId: leader, presenterId } of groups) {
      const [one, presenter] = [leader, presenterId].map((id) => people.find((person) => person.id === id)!)
      expect(one!.mayFacilitate).toBe(true)
      expect(areColleagues(one!, presenter!)).toBe(false)
    }
  }
})

test('an absent presenter leaves a group without one, a new one takes the place where they sit', () => {
  const [group] = before
  const presenter = group!.presenterId!
  expect(repaired([presenter]).groups.map(({ presenterId }) => presenterId)).toContain(undefined)
  const next = group!.memberIds.find((id) => ![presenter, group!.facilitatorId].includes(id))!
  const wish = {
    seed: 1,
    absentIds: [presenter],
    presenterIds: [...presenterIds.filter((id) => id !== presenter), next],
  }
  const result = repairGroups(before, { people }, wish)
  if (!result.ok) throw new Error(result.fault.reason)
  expect(result.groups[0]?.presenterId).toBe(next)
  expect(result.moved).toEqual([])
})

test('who presents already keeps their group, a second one of it presents in another', () => {
  const [group, other] = before
  const presenter = group!.presenterId!
  const members = group!.memberIds.filter((id) => ![presenter, group!.facilitatorId].includes(id))
  for (const second of members) {
    const presenterIds = before.map(({ presenterId }) =>
      presenterId === other!.presenterId ? second : presenterId!,
    )
    const result = repairGroups(
      before,
      { people },
      { seed: 1, absentIds: [other!.presenterId!], presenterIds },
    )
    if (!result.ok) throw new Error(result.fault.reason)
    expect(result.groups.map(({ presenterId }) => presenterId).toSorted()).toEqual(presenterIds.toSorted())
    expect(result.groups[0]?.presenterId).toBe(presenter)
    expect(result.moved).not.toContain(presenter)
  }
})

test('who comes late is added to the smallest group and moves nobody', () => {
  const late = { id: 'late', officeId: 'office-99', experienceYears: 1, mayFacilitate: false }
  const { groups, moved } = repaired([before[2]!.memberIds.at(-1)!], [...people, late])
  expect(groups[2]?.memberIds).toContain('late')
  expect(moved).toEqual([])
})

test('with fewer left to lead than groups, one group is dissolved and its people come to the others', () => {
  const leaders = people.filter(({ mayFacilitate }) => mayFacilitate).map(({ id }) => id)
  const { groups, moved } = repaired(leaders.slice(0, 3))
  expect(sizes(groups).toSorted()).toEqual([5, 5, 6, 6])
  expect(moved.length).toBeLessThanOrEqual(6)
})

test('with nobody left to lead it is refused', () => {
  const absentIds = people.filter(({ mayFacilitate }) => mayFacilitate).map(({ id }) => id)
  expect(repairGroups(before, { people }, { seed: 1, absentIds })).toMatchObject({
    ok: false,
    fault: { reason: 'too-few-facilitators', groups: 1, facilitators: 0, works: [] },
  })
})

test('whoever is absent: everybody else once in one group, sizes within one, few moved', () => {
  const anyCase = fc
    .record({ people: anyPeople(), size: fc.integer({ min: 3, max: 6 }), seed: fc.integer() })
    .chain((one) =>
      fc.shuffledSubarray([...one.people.keys()], { maxLength: 2 }).map((absent) => ({ ...one, absent })),
    )
  fc.assert(
    fc.property(anyCase, ({ people, size, seed, absent }) => {
      const first = formGroups({ people }, { size, seed, evaluations: 2_000 })
      if (!first.ok) return
      const absentIds = absent.flatMap((at) => people[at]?.id ?? [])
      const wish = { seed, absentIds, evaluations: 2_000 }
      const result = repairGroups(first.groups, { people }, wish)
      if (!result.ok) return
      const present = people.map(({ id }) => id).filter((id) => !absentIds.includes(id))
      expect(result.groups.flatMap(({ memberIds }) => memberIds).toSorted()).toEqual(present)
      expect(Math.max(...sizes(result.groups)) - Math.min(...sizes(result.groups))).toBeLessThanOrEqual(1)
      expect(repairGroups(first.groups, { people: people.toReversed() }, wish)).toEqual(result)
      if (result.groups.length === first.groups.length) expect(result.moved.length).toBeLessThanOrEqual(4)
    }),
    { numRuns: 300 },
  )
})
