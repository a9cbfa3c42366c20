import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clashesOf, clashesWith, type HeldMeeting } from '../../../src/domain/series/clashes.ts'

const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime('Asia/Tokyo')
const meeting = (id: string, starts: string, more: Partial<HeldMeeting> = {}): HeldMeeting => ({
  id,
  seriesId: id,
  bodyId: id,
  startsAt: at(starts),
  durationMinutes: 60,
  people: [`only-${id}`],
  ...more,
})
const kinds = (meetings: HeldMeeting[]) => clashesOf(meetings).map(({ kind }) => kind)

test('one who is wanted in two at once, a room taken twice, a body that meets twice', () => {
  const a = meeting('a', '2026-04-15T10:00', { people: ['x', 'y'], place: '大会議室' })
  expect(clashesOf([a, meeting('b', '2026-04-15T10:30', { people: ['y', 'z'] })])).toMatchObject([
    { kind: 'person', people: ['y'], meetings: [{ id: 'a' }, { id: 'b' }] },
  ])
  expect(kinds([a, meeting('b', '2026-04-15T10:30', { place: '大会議室' })])).toEqual(['room'])
  expect(kinds([a, meeting('b', '2026-04-15T10:59', { bodyId: 'a', people: ['x'] })])).toEqual(['body'])
  expect(kinds([a, meeting('b', '2026-04-15T11:00', { people: ['x'], place: '大会議室' })])).toEqual([])
  const online = (id: string) => meeting(id, '2026-04-15T10:00', { place: 'オンライン（Zoom）' })
  expect(kinds([online('b'), online('c')])).toEqual([])
})

test('three meetings of the same people in a week, Monday to Sunday; not of those who sit everywhere', () => {
  const team = ['x', 'y', 'z']
  const of = (id: string, day: string, people = team) => meeting(id, `${day}T10:00`, { people })
  const week = [of('a', '2026-04-13'), of('b', '2026-04-15'), of('c', '2026-04-19')]
  expect(clashesOf(week)).toMatchObject([{ kind: 'week', people: team, meetings: [{ id: 'a' }, {}, {}] }])
  expect(kinds([...week.slice(0, 2), of('c', '2026-04-20')])).toEqual([])
  const many = (id: string) => ['x', ...Array.from({ length: 5 }, (_, n) => `${id}${n}`)]
  expect(kinds(week.map((one) => ({ ...one, people: many(one.id) })))).toEqual([])
})

const held = fc.record({
  body: fc.integer({ min: 0, max: 3 }),
  start: fc.integer({ min: 0, max: 40 }),
  minutes: fc.integer({ min: 1, max: 10 }).map((halves) => 30 * halves),
  people: fc.uniqueArray(fc.constantFrom('p', 'q', 'r', 's'), { maxLength: 3 }),
})

test('every overlap is found once, whatever the order', () => {
  fc.assert(
    fc.property(fc.array(held, { maxLength: 12 }), (given) => {
      const meetings = given.map(({ body, start, minutes, people }, index) => ({
        ...meeting(String(index), '2026-04-15T00:00', { bodyId: `body-${body}`, people }),
        startsAt: at('2026-04-15T00:00').add({ minutes: 30 * start }),
        durationMinutes: minutes,
      }))
      const pair = ({ kind, meetings: both }: { kind: string; meetings: readonly HeldMeeting[] }) =>
        `${kind} ${both.map(({ id }) => Number(id)).toSorted((a, b) => a - b)}`
      const found = clashesOf(meetings)
        .filter(({ kind }) => kind !== 'week')
        .map(pair)
      const wanted = meetings.flatMap((one, index) => clashesWith(one, meetings.slice(index + 1)).map(pair))
      expect(found.toSorted()).toEqual(wanted.toSorted())
    }),
  )
})
