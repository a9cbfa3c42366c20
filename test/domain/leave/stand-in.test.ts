import fc from 'fast-check'
import { expect, test } from 'vitest'
import { askedFor, standsInFor } from '../../../src/domain/absence/stand-in.ts'

const day = (iso: string) => Temporal.PlainDate.from(iso)
const leave = (memberId: string, deputyId: string, from = '2026-08-10', to = '2026-08-14') => ({
  memberId,
  deputyId,
  from: day(from),
  to: day(to),
})

test('from the first day of a leave to the last its deputy is asked, before and after the person', () => {
  const leaves = [leave('sakura', 'haruto')]
  expect(askedFor('sakura', leaves, day('2026-08-09'))).toBe('sakura')
  expect(askedFor('sakura', leaves, day('2026-08-10'))).toBe('haruto')
  expect(askedFor('sakura', leaves, day('2026-08-14'))).toBe('haruto')
  expect(askedFor('sakura', leaves, day('2026-08-15'))).toBe('sakura')
})

test('a deputy who is away hands on; a circle of people away leaves nobody', () => {
  const chain = [leave('sakura', 'haruto'), leave('haruto', 'riku')]
  expect(askedFor('sakura', chain, day('2026-08-12'))).toBe('riku')
  expect(standsInFor('riku', chain, day('2026-08-12'))).toEqual(['sakura', 'haruto'])
  const circle = [leave('sakura', 'haruto'), leave('haruto', 'sakura')]
  expect(askedFor('sakura', circle, day('2026-08-12'))).toBeUndefined()
})

test('everybody has at most one who is asked, and never somebody who is away', () => {
  const member = fc.constantFrom('a', 'b', 'c', 'd', 'e')
  const some = fc.array(fc.record({ memberId: member, deputyId: member }), { maxLength: 6 })
  fc.assert(
    fc.property(some, member, (pairs, who) => {
      const leaves = pairs.map(({ memberId, deputyId }) => leave(memberId, deputyId))
      const asked = askedFor(who, leaves, day('2026-08-12'))
      return asked === undefined || !leaves.some(({ memberId }) => memberId === asked)
    }),
  )
})
