import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formGroups, type Group } from '../../../src/domain/gsv/form-groups.ts'
import { countMet, type Met } from '../../../src/domain/gsv/met.ts'
import { areColleagues, type Participant } from '../../../src/domain/gsv/participant.ts'
import { anyPeople, colleaguePairs, forcedPairs, peopleOf } from './people.ts'

const groupsOf = (result: ReturnType<typeof formGroups>): Group[] => {
  if (!result.ok) throw new Error(result.fault.reason)
  return result.groups
}
const person = (people: readonly Participant[], id: string | undefined) =>
  people.find((one) => one.id === id)!
const spread = (numbers: readonly number[]) => Math.max(...numbers) - Math.min(...numbers)

/** People, and presenters among them who do not lead: as many as fit, at most three. */
const anySession = () =>
  fc
    .record({
      people: anyPeople(),
      size: fc.integer({ min: 3, max: 8 }),
      seed: fc.integer(),
      presenters: fc.integer({ min: 0, max: 3 }),
    })
    .map(({ people, presenters, ...rest }) => ({
      ...rest,
      people,
      presenterIds: people
        .filter(({ mayFacilitate }) => !mayFacilitate)
        .slice(0, presenters)
        .map(({ id }) => id),
    }))

test('everybody is once in exactly one group, the sizes differ by at most one and stay near the one asked for', () => {
  fc.assert(
    fc.property(anySession(), ({ people, ...wish }) => {
      const formed = formGroups({ people }, { ...wish, evaluations: 3_000 })
      if (!formed.ok) return
      const sizes = formed.groups.map(({ memberIds }) => memberIds.length)
      expect(formed.groups.flatMap(({ memberIds }) => memberIds).toSorted()).toEqual(
        people.map(({ id }) => id),
      )
      expect(spread(sizes)).toBeLessThanOrEqual(1)
      for (const size of sizes) expect(Math.abs(size - wish.size)).toBeLessThanOrEqual(1)
    }),
  )
})

test('each group is led by somebody who may and is no colleague of its presenter; presenters sit apart', () => {
  fc.assert(
    fc.property(anySession(), ({ people, ...wish }) => {
      const formed = formGroups({ people }, { ...wish, evaluations: 3_000 })
      if (!formed.ok) return
      for (const { facilitatorId, presenterId, memberIds } of formed.groups) {
        expect(person(people, facilitatorId).mayFacilitate).toBe(true)
        expect(memberIds.slice(0, presenterId ? 2 : 1)).toEqual([facilitatorId, presenterId].filter(Boolean))
        if (presenterId)
          expect(areColleagues(person(people, facilitatorId), person(people, presenterId))).toBe(false)
      }
      const presenting = formed.groups.flatMap(({ presenterId }) => presenterId ?? [])
      expect(presenting.toSorted()).toEqual(wish.presenterIds.toSorted())
    }),
  )
})

test('colleagues share a group only where an office has more people than there are groups', () => {
  fc.assert(
    fc.property(anyPeople(), fc.integer({ min: 3, max: 7 }), fc.integer(), (people, size, seed) => {
      const formed = formGroups({ people }, { size, seed, evaluations: 50_000 })
      if (!formed.ok) return
      const pairs = formed.groups.map(({ memberIds }) => colleaguePairs(people, memberIds))
      expect(pairs.reduce((sum, count) => sum + count, 0)).toBe(forcedPairs(people, formed.groups.length))
    }),
    { numRuns: 100 },
  )
})

test('the same facts and seed give the same groups, in whatever order the people come', () => {
  fc.assert(
    fc.property(anySession(), ({ people, ...wish }) => {
      const again = formGroups({ people: people.toReversed() }, { ...wish, evaluations: 2_000 })
      expect(again).toEqual(formGroups({ people }, { ...wish, evaluations: 2_000 }))
    }),
    { numRuns: 30 },
  )
})

test('another seed gives other groups', () => {
  const people = peopleOf([3, 3, 3, 3, 2, 2, 2, 2], 5)
  expect(formGroups({ people }, { size: 4, seed: 1 })).not.toEqual(
    formGroups({ people }, { size: 4, seed: 2 }),
  )
})

