import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type AgendaFacts, composeAgendaOf } from '../../../src/domain/agenda/compose.ts'
import { mayDisclose } from '../../../src/domain/agenda/disclosure.ts'
import { LIAISON_SECTIONS } from '../../../src/domain/agenda/templates.ts'

const composeAgenda = (facts: AgendaFacts) => composeAgendaOf(LIAISON_SECTIONS, facts)
const START = Temporal.PlainTime.from('14:00')
const at = (minute: number) => Temporal.Instant.from('2026-04-01T00:00:00Z').add({ minutes: minute })

type Candidates = Parameters<typeof composeAgenda>[0]['candidates']
const candidates: fc.Arbitrary<Candidates> = fc
  .array(
    fc.record({
      section: fc.constantFrom(...LIAISON_SECTIONS),
      minutes: fc.integer({ min: 1, max: 60 }),
      carriedOver: fc.integer({ min: 0, max: 3 }),
      submittedAt: fc.integer({ min: 0, max: 10_000 }).map(at),
      agreed: fc.boolean(),
    }),
    { maxLength: 40 },
  )
  .map((list) => list.map((one, index) => ({ ...one, id: `c${index}` })))

test('nothing is lost, nothing passes the limit, sections keep their order, clock times join up', () => {
  fc.assert(
    fc.property(candidates, fc.integer({ min: 0, max: 180 }), (list, limitMinutes) => {
      const agenda = composeAgenda({ start: START, limitMinutes, candidates: list })
      const items = agenda.sections.flatMap((section) => section.items)
      const seen = [...items, ...agenda.carriedOver].map(({ id }) => id)
      expect(seen.toSorted()).toEqual(list.map(({ id }) => id).toSorted())
      expect(agenda.totalMinutes).toBe(items.reduce((sum, { duration }) => sum + duration, 0))
      expect(agenda.totalMinutes).toBeLessThanOrEqual(limitMinutes)
      expect(agenda.sections.map(({ id }) => id)).toEqual([...LIAISON_SECTIONS])
      let clock = START
      for (const { startsAt, duration } of items) {
        expect(startsAt.equals(clock)).toBe(true)
        clock = clock.add({ minutes: duration })
      }
      expect(agenda.endsAt.equals(clock)).toBe(true)
    }),
  )
})

test('the same facts in another order give the same agenda', () => {
  fc.assert(
    fc.property(candidates, (list) => {
      const one = composeAgenda({ start: START, limitMinutes: 120, candidates: list })
      const other = composeAgenda({ start: START, limitMinutes: 120, candidates: list.toReversed() })
      expect(JSON.stringify(other.sections)).toBe(JSON.stringify(one.sections))
    }),
  )
})

test('no new plan is carried over while anything else is kept, whatever waited', () => {
  fc.assert(
    fc.property(candidates, (list) => {
      const plans = list.map((one) => ({ ...one, minutes: 6, isNewPlan: one.section === 'plan_review' }))
      const agenda = composeAgenda({ start: START, limitMinutes: 60, candidates: plans })
      const left = new Set(agenda.carriedOver.map(({ id }) => id))
      const planLeft = plans.some(({ id, isNewPlan }) => isNewPlan && left.has(id))
      const otherKept = plans.some(({ id, isNewPlan }) => !isNewPlan && !left.has(id))
      expect(planLeft && otherKept).toBe(false)
    }),
  )
})

test('what waited longer is kept before what waited less, in whatever section', () => {
  fc.assert(
    fc.property(candidates, (list) => {
      const items = list.map((one) => ({ ...one, minutes: 6, agreed: true }))
      const agenda = composeAgenda({ start: START, limitMinutes: 60, candidates: items })
      const left = new Set(agenda.carriedOver.map(({ id }) => id))
      const waited = items.filter(({ id }) => left.has(id)).map(({ carriedOver }) => carriedOver)
      const kept = items.filter(({ id }) => !left.has(id)).map(({ carriedOver }) => carriedOver)
      expect(Math.max(-1, ...waited)).toBeLessThanOrEqual(Math.min(99, ...kept))
    }),
  )
})

