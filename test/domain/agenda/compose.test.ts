import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AgendaFacts, type Candidate, composeAgendaOf } from '../../../src/domain/agenda/compose.ts'
import { AGENDA_TEMPLATES, LIAISON_SECTIONS } from '../../../src/domain/agenda/templates.ts'

const composeAgenda = (facts: AgendaFacts) => composeAgendaOf(LIAISON_SECTIONS, facts)
const at = (text: string) => Temporal.PlainTime.from(text)
const submitted = (day: number) => Temporal.Instant.from('2026-05-01T00:00:00Z').add({ hours: day * 24 })
const candidate = (id: string, over: Partial<Candidate> = {}): Candidate => ({
  id,
  section: 'plan_review',
  carriedOver: 0,
  submittedAt: submitted(0),
  ...over,
})
const compose = (candidates: Candidate[], over: Partial<AgendaFacts> = {}) =>
  composeAgenda({ start: at('14:00'), candidates, ...over })
const idsOf = (agenda: ReturnType<typeof composeAgenda>) =>
  agenda.sections.flatMap(({ items }) => items.map(({ id }) => id))

test('six sections in their order with clock times, empty ones kept', () => {
  const agenda = compose([
    candidate('通知', { section: 'notice' }),
    candidate('受理', { section: 'intake_decision' }),
    candidate('計画'),
  ])
  expect(agenda.sections.map(({ id, items }) => [id, ...items.map((item) => `${item.startsAt}`)])).toEqual([
    ['intake_decision', '14:00:00'],
    ['plan_review', '14:05:00'],
    ['monitoring_result'],
    ['gsv'],
    ['other'],
    ['notice', '14:11:00'],
  ])
  expect(agenda.endsAt).toEqual(at('14:14'))
  expect(agenda.totalMinutes).toBe(14)
})

test('two hours where no limit is given', () => {
  const agenda = compose(Array.from({ length: 21 }, (_, index) => candidate(`p${index + 10}`)))
  expect(agenda.totalMinutes).toBe(120)
  expect(agenda.carriedOver).toEqual([{ id: 'p30', reason: 'no-time' }])
})

test('within a section: carried over first, then the closest need, then the oldest', () => {
  const agenda = compose([
    candidate('young', { submittedAt: submitted(2) }),
    candidate('old', { submittedAt: submitted(1) }),
    candidate('needy', { submittedAt: submitted(3), needLevel: 1 }),
    candidate('less', { submittedAt: submitted(0), needLevel: 2 }),
    candidate('carried', { submittedAt: submitted(9), carriedOver: 1 }),
    candidate('twice', { submittedAt: submitted(9), carriedOver: 2 }),
  ])
  expect(idsOf(agenda)).toEqual(['twice', 'carried', 'needy', 'less', 'old', 'young'])
})

test('a monitoring result that was not agreed beforehand waits, however empty the meeting', () => {
  const monitoring = (id: string, agreed?: boolean) =>
    candidate(id, { section: 'monitoring_result', ...(agreed === undefined ? {} : { agreed }) })
  const agenda = compose([monitoring('asked'), monitoring('refused', false), monitoring('agreed', true)])
  expect(idsOf(agenda)).toEqual(['agreed'])
  expect(agenda.carriedOver).toEqual([
    { id: 'asked', reason: 'not-agreed' },
    { id: 'refused', reason: 'not-agreed' },
  ])
})

describe('when time is short', () => {
  test('a new plan comes before carried-over renewals, GSV and notices', () => {
    const agenda = compose(
      [
        candidate('renewal', { carriedOver: 3, needLevel: 1 }),
        candidate('gsv', { section: 'gsv' }),
        candidate('notice', { section: 'notice' }),
        candidate('new', { isNewPlan: true }),
      ],
      { limitMinutes: 8 },
    )
    expect(idsOf(agenda)).toEqual(['new'])
  })

  test('nothing ordinary takes the minutes a waiting new plan could not use', () => {
    const agenda = compose(
      [
        candidate('new-1', { isNewPlan: true }),
        candidate('new-2', { isNewPlan: true }),
        candidate('notice', { section: 'notice' }),
      ],
      { limitMinutes: 10 },
    )
    expect(idsOf(agenda)).toEqual(['new-1'])
  })

  test('a short new plan is discussed where a long one has no room', () => {
    const agenda = compose(
      [
        candidate('first', { isNewPlan: true, minutes: 20, submittedAt: submitted(0) }),
        candidate('long', { isNewPlan: true, minutes: 20, submittedAt: submitted(1) }),
        candidate('short', { isNewPlan: true, submittedAt: submitted(2) }),
      ],
      { limitMinutes: 30 },
    )
    expect(idsOf(agenda)).toEqual(['first', 'short'])
  })

  test('a short ordinary item does not overtake a more urgent long one of its section, but other sections go on', () => {
    const agenda = compose(
      [
        candidate('gsv', { section: 'gsv' }),
        candidate('long', { section: 'other', minutes: 20, needLevel: 1 }),
        candidate('short', { section: 'other' }),
        candidate('notice', { section: 'notice' }),
      ],
      { limitMinutes: 45 },
    )
    expect(idsOf(agenda)).toEqual(['gsv', 'notice'])
  })

  test('what is longer than the whole meeting says so and holds nobody else up', () => {
    const agenda = compose([
      candidate('endless', { minutes: 121, isNewPlan: true, carriedOver: 5 }),
      candidate('plan'),
    ])
    expect(idsOf(agenda)).toEqual(['plan'])
    expect(agenda.carriedOver).toEqual([{ id: 'endless', reason: 'too-long' }])
  })
})

