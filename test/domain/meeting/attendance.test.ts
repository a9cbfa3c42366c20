import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isThere, neededFor, presenceOf } from '../../../src/domain/meeting/attendance.ts'
import { deputyFault } from '../../../src/domain/meeting/deputies.ts'

test('half of 25 is 13, as is more than half; of 24 they differ; a number is itself', () => {
  expect([neededFor('half', 25), neededFor('majority', 25)]).toEqual([13, 13])
  expect([neededFor('half', 24), neededFor('majority', 24)]).toEqual([12, 13])
  expect(neededFor(7, 24)).toBe(7)
})

test('half is reached by half and never by fewer, more than half never by half', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), (members) => {
      expect(neededFor('half', members) * 2).toBeGreaterThanOrEqual(members)
      expect((neededFor('half', members) - 1) * 2).toBeLessThan(members)
      expect(neededFor('majority', members) * 2).toBeGreaterThan(members)
    }),
  )
})

test('what was counts over what was announced; a deputy is there for who sent them', () => {
  const line = { answer: 'coming', was: null, deputy: undefined } as const
  expect(presenceOf(line)).toBe('present')
  expect(presenceOf({ ...line, was: 'absent' })).toBe('absent')
  expect(presenceOf({ ...line, answer: 'absent', deputy: '見本 はるか' })).toBe('deputy')
  expect(presenceOf({ ...line, answer: null })).toBeUndefined()
  expect(isThere({ ...line, answer: 'absent', deputy: '見本 はるか' })).toBe(true)
  expect(isThere({ ...line, answer: null })).toBe(false)
})

test('a deputy is nobody who comes, and speaks for one person', () => {
  const others = [
    { memberId: 'sora', answer: 'coming', deputyId: null },
    { memberId: 'umi', answer: 'absent', deputyId: 'mori' },
  ] as const
  expect(deputyFault('kaze', 'kaze', others)).toEqual({ fault: 'self' })
  expect(deputyFault('kaze', 'sora', others)).toEqual({ fault: 'there' })
  expect(deputyFault('kaze', 'mori', others)).toEqual({ fault: 'taken', by: 'umi' })
  expect(deputyFault('umi', 'mori', others)).toBeUndefined()
})
