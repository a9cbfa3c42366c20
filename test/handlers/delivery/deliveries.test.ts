import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { addSampleCases } from '../../../src/actions/practice/sample.ts'
import type { Card, ListItem } from '../../../src/bot/card.ts'
import type { Failure, Platform, Reply } from '../../../src/bot/port.ts'
import { type RecordingPlatform, recordingPlatform } from '../../../src/cli/simulate/recording-platform.ts'
import { sampleCases } from '../../../src/domain/practice/sample-cases.ts'
import { people, saidIn } from '../../support/people.ts'
import { type Product, sampleRegion, startProduct, tokyo } from '../../support/product.ts'

let product: Product
let seen: RecordingPlatform
let at: ReturnType<typeof people>
/** How posts to a person fail, for as long as it is there. */
let failing: Map<string, Failure>
/** How every post fails. */
let down: Failure | undefined

/** A Monday, when open work is told. */
beforeEach(async () => {
  product = await startProduct(tokyo('2026-04-06T08:00'))
  const region = await sampleRegion()
  await product.load(region)
  const cases = sampleCases(region, Temporal.PlainDate.from('2026-04-06'))
  await product.database.inRegion(region.id, (scope) => addSampleCases(scope, cases, product.clock.now()))
  seen = recordingPlatform(region)
  failing = new Map()
  down = undefined
  const platform: Platform = {
    ...seen.platform,
    post: async (place, card, key) => {
      const fault = down ?? ('user' in place ? failing.get(place.user) : undefined)
      return fault ? { ok: false, ...fault } : seen.platform.post(place, card, key)
    },
  }
  product.join(platform)
  at = people(product)
})

const cardOf = (reply: Reply): Card => {
  if (!('card' in reply)) throw new Error(saidIn(reply))
  return reply.card
}
const items = (reply: Reply): ListItem[] =>
  cardOf(reply).parts.flatMap((part) => (part.part === 'list' ? part.items : []))
const audit = () =>
  product.queues.finish([
    { job: 'audit-deliveries', jobId: `audit-${product.clock.now().epochMilliseconds}`, payload: {} },
  ])
const reports = () => seen.posts.filter(({ card }) => card.tag === 'ledger.late')

test('a person asks what was due to them, and hears when it went out; never what it said', async () => {
  await product.until(tokyo('2026-04-06T09:05'))
  const answer = await at.types('sakura', 'tsunagi deliveries')
  expect(items(answer)).toEqual([
    { text: '4月6日（月）9:00 朝のお知らせ', detail: '4月6日（月）9:00に届きました。' },
  ])
  const said = seen.posts.find(({ place }) => 'user' in place && place.user === 'sakura')
  expect(saidIn(said?.card as Card)).toContain('S-')
  expect(saidIn(answer)).not.toContain('S-')
})

test('others’ messages are the coordinator’s to see', async () => {
  await product.until(tokyo('2026-04-06T09:05'))
  expect(saidIn(await at.types('sakura', 'tsunagi deliveries midori'))).toContain(
    '自分へのお知らせの記録だけ',
  )
  expect(saidIn(await at.types('midori', 'tsunagi deliveries sakura'))).toContain('9:00に届きました')
  expect(saidIn(await at.types('sakura', 'tsunagi undelivered'))).not.toContain('朝のお知らせ')
})

test('what did not arrive says why and what to do; sent again, it arrives once', async () => {
  failing.set('sakura', { failure: 'refused', reason: 'closed-to-bots', detail: 'user_disabled' })
  await product.until(tokyo('2026-04-06T09:05'))
  const [line] = items(await at.types('midori', 'tsunagi undelivered'))
  expect(line?.detail).toContain('受け取らない設定')
  expect(line?.detail).toMatch(/さくら.*あて/)
  expect(items(await at.types('sakura', 'tsunagi deliveries'))[0]?.detail).toContain('受け取らない設定')
  await product.until(tokyo('2026-04-06T09:30'))
  failing.clear()
  const press = line?.button?.press
  if (!press) throw new Error('no button to send again')
  expect(saidIn(await at.presses('midori', press.command, press.options))).toContain('もう一度送ります')
  await product.until(tokyo('2026-04-06T09:31'))
  const mine = seen.posts.filter(
    ({ place, card }) => card.tag === 'digest' && 'user' in place && place.user === 'sakura',
  )
  expect(mine).toHaveLength(1)
  expect(saidIn(await at.presses('midori', press.command, press.options))).toContain(
    'もう一度送るものではなく',
  )
  expect(items(await at.types('sakura', 'tsunagi deliveries'))[0]?.detail).toContain('30分遅れ')
})

test('while the chat is away the ledger says that it waits, and for what', async () => {
  down = { failure: 'unavailable', detail: 'ECONNREFUSED' }
  await product.until(tokyo('2026-04-06T09:20'))
  const [line] = items(await at.types('sakura', 'tsunagi deliveries'))
  expect(line?.detail).toContain('まだ送っていません。チャットにつながりません。')
})

describe('after an outage the coordinators hear once what was late', () => {
  test('not while it lasts, and not again', async () => {
    down = { failure: 'unavailable', detail: 'ECONNREFUSED' }
    await product.until(tokyo('2026-04-06T11:00'))
    await audit()
    down = undefined
    await product.until(tokyo('2026-04-06T12:00'))
    expect(reports()).toEqual([])
    await audit()
    await product.until(tokyo('2026-04-06T12:01'))
    const told = reports().map(({ place }) => ('user' in place ? place.user : ''))
    expect(told.toSorted()).toEqual(['daichi', 'midori', 'nagisa'])
    expect(saidIn(reports()[0]?.card as Card)).toMatch(
      /朝のお知らせ: 4月6日（月）9:00の予定.*通を遅れて届けました/,
    )
    await product.until(tokyo('2026-04-06T13:00'))
    await audit()
    await product.until(tokyo('2026-04-06T13:01'))
    expect(reports()).toHaveLength(3)
  })

  test('it waits for the offices to open', async () => {
    down = { failure: 'unavailable', detail: 'ECONNREFUSED' }
    await product.until(tokyo('2026-04-07T00:30'))
    down = undefined
    await product.until(tokyo('2026-04-07T08:45'))
    await audit()
    expect(reports()).toHaveLength(0)
    await product.until(tokyo('2026-04-07T09:30'))
    await audit()
    await product.until(tokyo('2026-04-07T09:31'))
    expect(reports()).toHaveLength(3)
    expect(saidIn(reports()[0]?.card as Card)).toContain('その日のうちに送れませんでした')
  })

  test('what waits for the offices to open was not late', async () => {
    await product.until(tokyo('2026-04-06T20:00'))
    const plan = sql`insert into deliveries (region_id, key, kind, subject, reader_id, platform, workspace, account, planned_for, due_at)
      values ('saikatsuhoku', 'night', 'unreachable', 'sakura', 'midori', 'practice', 'saikatsuhoku', 'midori',
        '2026-04-06T20:00+09', '2026-04-06T20:00+09')`
    await product.database.inRegion('saikatsuhoku', ({ tx }) => tx.execute(plan))
    await product.until(tokyo('2026-04-07T09:30'))
    await audit()
    await product.until(tokyo('2026-04-07T09:31'))
    expect(reports()).toEqual([])
    const [, line] = items(await at.types('midori', 'tsunagi deliveries'))
    expect(line).toMatchObject({ text: expect.stringContaining('届かない方のお知らせ') })
    expect(line?.detail).not.toContain('遅れ')
  })
})
