import { expect, test } from 'vitest'
import { formGroups } from '../../../src/domain/gsv/form-groups.ts'
import { catalogues } from '../../../src/text/catalogue.ts'
import { peopleOf } from './people.ts'

const eleven = peopleOf([3, 2, 2, 2, 2], 3)
const refusal = (wish: Parameters<typeof formGroups>[1], people = eleven) => {
  const formed = formGroups({ people }, wish)
  return formed.ok ? 'formed' : formed.fault
}

test('a size that leaves groups too uneven is refused with the sizes that work', () => {
  expect(refusal({ size: 8, seed: 1 })).toEqual({
    reason: 'size-does-not-fit',
    size: 8,
    people: 11,
    works: [3, 4, 5, 6, 10, 11, 12],
  })
  for (const size of [3, 4, 5, 6, 10, 11, 12]) expect(refusal({ size, seed: 1 })).toBe('formed')
})

test('a group of two, of none, of half a person or of a whole hall is refused', () => {
  for (const size of [2, 0, -1, 4.5, 21, Number.NaN])
    expect(refusal({ size, seed: 1 })).toMatchObject({ reason: 'size-out-of-range', least: 3, most: 20 })
})

test('more groups than people who may lead are refused with the sizes that work', () => {
  const people = peopleOf([3, 2, 2, 2, 2], 2)
  const works = [5, 6, 10, 11, 12]
  expect(refusal({ size: 4, seed: 1 }, people)).toEqual({
    reason: 'too-few-facilitators',
    groups: 3,
    facilitators: 2,
    works,
  })
  for (const size of works) expect(refusal({ size, seed: 1 }, people)).toBe('formed')
})

test('two people make no group', () => {
  const absentIds = eleven.slice(2).map(({ id }) => id)
  expect(refusal({ size: 3, seed: 1, absentIds })).toEqual({ reason: 'too-few-people', people: 2, least: 3 })
})

test('more presenters than groups, absent or unknown presenters, and people listed twice are refused', () => {
  const presenterIds = ['p0-1', 'p1-1', 'p2-1']
  expect(refusal({ size: 6, seed: 1, presenterIds })).toMatchObject({
    reason: 'too-many-presenters',
    works: [3, 4],
  })
  expect(refusal({ size: 4, seed: 1, presenterIds: ['p0-1'], absentIds: ['p0-1'] })).toEqual({
    reason: 'presenter-absent',
    id: 'p0-1',
  })
  expect(refusal({ size: 4, seed: 1, presenterIds: ['nobody'] })).toEqual({
    reason: 'not-among-participants',
    id: 'nobody',
  })
  expect(refusal({ size: 4, seed: 1, presenterIds: ['p0-1', 'p0-1'] })).toEqual({
    reason: 'listed-twice',
    id: 'p0-1',
  })
  expect(refusal({ size: 4, seed: 1 }, [...eleven, ...eleven])).toMatchObject({ reason: 'listed-twice' })
})

test('a presenter whom only colleagues could lead is refused by name', () => {
  const people = [
    ...peopleOf([3, 1, 1], 0),
    { id: 'chief', officeId: 'office-0', experienceYears: 9, mayFacilitate: true },
  ]
  expect(refusal({ size: 6, seed: 1, presenterIds: ['p0-1'] }, people)).toEqual({
    reason: 'only-colleagues-to-lead',
    presenterIds: ['p0-1'],
  })
})

test('a refusal says in both languages what would work', () => {
  const { ja, en } = catalogues
  expect(ja.gsv.groupFault.sizeDoesNotFit(11, 8, [4, 5])).toBe(
    '11人を8人ずつに分けると、人数がそろいません。4人・5人ずつなら分けられます。',
  )
  expect(en.gsv.groupFault.tooFewFacilitators(4, 3, [])).toContain('Add chief specialists')
})