test('the GSV that the month would otherwise not have is on the agenda, whatever else waits and whoever held it back', () => {
  fc.assert(
    fc.property(candidates, (list) => {
      const plans = list.map((one) => ({ ...one, section: 'plan_review' as const, isNewPlan: true }))
      const gsv = { id: 'gsv', section: 'gsv' as const, carriedOver: 0, submittedAt: at(0) }
      const needed = { ...gsv, minutes: 30, cannotWait: true, heldBack: true }
      const agenda = composeAgenda({ start: START, limitMinutes: 120, candidates: [...plans, needed] })
      expect(agenda.sections[3]?.items.map(({ id }) => id)).toEqual(['gsv'])
    }),
  )
})

test('after an hour there is a break, between items and within the limit; a short or a full meeting has none', () => {
  fc.assert(
    fc.property(candidates, fc.integer({ min: 30, max: 180 }), (list, limitMinutes) => {
      const agenda = composeAgenda({ start: START, limitMinutes, breakMinutes: 10, candidates: list })
      const items = agenda.sections.flatMap((section) => section.items)
      const spoken = items.reduce((sum, { duration }) => sum + duration, 0)
      expect(agenda.totalMinutes).toBeLessThanOrEqual(limitMinutes)
      expect(agenda.totalMinutes).toBe(spoken + (agenda.pause?.duration ?? 0))
      const { pause } = agenda
      if (!pause) return
      const before = items[items.findIndex(({ id }) => id === pause.after)]
      expect(before?.startsAt.add({ minutes: before.duration }).equals(pause.startsAt)).toBe(true)
      expect(START.until(pause.startsAt).total('minutes')).toBeGreaterThanOrEqual(60)
    }),
  )
})

test('a meeting that wants a break and is full to the minute says that it has no time for one', () => {
  const items = (minutes: number) =>
    Array.from({ length: 4 }, (_, index) => {
      const one = { id: `c${index}`, section: 'plan_review' as const, carriedOver: 0, submittedAt: at(index) }
      return { ...one, minutes }
    })
  const composed = (minutes: number, breakMinutes: number) =>
    composeAgenda({ start: START, limitMinutes: 120, breakMinutes, candidates: items(minutes) })
  expect(composed(30, 10).noTimeForBreak).toBe(true)
  expect(composed(27, 10)).not.toHaveProperty('noTimeForBreak')
  expect(composed(27, 10).pause?.duration).toBe(10)
  expect(composed(30, 0)).not.toHaveProperty('noTimeForBreak')
  expect(composed(15, 10)).not.toHaveProperty('noTimeForBreak')
})

test('carried-over items come first; monitoring waits for agreement', () => {
  const agenda = composeAgenda({
    start: START,
    limitMinutes: 12,
    candidates: [
      { id: 'new', section: 'plan_review', carriedOver: 0, submittedAt: at(0) },
      { id: 'newer', section: 'plan_review', carriedOver: 0, submittedAt: at(5) },
      { id: 'waited', section: 'plan_review', carriedOver: 1, submittedAt: at(9) },
      { id: 'not-agreed', section: 'monitoring_result', carriedOver: 0, submittedAt: at(0) },
    ],
  })
  expect(agenda.sections[1]?.items.map(({ id }) => id)).toEqual(['waited', 'new'])
  expect(agenda.carriedOver).toEqual([
    { id: 'newer', reason: 'no-time' },
    { id: 'not-agreed', reason: 'not-agreed' },
  ])
})

test('case content goes only where everybody is on the roster, in private, and nobody outside', () => {
  const roster = new Set(['U1', 'U2'])
  const fine = { isPrivate: true, isSharedOutside: false, members: ['U1'] }
  expect(mayDisclose('codes', fine, roster)).toEqual({ ok: true })
  expect(mayDisclose('topics', { isPrivate: false, isSharedOutside: true, members: ['U9'] }, roster)).toEqual(
    { ok: true },
  )
  expect(
    mayDisclose('summaries', { isPrivate: false, isSharedOutside: true, members: ['U9', 'U1'] }, roster),
  ).toEqual({
    ok: false,
    reasons: [{ why: 'public' }, { why: 'shared' }, { why: 'outsiders', who: ['U9'] }],
  })
})
