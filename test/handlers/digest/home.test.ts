import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import type { Card, ListItem } from '../../../src/bot/card.ts'
import type { Platform } from '../../../src/bot/port.ts'
import { draftAt, publishAt } from '../../../src/domain/meeting/agenda-times.ts'
import { meetingsBetween } from '../../../src/store/meeting/meetings.ts'
import { people, saidIn } from '../../support/people.ts'
import { onlyLiaison, type Product, sampleRegion, startProduct, tokyo } from '../../support/product.ts'

let product: Product
let at: ReturnType<typeof people>

const PLAN = {
  code: 'S-0900',
  kind: 'renewal',
  validFrom: 'R8.4.1',
  validTo: 'R9.3.31',
  monitoring: '6月ごと(R8.9~R9.3)',
}

/** A Wednesday in the middle of a week: a digest would name no open work. */
beforeEach(async () => {
  product = await startProduct(tokyo('2026-09-09T10:00'))
  await product.load(onlyLiaison(await sampleRegion()))
  at = people(product)
  await at.submits('sakura', 'case.register', {}, PLAN)
})

const opens = async (member: string): Promise<Card> => {
  const account = { platform: 'practice' as const, workspace: 'saikatsuhoku', user: member }
  const reply = await product.dispatch({ kind: 'home', event: randomUUID(), account })
  if (reply.kind !== 'home') throw new Error(saidIn(reply))
  return reply.card
}
const lines = (card: Card): ListItem[] =>
  card.parts.flatMap((part) => (part.part === 'list' ? part.items : []))
const presses = (card: Card) => lines(card).flatMap(({ button }) => (button ? [button.press.command] : []))

test('all that is open waits there, on any day, each with the button that finishes it', async () => {
  await at.submits(
    'midori',
    'followup.add',
    {},
    { member: 'sakura', what: '通所先の見学の日を決める。', dueOn: 'R8.9.10' },
  )
  const page = await opens('sakura')
  expect(presses(page)).toEqual(
    expect.arrayContaining(['monitoring.done', 'followup.show', 'meeting.attend']),
  )
  const monitoring = lines(page).find(({ button }) => button?.press.command === 'monitoring.done')
  expect(monitoring?.text).toContain('S-0900')
  const options = monitoring?.button?.press.options ?? {}
  const done = { ...options, doneOn: 'R8.9.9', outcome: 'as_planned', reason: '' }
  expect(saidIn(await at.submits('sakura', 'monitoring.done', options, done))).toContain('記録しました')
  expect(presses(await opens('sakura'))).not.toContain('monitoring.done')
})

test('who has nothing open is told so; the region is its coordinator’s to see', async () => {
  expect(presses(await opens('iin-01'))).toContain('tsunagi.pledge')
  await at.submits('iin-01', 'tsunagi.pledge', {}, { body: 'zentaikai', confirmed: 'yes' })
  const page = await opens('iin-01')
  expect(saidIn(page)).toContain('待っているものはありません')
  expect(saidIn(page)).not.toContain('S-0900')
  expect(saidIn(page)).not.toContain('圏域のようす')
})

test('a coordinator sees the region: overdue work, drafts, meetings, openings', async () => {
  const page = await opens('midori')
  expect(saidIn(page)).toContain('圏域のようす')
  expect(saidIn(page)).toContain('圏域の次の会議')
  expect(saidIn(page)).toContain('まだどの事業所からも届いていません')
  await at.submits('sakura', 'openings.tell', {}, { newUsers: '2', from: 'R8.10', kinds: '児童' })
  expect(saidIn(await opens('midori'))).toContain('合わせて2人')
  product.clock.set(tokyo('2026-10-26T10:00'))
  const overdue = lines(await opens('midori')).find(
    ({ button }) => button?.press.command === 'monitoring.due' && button.press.options.member === 'sakura',
  )
  expect(overdue?.detail).toContain('S-0900')
})

test('a draft that is open to the coordinator stands on their page until it goes out', async () => {
  const drafts = async () =>
    lines(await opens('midori')).filter(({ button }) => button?.press.command === 'agenda.preview')
  product.join(readByStrangers)
  expect(await drafts()).toEqual([])
  const { draftAt } = await nextMeeting()
  await product.until(draftAt)
  const [draft] = await drafts()
  expect(draft?.detail).toContain('公開されます')
  const meeting = draft?.button?.press.options ?? {}
  await at.presses('midori', 'agenda.publish', meeting)
  await product.until(product.clock.now().add({ minutes: 1 }))
  expect((await drafts()).map(({ button }) => button?.press.options)).not.toContainEqual(meeting)
})

test('an agenda that could not be posted stands there too, with the way to try again', async () => {
  product.join(readByStrangers)
  await product.until((await nextMeeting()).publishAt)
  const [withheld] = lines(await opens('midori')).filter(
    ({ button }) => button?.press.command === 'agenda.publish',
  )
  expect(withheld?.detail).toContain('参加者を確かめて')
})

const nextMeeting = async () => {
  const region = await sampleRegion()
  const now = product.clock.now()
  const [next] = await product.database.inRegion(region.id, (scope) =>
    meetingsBetween(scope, now, now.add({ hours: 24 * 60 })),
  )
  if (!next) throw new Error('no meeting')
  return {
    draftAt: draftAt(region, next.startsAt),
    publishAt: publishAt(region, next.startsAt).toInstant().add({ minutes: 1 }),
  }
}

/** A platform whose channels can be read by a stranger. */
const readByStrangers: Platform = {
  name: 'practice',
  limits: 'unlimited',
  post: async (place) => ({ ok: true, message: { ...place, channel: 'c', message: 'm' } }),
  find: async () => ({ ok: true, message: undefined }),
  update: async () => ({ ok: true }),
  pin: async () => ({ ok: true }),
  openThread: async () => ({ ok: true }),
  audience: async () => ({
    ok: true,
    audience: { isPrivate: true, isSharedOutside: false, members: ['a-stranger'] },
  }),
  people: async () => ({ ok: true, people: [] }),
  stop: async () => undefined,
}
