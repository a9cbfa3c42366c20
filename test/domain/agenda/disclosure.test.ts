import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mayDisclose, outsidersOf } from '../../../src/domain/agenda/disclosure.ts'

const roster = new Set(['U1', 'U2', 'BOT'])
const closed = { isPrivate: true, isSharedOutside: false, members: ['U1', 'BOT'] }

test('a private channel with nobody but the roster gets case content', () => {
  expect(mayDisclose('codes', closed, roster)).toEqual({ ok: true })
  expect(mayDisclose('summaries', closed, roster)).toEqual({ ok: true })
})

test('each thing in the way is named, all at once; who is not on the roster is known, each once', () => {
  const channel = { isPrivate: false, isSharedOutside: true, members: ['U1', 'GUEST', 'U9', 'GUEST'] }
  expect(mayDisclose('codes', channel, roster)).toEqual({
    ok: false,
    reasons: [{ why: 'public' }, { why: 'shared' }, { why: 'outsiders', who: ['GUEST', 'U9'] }],
  })
  expect(outsidersOf(channel, roster)).toEqual(['GUEST', 'U9'])
})

test('topics alone go anywhere', () => {
  const open = { isPrivate: false, isSharedOutside: true, members: ['GUEST'] }
  expect(mayDisclose('topics', open, new Set())).toEqual({ ok: true })
})

test('case content is allowed exactly when nothing stands in the way', () => {
  const account = fc.constantFrom('U1', 'U2', 'U3', 'GUEST')
  const channel = fc.record({
    isPrivate: fc.boolean(),
    isSharedOutside: fc.boolean(),
    members: fc.array(account),
  })
  fc.assert(
    fc.property(channel, fc.uniqueArray(account), (facts, listed) => {
      const { ok } = mayDisclose('summaries', facts, new Set(listed))
      const safe =
        facts.isPrivate && !facts.isSharedOutside && facts.members.every((one) => listed.includes(one))
      expect(ok).toBe(safe)
    }),
  )
})
