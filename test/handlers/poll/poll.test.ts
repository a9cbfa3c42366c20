import { beforeEach, expect, test } from 'vitest'
import { type RecordingPlatform, recordingPlatform } from '../../../src/cli/simulate/recording-platform.ts'
import type { Region } from '../../../src/domain/region/region.ts'
import { people, saidIn } from '../../support/people.ts'
import { type Product, sampleRegion, startProduct, tokyo } from '../../support/product.ts'

const FOUR = ['midori', 'sakura', 'haruto', 'riku']

let product: Product
let region: Region
let seen: RecordingPlatform
let at: ReturnType<typeof people>

/** 調整会議 with four people, and no other meeting that would be in the way. */
beforeEach(async () => {
  product = await startProduct(tokyo('2026-06-01T10:00'))
  const sample = await sampleRegion()
  region = {
    ...sample,
    series: sample.series.filter(({ id }) => id === 'chosei'),
    bodies: sample.bodies.map((body) =>
      body.id === 'chosei' ? { ...body, members: FOUR.map((member) => ({ member })) } : body,
    ),
  }
  await product.load(region)
  seen = recordingPlatform(region)
  product.join(seen.platform)
  at = people(product)
})

const FORM = {
  title: '拠点の打ち合わせ',
  meets: 'meeting',
  minutes: '90',
  from: '2026-06-15',
  to: '2026-06-26',
  deadline: '2026-06-10',
  required: ['midori'],
  itself: 'no',
}
type Form = Record<string, string | string[]>
const finds = (more: Form = {}, user = 'midori', body = 'chosei') =>
  at.submits(user, 'meeting.find', { body }, { ...FORM, ...more })
const told = (user: string): string =>
  seen.posts
    .filter(({ place }) => 'user' in place && place.user === user)
    .map(({ card }) => saidIn(card))
    .join('\n')
const MARKS = { day1: 'yes', day2: 'yes', day3: 'no', day4: 'no', day5: 'no', day6: 'no' }
const answers = (user: string, poll: string, marks: Form = MARKS) =>
  at.submits(user, 'meeting.answer', { poll }, marks)

/** The poll's id, everybody asked. */
const asked = async (more: Form = {}): Promise<string> => {
  const draft = saidIn(await finds(more))
  const poll = /"poll":"([0-9a-f-]{36})"/.exec(draft)?.[1] ?? ''
  await at.presses('midori', 'meeting.ask', { poll })
  await product.until(tokyo('2026-06-01T11:00'))
  return poll
}

test.each<[string, Form, string, string]>([
  ['days that are past', { from: '2026-05-25' }, 'from', '過ぎた日です'],
  ['days before the deadline', { from: '2026-06-08' }, 'from', '候補は6月12日（金）から'],
  ['an end before its beginning', { to: '2026-06-12' }, 'to', 'はじめの日より前'],
  ['days too far off', { to: '2026-12-25' }, 'to', '先すぎます'],
  ['closed days only', { from: '2026-06-20', to: '2026-06-21' }, 'to', '営業日がありません'],
  ['a deadline on a Sunday', { deadline: '2026-06-07' }, 'deadline', '休みの日です'],
  ['a deadline that is over', { deadline: '2026-05-29' }, 'deadline', '期限が過ぎています'],
  ['more minutes than a day has', { minutes: '400' }, 'minutes', '分までです'],
  ['somebody who is not asked', { required: ['midori', 'himari'] }, 'required', '架空 ひまり'],
])('a poll for %s is refused at its field, and what was typed stays', async (_, more, field, reason) => {
  const reply = await finds(more)
  expect(reply.kind).toBe('correct')
  if (reply.kind !== 'correct') return
  expect(Object.keys(reply.faults.fields)).toEqual([field])
  expect(reply.faults.fields[field]).toContain(reason)
  expect(saidIn(reply)).toContain('拠点の打ち合わせ')
})

test('a body that one is not on or that is not there is refused with what would work', async () => {
  expect(saidIn(await finds({}, 'himari'))).toContain('調整会議の名簿にないため')
  expect(saidIn(await at.types('midori', 'meeting find ない会議'))).toContain(
    'ない会議」という会議体はありません',
  )
  expect(saidIn(await at.types('haruto', 'meeting find chosei'))).toContain('役割ではできません')
})

test('who was not asked cannot answer; who did not begin it cannot decide; an unanswered day is named', async () => {
  const poll = await asked()
  expect(saidIn(await answers('himari', poll))).toContain('この日程調整は見つかりません')
  expect(saidIn(await at.presses('sakura', 'meeting.decide', { poll, day: '1' }))).toContain('始めた方と')
  const { day2: _, ...short } = MARKS
  const reply = await answers('sakura', poll, short)
  expect(reply.kind === 'correct' && Object.keys(reply.faults.fields)).toEqual(['day2'])
})

test('decided twice: the second is told which day it is, and one meeting stands', async () => {
  const poll = await asked()
  await answers('sakura', poll)
  const both = await Promise.all(
    ['1', '2'].map((day) => at.presses('midori', 'meeting.decide', { poll, day })),
  )
  const said = both.map(saidIn)
  expect(said.filter((text) => text.includes('に決まりました'))).toHaveLength(1)
  expect(said.filter((text) => text.includes('に決まっています'))).toHaveLength(1)
  expect(saidIn(await answers('haruto', poll))).toContain('に決まっています')
  expect(saidIn(await at.presses('midori', 'meeting.decide', { poll, day: '9' }))).toContain(
    'に決まっています',
  )
})

test('where the body meets on every day offered already, none can be taken, and what to do is said', async () => {
  const poll = await asked({ from: '2026-06-22', to: '2026-06-22', required: [] })
  expect(saidIn(await at.presses('midori', 'meeting.decide', { poll, day: '1' }))).toContain(
    '決められる日が残っていません',
  )
})

test('silent members who left the region are not waited for, and the poll ends by itself without them', async () => {
  const poll = await asked({ itself: 'yes', required: ['midori', 'riku'] })
  for (const user of ['midori', 'sakura']) await answers(user, poll)
  const without = {
    ...region,
    members: region.members.filter(({ id }) => id !== 'riku'),
    bodies: region.bodies.map((body) =>
      body.id === 'chosei'
        ? { ...body, members: body.members.filter((seat) => !('member' in seat) || seat.member !== 'riku') }
        : body,
    ),
  }
  await product.load(without)
  const before = told('riku')
  await product.until(tokyo('2026-06-10T12:00'))
  expect(told('midori')).toContain('未回答1人')
  expect(told('riku')).toBe(before)
  await product.until(tokyo('2026-06-11T12:00'))
  expect(told('haruto')).toContain('拠点の打ち合わせは')
  expect(told('haruto')).toContain('欠かせない方1人のうち ◯1人')
  expect(told('riku')).toBe(before)
})