test('minutes by kind can be a region’s own; an item’s own come before them', () => {
  const agenda = compose([candidate('own', { minutes: 9 }), candidate('usual')], {
    minutesPerItem: { plan_review: 4 },
  })
  expect(agenda.totalMinutes).toBe(13)
})

test('a council’s meeting has its own sections; what belongs to none of them is carried over', () => {
  const facts = { carriedOver: 0, submittedAt: submitted(0) }
  const agenda = composeAgendaOf<'report' | 'discussion' | 'opening' | 'other' | 'closing' | 'gsv'>(
    AGENDA_TEMPLATES.plenary,
    {
      start: at('10:00'),
      candidates: [
        { id: 'closing', section: 'closing', ...facts },
        { id: 'talk', section: 'discussion', ...facts },
        { id: 'report', section: 'report', ...facts },
        { id: 'gsv', section: 'gsv', ...facts },
      ],
    },
  )
  expect(agenda.sections.map(({ id, items }) => `${id} ${items[0]?.startsAt ?? 'なし'}`)).toEqual([
    'opening なし',
    'report 10:00:00',
    'discussion 10:10:00',
    'other なし',
    'closing 10:30:00',
  ])
  expect(agenda.carriedOver).toEqual([{ id: 'gsv', reason: 'no-section' }])
})

describe('whatever is handed in', () => {
  const anyCandidate = fc.record(
    {
      section: fc.constantFrom(...LIAISON_SECTIONS),
      minutes: fc.integer({ min: 1, max: 50 }),
      carriedOver: fc.integer({ min: 0, max: 3 }),
      needLevel: fc.constantFrom<1 | 2 | 3>(1, 2, 3),
      submittedAt: fc.integer({ min: 0, max: 30 }).map(submitted),
      isNewPlan: fc.boolean(),
      agreed: fc.boolean(),
    },
    { requiredKeys: ['section', 'carriedOver', 'submittedAt'] },
  )
  const anyFacts = fc.record({
    start: fc.constantFrom(at('09:30'), at('13:30'), at('18:00')),
    limitMinutes: fc.integer({ min: 0, max: 180 }),
    candidates: fc
      .array(anyCandidate, { maxLength: 40 })
      .map((all): Candidate[] => all.map((one, index) => ({ ...one, id: `c${index}` }))),
  })
  const always = (promise: (facts: AgendaFacts & { limitMinutes: number }) => void) =>
    fc.assert(fc.property(anyFacts, promise))

  test('each candidate is on the agenda or carried over, exactly once', () =>
    always((facts) => {
      const agenda = composeAgenda(facts)
      const seen = [...idsOf(agenda), ...agenda.carriedOver.map(({ id }) => id)]
      expect(seen.toSorted()).toEqual(facts.candidates.map(({ id }) => id).toSorted())
    }))

  test('the limit holds, sections are in order, and the clock runs without a gap', () =>
    always((facts) => {
      const agenda = composeAgenda(facts)
      expect(agenda.totalMinutes).toBeLessThanOrEqual(facts.limitMinutes)
      expect(agenda.sections.map(({ id }) => id)).toEqual([...LIAISON_SECTIONS])
      let clock = facts.start
      for (const { startsAt, duration } of agenda.sections.flatMap(({ items }) => items)) {
        expect(startsAt).toEqual(clock)
        clock = clock.add({ minutes: duration })
      }
      expect(agenda.endsAt).toEqual(clock)
      expect(facts.start.until(clock).total('minutes')).toBe(agenda.totalMinutes)
    }))

  test('each item stands in the section it was handed in for', () =>
    always((facts) => {
      const sectionOf = new Map(facts.candidates.map(({ id, section }) => [id, section]))
      for (const { id, items } of composeAgenda(facts).sections)
        for (const item of items) expect(sectionOf.get(item.id)).toBe(id)
    }))

  test('the order in which candidates come does not matter', () =>
    always((facts) => {
      const reversed = { ...facts, candidates: facts.candidates.toReversed() }
      expect(composeAgenda(reversed)).toEqual(composeAgenda(facts))
    }))

  test('no new plan waits for time while anything ordinary is taken', () =>
    always((facts) => {
      const agenda = composeAgenda(facts)
      const isNew = new Map(facts.candidates.map(({ id, isNewPlan }) => [id, isNewPlan === true]))
      const waits = agenda.carriedOver.some(({ id, reason }) => reason === 'no-time' && isNew.get(id))
      if (waits) expect(idsOf(agenda).every((id) => isNew.get(id))).toBe(true)
    }))

  test('only agreed monitoring results are discussed', () =>
    always((facts) => {
      const placed = new Set(idsOf(composeAgenda(facts)))
      for (const { id, section, agreed } of facts.candidates)
        if (section === 'monitoring_result' && agreed !== true) expect(placed.has(id)).toBe(false)
    }))
})
