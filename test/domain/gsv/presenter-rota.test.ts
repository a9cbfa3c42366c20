import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Participant } from '../../../src/domain/gsv/participant.ts'
import {
  type PresenterFacts,
  type PresenterSession,
  presenterRota,
} from '../../../src/domain/gsv/presenter-rota.ts'
import { day } from '../arbitrary-dates.ts'

const one = (id: string, officeId: string, experienceYears = 5): Participant => ({
  id,
  officeId,
  experienceYears,
  mayFacilitate: false,
})
const monthly = (sessions: number, presenters = 1): PresenterSession[] =>
  Array.from({ length: sessions }, (_, months) => ({ date: day('2026-04-17').add({ months }), presenters }))
const presenters = (facts: Partial<PresenterFacts>, sessions: readonly PresenterSession[]): string[][] => {
  const found = presenterRota({ people: [], presented: [], offers: [], ...facts }, sessions)
  if (!found.ok) throw new Error(found.fault.reason)
  return found.sessions.map((turns) => turns.map(({ memberId }) => memberId))
}

const four = [one('aoi', 'kumo'), one('riku', 'kumo'), one('yui', 'mori'), one('ren', 'kawa')]

test('everybody presents once before anybody twice, and newcomers come first', () => {
  const people = [...four, one('newcomer', 'umi', 0.5)]
  const [first, ...rest] = presenters({ people }, monthly(5)).flat()
  expect(first).toBe('newcomer')
  expect(rest.toSorted()).toEqual(['aoi', 'ren', 'riku', 'yui'])
})

test('who offered comes first, in the order of the offers, and once for an offer', () => {
  const found = presenterRota({ people: four, presented: [], offers: ['ren', 'riku'] }, monthly(3))
  expect(found).toMatchObject({
    ok: true,
    sessions: [
      [{ memberId: 'ren', because: 'offered' }],
      [{ memberId: 'riku', because: 'offered' }],
      [{ memberId: 'yui', because: 'turn' }],
    ],
  })
})

test('an offer waits while its person is absent', () => {
  const [first, second] = monthly(2)
  const sessions = [{ ...first!, absentIds: ['ren'] }, second!]
  expect(presenters({ people: four, offers: ['ren'] }, sessions)[1]).toEqual(['ren'])
})

test('the office that presented last does not come again, though its other person has waited longest', () => {
  const presented = [
    { memberId: 'yui', date: day('2026-04-10') },
    { memberId: 'ren', date: day('2026-05-10') },
    { memberId: 'aoi', date: day('2026-06-10') },
  ]
  const sessions = [{ date: day('2026-07-10'), presenters: 1 }]
  expect(presenters({ people: four, presented }, sessions)).toEqual([['yui']])
})

test('an office of half the people is begun with, so that it need not come twice running at the end', () => {
  const people = [one('a1', 'a', 9), one('a2', 'a', 9), one('a3', 'a', 9), one('b', 'b', 1), one('c', 'c', 1)]
  const offices = presenters({ people }, monthly(5))
    .flat()
    .map((id) => id[0])
  expect(offices.filter((office) => office === 'a')).toHaveLength(3)
  expect(offices.join('')).toMatch(/^a.a.a$/)
})

test('parallel groups get presenters of different offices', () => {
  const [first] = presenters({ people: four }, monthly(1, 3))
  expect(first).toHaveLength(3)
  expect(first).not.toEqual(expect.arrayContaining(['aoi', 'riku']))
})

test('a new fiscal year begins anew, with who has not presented for longest', () => {
  const lastYear = four.map(({ id: memberId }, months) => ({
    memberId,
    date: day('2025-11-14').add({ months }),
  }))
  const presented = [{ memberId: 'aoi', date: day('2025-05-16') }, ...lastYear]
  const sessions = [{ date: day('2026-04-17'), presenters: 1 }]
  expect(presenters({ people: four, presented }, sessions)).toEqual([['aoi']])
})

test('a newcomer comes before somebody experienced who never presented', () => {
  const people = [one('newcomer', 'umi', 1), one('aoi', 'kumo', 8), one('yui', 'mori', 8)]
  const presented = [
    { memberId: 'newcomer', date: day('2026-02-10') },
    { memberId: 'yui', date: day('2026-03-10') },
  ]
  const sessions = [{ date: day('2026-04-17'), presenters: 1 }]
  expect(presenters({ people, presented }, sessions)).toEqual([['newcomer']])
})

test('more presenters than people there, and strangers, are refused', () => {
  const [first] = monthly(1, 4)
  const facts = { people: four, presented: [], offers: [] }
  expect(presenterRota(facts, [{ ...first!, absentIds: ['ren'] }])).toEqual({
    ok: false,
    fault: { reason: 'too-few-people', date: first!.date, wanted: 4, there: 3 },
  })
  expect(presenterRota({ ...facts, offers: ['nobody'] }, [])).toMatchObject({ ok: false })
})

const anyPeople = fc
  .array(fc.record({ office: fc.integer({ min: 0, max: 5 }), years: fc.integer({ min: 0, max: 9 }) }), {
    minLength: 2,
    maxLength: 14,
  })
  .map((rows) => rows.map(({ office, years }, at) => one(`p${at}`, `office-${office}`, years)))
const largestOffice = (people: readonly Participant[]) =>
  Math.max(...people.map(({ officeId }) => people.filter((other) => other.officeId === officeId).length))

test('never the same office twice running where there is another', () => {
  fc.assert(
    fc.property(anyPeople, fc.integer({ min: 2, max: 24 }), (people, sessions) => {
      if (largestOffice(people) === people.length) return
      const offices = presenters({ people }, monthly(sessions))
        .flat()
        .map((id) => people.find((person) => person.id === id)?.officeId)
      for (const [at, office] of offices.entries()) if (at > 0) expect(office).not.toBe(offices[at - 1])
    }),
  )
})

test('where no office has more than half of the people, nobody presents twice before everybody has once', () => {
  fc.assert(
    fc.property(anyPeople, (people) => {
      fc.pre(largestOffice(people) <= Math.ceil(people.length / 2) && people.length <= 12)
      const presented = presenters({ people }, monthly(people.length)).flat()
      expect(presented.toSorted()).toEqual(people.map(({ id }) => id).toSorted())
    }),
  )
})

test('the same facts give the same presenters, in whatever order the people come', () => {
  fc.assert(
    fc.property(anyPeople, (people) => {
      const again = presenters({ people: people.toReversed() }, monthly(12))
      expect(again).toEqual(presenters({ people }, monthly(12)))
    }),
  )
})