test('who met least often before sits together: as seldom again as the best of all possible groups', () => {
  const people = Array.from({ length: 9 }, (_, at) => ({
    id: `p${at}`,
    experienceYears: 3,
    mayFacilitate: at % 3 === 0,
  }))
  const anyHistory = fc.array(
    fc.shuffledSubarray(
      people.map(({ id }) => id),
      { minLength: 9 },
    ),
    { maxLength: 5 },
  )
  fc.assert(
    fc.property(anyHistory, fc.integer(), (history, seed) => {
      const met = countMet(history.flatMap((ids) => [ids.slice(0, 3), ids.slice(3, 6), ids.slice(6)]))
      const groups = groupsOf(formGroups({ people, met }, { size: 3, seed, evaluations: 150_000 }))
      const leaders = people.filter(({ mayFacilitate }) => mayFacilitate).map(({ id }) => id)
      const rest = people.filter(({ mayFacilitate }) => !mayFacilitate).map(({ id }) => id)
      const best = Math.min(...partings(leaders, rest).map((groups) => meetings(groups, met)))
      expect(
        meetings(
          groups.map(({ memberIds }) => memberIds),
          met,
        ),
      ).toBe(best)
    }),
    { numRuns: 40 },
  )
})

const meetings = (groups: readonly (readonly string[])[], met: readonly Met[]): number =>
  met.reduce((sum, { pair: [one, other], times }) => {
    const together = groups.some((group) => group.includes(one) && group.includes(other))
    return sum + (together ? times : 0)
  }, 0)

/** Every way to give each leader two of the rest. */
const partings = (leaders: readonly string[], rest: readonly string[]): string[][][] => {
  const [leader, ...others] = leaders
  if (leader === undefined) return [[]]
  return rest.flatMap((one, at) =>
    rest.slice(at + 1).flatMap((two) => {
      const left = rest.filter((id) => id !== one && id !== two)
      return partings(others, left).map((groups) => [[leader, one, two], ...groups])
    }),
  )
}

test('newcomers and experienced people are spread over the groups', () => {
  const people = Array.from({ length: 20 }, (_, at) => ({
    id: `p${String(at).padStart(2, '0')}`,
    officeId: `office-${at}`,
    experienceYears: at < 8 ? 1 : 7,
    mayFacilitate: at >= 16,
  }))
  for (const seed of [1, 2, 3, 4, 5]) {
    const groups = groupsOf(formGroups({ people }, { size: 5, seed }))
    const newcomers = groups.map(({ memberIds }) =>
      memberIds.filter((id) => person(people, id).experienceYears < 2),
    )
    expect(newcomers.map(({ length }) => length)).toEqual([2, 2, 2, 2])
  }
})

test('a presenter never comes to a colleague who leads, however often they met the others', () => {
  const of = (id: string, officeId: string) => ({
    id,
    officeId,
    experienceYears: 3,
    mayFacilitate: id.startsWith('chief'),
  })
  const people = [
    ...[of('chief-a', 'a'), of('chief-b', 'b'), of('presenter-a', 'a')],
    ...[of('presenter-c', 'c'), of('member-a', 'a'), of('member-x', 'x')],
  ]
  const met = [{ pair: ['chief-b', 'presenter-a'] as const, times: 20 }]
  const wish = { size: 3, seed: 1, presenterIds: ['presenter-a', 'presenter-c'] }
  const groups = groupsOf(formGroups({ people, met }, wish))
  expect(groups.map(({ facilitatorId, presenterId }) => [facilitatorId, presenterId]).toSorted()).toEqual([
    ['chief-a', 'presenter-c'],
    ['chief-b', 'presenter-a'],
  ])
})

test('who led least often leads now', () => {
  const people = peopleOf([2, 2, 2, 2, 2, 2], 6)
  const led = ['p0-0', 'p1-0', 'p2-0', 'p0-0']
  const groups = groupsOf(formGroups({ people, led }, { size: 4, seed: 1 }))
  expect(groups.map(({ facilitatorId }) => facilitatorId).toSorted()).toEqual(['p3-0', 'p4-0', 'p5-0'])
})
