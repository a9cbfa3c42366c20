import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { z } from 'zod'
import { Rota } from '../../../src/domain/region/rota.ts'
import { turns } from '../../../src/domain/rota/rota.ts'
import { day } from '../arbitrary-dates.ts'
import { whoIsOn } from './who-is-on.ts'

const rotaOf = (definition: Partial<z.input<typeof Rota>>): Rota =>
  Rota.decode({
    id: 'rota',
    name: '輪番',
    kind: 'other',
    turn: 'month',
    from: '2026-04-01',
    order: [{ member: 'aoi' }, { member: 'riku' }, { member: 'yui' }],
    ...definition,
  })
const ids = (rota: Rota, from: string, to: string) =>
  turns(rota, day(from), day(to)).map(({ party }) => party.id)

const CORPORATIONS = ['こはる会', 'もみじ会', 'ひので会', 'さくら会', 'みなと会', 'つばさ会']
const shortStay = rotaOf({
  kind: 'short_stay',
  order: CORPORATIONS.map((corporation) => ({ corporation })),
})

test('emergency short stay among six corporations by month: each two months a year (上小圏域)', () => {
  const year = ids(shortStay, '2026-04-01', '2027-03-31')
  expect(year).toEqual([...CORPORATIONS, ...CORPORATIONS])
  expect(whoIsOn(shortStay, day('2026-12-31'))).toEqual([{ kind: 'corporation', id: 'ひので会' }])
})

test('the host municipality moves on each April and comes round after all the others (埼葛北地区)', () => {
  const municipalities = ['shiraoka', 'hasuda', 'satte', 'miyashiro', 'sugito']
  const host = rotaOf({
    kind: 'host',
    turn: 'year',
    order: municipalities.map((municipality) => ({ municipality })),
  })
  expect(whoIsOn(host, day('2027-03-31'))).toEqual([{ kind: 'municipality', id: 'shiraoka' }])
  expect(whoIsOn(host, day('2027-04-01'))).toEqual([{ kind: 'municipality', id: 'hasuda' }])
  expect(ids(host, '2026-04-01', '2036-03-31')).toEqual([...municipalities, ...municipalities])
})

test('seven corporations second somebody for three years each, one new every April (郡山市)', () => {
  const order = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((corporation) => ({ corporation }))
  const secondment = rotaOf({ kind: 'secondment', turn: 'year', lasts: 3, from: '2018-04-01', order })
  const on = (date: string) => whoIsOn(secondment, day(date)).map(({ id }) => id)
  expect(on('2020-04-01')).toEqual(['a', 'b', 'c'])
  expect(on('2021-03-31')).toEqual(['a', 'b', 'c'])
  expect(on('2021-04-01')).toEqual(['b', 'c', 'd'])
  expect(on('2025-04-01')).toEqual(['f', 'g', 'a'])
})

test('on-call by week and by day', () => {
  const weekly = rotaOf({ kind: 'on_call', turn: 'week', from: '2026-04-06' })
  expect(
    turns(weekly, day('2026-04-08'), day('2026-04-13')).map(({ from, to }) => [String(from), String(to)]),
  ).toEqual([
    ['2026-04-06', '2026-04-12'],
    ['2026-04-13', '2026-04-19'],
  ])
  const daily = rotaOf({ kind: 'on_call', turn: 'day' })
  expect(ids(daily, '2026-04-30', '2026-05-02')).toEqual(['yui', 'aoi', 'riku'])
})

test('a chair by meeting: a meeting that is cancelled costs nobody their turn', () => {
  const chair = rotaOf({ kind: 'chair', turn: 'meeting', series: 'liaison' })
  const meetings = ['2026-04-17', '2026-05-15', '2026-06-19', '2026-07-17'].map(day)
  const on = (dates: readonly Temporal.PlainDate[]) =>
    turns(chair, day('2026-04-01'), day('2027-03-31'), { meetings: dates }).map(({ party }) => party.id)
  expect(on(meetings)).toEqual(['aoi', 'riku', 'yui', 'aoi'])
  expect(on(meetings.toSpliced(1, 1))).toEqual(['aoi', 'riku', 'yui'])
  expect(whoIsOn(chair, day('2026-05-16'), { meetings })).toEqual([])
})

test('a turn that begins within a month lasts to its end', () => {
  const rota = rotaOf({ from: '2026-04-15' })
  expect(
    turns(rota, day('2026-04-01'), day('2026-05-01')).map(({ from, to }) => [String(from), String(to)]),
  ).toEqual([
    ['2026-04-15', '2026-04-30'],
    ['2026-05-01', '2026-05-31'],
  ])
})

test('who left drops out, their turn is the next one’s, and the turns before stay as they were', () => {
  const order = [{ member: 'aoi' }, { member: 'riku', until: '2026-07-31' }, { member: 'yui' }]
  expect(ids(rotaOf({ order }), '2026-04-01', '2026-12-31')).toEqual([
    ...['aoi', 'riku', 'yui'],
    ...['aoi', 'yui', 'aoi', 'yui', 'aoi', 'yui'],
  ])
})

test('who leaves within a turn does not begin it', () => {
  const order = [{ member: 'aoi' }, { member: 'riku', until: '2026-05-20' }, { member: 'yui' }]
  expect(ids(rotaOf({ order }), '2026-04-01', '2026-06-30')).toEqual(['aoi', 'yui', 'aoi'])
})

test('who comes new takes part from their first day on', () => {
  const order = [{ member: 'aoi' }, { member: 'new', since: '2026-06-01' }]
  expect(ids(rotaOf({ order }), '2026-04-01', '2026-09-30')).toEqual([
    'aoi',
    'aoi',
    'new',
    'aoi',
    'new',
    'aoi',
  ])
})

test('where everybody has left, nobody is on', () => {
  const rota = rotaOf({ order: [{ member: 'aoi', until: '2026-04-30' }] })
  expect(whoIsOn(rota, day('2026-05-01'))).toEqual([])
  expect(whoIsOn(rota, day('2026-03-31'))).toEqual([])
})

test('loads differ by at most one over any stretch, and every window shows the same turns', () => {
  const anyRota = fc.record({
    turn: fc.constantFrom('day', 'week', 'month', 'year'),
    people: fc.integer({ min: 1, max: 9 }),
    start: fc.integer({ min: 0, max: 40 }),
    length: fc.integer({ min: 0, max: 40 }),
  })
  fc.assert(
    fc.property(anyRota, ({ turn, people, start, length }) => {
      const order = Array.from({ length: people }, (_, at) => ({ member: `p${at}` }))
      const rota = rotaOf({ turn, order })
      const all = turns(rota, rota.from, rota.from.add({ years: turn === 'year' ? 90 : 7 }))
      const [first, last] = [all[start]!, all[start + length]!]
      const window = turns(rota, first.from, last.to)
      expect(window).toEqual(all.slice(start, start + length + 1))
      const loads = order.map(({ member }) => window.filter(({ party }) => party.id === member).length)
      expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1)
    }),
    { numRuns: 60 },
  )
})

test('somebody is on every day from the start', () => {
  const days = fc.integer({ min: 0, max: 2_000 })
  fc.assert(
    fc.property(fc.constantFrom('day', 'week', 'month', 'year'), days, (turn, after) => {
      const rota = rotaOf({ turn, from: '2026-04-06' })
      expect(whoIsOn(rota, rota.from.add({ days: after }))).toHaveLength(1)
    }),
    { numRuns: 60 },
  )
})
