import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Rota } from '../../../src/domain/region/rota.ts'
import { turns } from '../../../src/domain/rota/rota.ts'
import { swap } from '../../../src/domain/rota/swap.ts'
import { answerSwap, askSwap, type SwapRequest } from '../../../src/domain/rota/swap-request.ts'
import { day } from '../arbitrary-dates.ts'
import { whoIsOn } from './who-is-on.ts'

const member = (id: string) => ({ kind: 'member' as const, id })
const order = [{ member: 'aoi' }, { member: 'riku', until: '2026-12-31' }, { member: 'yui' }]
const onCall = Rota.decode({
  id: 'on-call',
  name: '当番',
  kind: 'on_call',
  turn: 'month',
  from: '2026-04-01',
  order,
})
const TODAY = day('2026-05-10')
const ask = (by: string, mine: string, theirs: string, today = TODAY) =>
  askSwap(onCall, {}, { by: member(by), mine: day(mine), theirs: day(theirs) }, today)
const asked = (): SwapRequest => {
  const result = ask('yui', '2026-06-01', '2026-08-01')
  if (!result.ok) throw new Error(result.fault.reason)
  return result.request
}

test('a swap asked for and agreed changes who is on in both months', () => {
  const request = asked()
  expect(request).toMatchObject({ state: 'asked', askedOf: member('riku') })
  const answer = answerSwap(onCall, {}, request, { by: member('riku'), agrees: true }, TODAY)
  expect(answer).toMatchObject({ ok: true, request: { state: 'agreed' } })
  const facts = { swaps: [{ one: request.mine, other: request.theirs }] }
  expect(whoIsOn(onCall, day('2026-06-15'), facts)).toEqual([member('riku')])
  expect(whoIsOn(onCall, day('2026-08-15'), facts)).toEqual([member('yui')])
  expect(whoIsOn(onCall, day('2026-07-15'), facts)).toEqual([member('aoi')])
})

test('a swap refused keeps its reason and changes nothing more', () => {
  const no = answerSwap(onCall, {}, asked(), { by: member('riku'), agrees: false, why: '研修です' }, TODAY)
  if (!no.ok) throw new Error(no.fault.reason)
  expect(no.request).toMatchObject({ state: 'refused', why: '研修です' })
  const again = answerSwap(onCall, {}, no.request, { by: member('riku'), agrees: true }, TODAY)
  expect(again).toEqual({ ok: false, fault: { reason: 'already-answered', state: 'refused' } })
})

test('only the one asked can answer', () => {
  for (const by of ['yui', 'aoi'])
    expect(answerSwap(onCall, {}, asked(), { by: member(by), agrees: true }, TODAY)).toEqual({
      ok: false,
      fault: { reason: 'not-asked-of-you', askedOf: member('riku') },
    })
})

test('a swap with oneself is refused with the turns of others', () => {
  const refused = ask('aoi', '2026-07-01', '2026-10-01')
  expect(refused).toMatchObject({ ok: false, fault: { reason: 'with-oneself' } })
  if (refused.ok) throw new Error('a swap with oneself')
  expect(refused.fault.works[0]).toMatchObject({ from: day('2026-06-01'), party: member('yui') })
  expect(refused.fault.works.every(({ party }) => party.id !== 'aoi')).toBe(true)
})

test('a turn that has begun is past, the other one’s too', () => {
  const mayIsRiku = ask('riku', '2026-05-01', '2026-06-01')
  expect(mayIsRiku).toMatchObject({
    ok: false,
    fault: { reason: 'past-turn', date: day('2026-05-01'), works: [] },
  })
  expect(ask('yui', '2026-06-01', '2026-05-01')).toMatchObject({ fault: { reason: 'past-turn' } })
  const late = answerSwap(onCall, {}, asked(), { by: member('riku'), agrees: true }, day('2026-06-01'))
  expect(late).toMatchObject({ ok: false, fault: { reason: 'past-turn', date: day('2026-06-01') } })
})

test('somebody else’s turn cannot be given, nor one that does not exist', () => {
  expect(ask('yui', '2026-07-01', '2026-08-01')).toMatchObject({
    fault: { reason: 'not-yours', party: member('aoi') },
  })
  expect(ask('yui', '2026-06-01', '2026-08-02')).toMatchObject({
    fault: { reason: 'no-such-turn', date: day('2026-08-02') },
  })
})

test('who will have left by then cannot take a turn over', () => {
  const refused = ask('yui', '2027-01-01', '2026-08-01')
  expect(turns(onCall, day('2027-01-01'), day('2027-01-31'))[0]?.party).toEqual(member('aoi'))
  expect(refused).toMatchObject({ fault: { reason: 'not-yours' } })
  expect(ask('aoi', '2027-01-01', '2026-08-01')).toMatchObject({
    ok: false,
    fault: { reason: 'left', party: member('riku') },
  })
})

test('agreeing is refused where the turns have changed since', () => {
  const facts = { swaps: [{ one: day('2026-07-01'), other: day('2026-08-01') }] }
  expect(answerSwap(onCall, facts, asked(), { by: member('riku'), agrees: true }, TODAY)).toEqual({
    ok: false,
    fault: { reason: 'turns-changed' },
  })
})

test('an agreed swap falls away when one of the two leaves before the turn taken over', () => {
  const swaps = [{ one: day('2026-08-01'), other: day('2026-09-01') }]
  const leaving = Rota.decode({
    ...Rota.encode(onCall),
    order: order.map((one) => (one.member === 'riku' ? { ...one, until: '2026-08-31' } : one)),
  })
  const on = (date: string) => whoIsOn(leaving, day(date), { swaps })
  expect([on('2026-08-15'), on('2026-09-15')]).toEqual([[member('riku')], [member('yui')]])
})

test('swapping twice changes nothing, and once keeps everybody’s number of turns', () => {
  const all = turns(onCall, day('2026-04-01'), day('2027-03-31'))
  const anyTurn = fc.integer({ min: 0, max: all.length - 1 }).map((at) => all[at]!.from)
  const loads = (taken: typeof all) => taken.map(({ party }) => party.id).toSorted()
  fc.assert(
    fc.property(anyTurn, anyTurn, (one, other) => {
      const once = swap(all, { one, other })
      expect(swap(once, { one, other })).toEqual(all)
      expect(loads(once)).toEqual(loads(all))
      expect(once.map(({ from }) => String(from))).toEqual(all.map(({ from }) => String(from)))
    }),
  )
})

test('windows agree on a swap with a turn outside of them', () => {
  const swaps = [{ one: day('2026-06-01'), other: day('2026-11-01') }]
  const wide = turns(onCall, day('2026-06-01'), day('2026-12-31'), { swaps })
  expect(turns(onCall, day('2026-06-01'), day('2026-06-30'), { swaps })).toEqual(wide.slice(0, 1))
  expect(wide[0]?.party).toEqual(member('riku'))
})
