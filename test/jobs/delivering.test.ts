import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { Redis } from 'ioredis'
import { beforeEach, expect, inject, test } from 'vitest'
import { addSampleCases } from '../../src/actions/practice/sample.ts'
import type { Failure, Platform, Posted } from '../../src/bot/port.ts'
import { type RecordingPlatform, recordingPlatform } from '../../src/cli/simulate/recording-platform.ts'
import { sampleCases } from '../../src/domain/practice/sample-cases.ts'
import { addDeliveries } from '../../src/store/outbox/deliveries.ts'
import { type Product, sampleRegion, startProduct, tokyo } from '../support/product.ts'
import { rowKind } from '../support/rows.ts'

/** A Monday, when open monitoring is told. */
const MORNING = tokyo('2026-04-06T09:00')
let product: Product
let seen: RecordingPlatform
/** What the next attempts at the planned message do instead of arriving; `arrives` tells whether the message is there all the same. */
let faults: (Failure & { arrives?: boolean })[]

beforeEach(async () => {
  product = await startProduct(tokyo('2026-04-06T08:00'))
  const region = await sampleRegion()
  await product.load(region)
  const cases = sampleCases(region, Temporal.PlainDate.from('2026-04-06'))
  await product.database.inRegion(region.id, (scope) => addSampleCases(scope, cases, product.clock.now()))
  seen = recordingPlatform(region)
  faults = []
  const platform: Platform = {
    ...seen.platform,
    post: async (place, card, key): Promise<Posted> => {
      // The morning's other posts go out beside it, in any order.
      const fault = key === 'one' ? faults.shift() : undefined
      if (!fault || fault.arrives) await seen.platform.post(place, card, key)
      const last = {
        platform: place.platform,
        workspace: place.workspace,
        channel: 'x',
        message: String(seen.posts.length),
      }
      return fault ? { ok: false, ...fault } : { ok: true, message: last }
    },
  }
  product.join(platform)
})

const plan = (user = 'sakura') =>
  product.database.inRegion('saikatsuhoku', (scope) =>
    addDeliveries(scope, [
      {
        key: 'one',
        kind: rowKind('digest'),
        subject: '2026-04-06',
        readerId: user,
        place: { platform: 'practice', workspace: 'saikatsuhoku', user },
        dueAt: MORNING,
      },
    ]),
  )
const state = () =>
  product.database.inRegion('saikatsuhoku', async ({ tx }) => {
    const { rows } = await tx.execute<{ state: string; attempts: number; reason: string | null }>(
      sql`select state, attempts, reason from deliveries where key = 'one'`,
    )
    return rows[0]
  })
const posted = () => seen.posts.filter(({ key }) => key === 'one').length

test.each([
  ['rate-limited', { failure: 'rate-limited', retryAfterSeconds: 30, of: 'workspace' }],
  ['down', { failure: 'unavailable', detail: 'ECONNREFUSED' }],
  ['an answer lost before it arrived', { failure: 'unknown', detail: 'timeout' }],
  ['an answer lost after it arrived', { failure: 'unknown', detail: 'timeout', arrives: true }],
  ['not connected for a while', { failure: 'refused', reason: 'not-connected', detail: 'invalid_auth' }],
] as const)('%s: the message is there once in the end', async (_, fault) => {
  faults.push({ ...fault }, { ...fault })
  await plan()
  await product.until(tokyo('2026-04-06T12:00'))
  expect(posted()).toBe(1)
  expect(await state()).toMatchObject({ state: 'sent', reason: null })
})

test('a person who cannot be written to is skipped with the reason on record', async () => {
  faults.push({ failure: 'refused', reason: 'closed-to-bots', detail: 'user_disabled' })
  await plan()
  await product.until(tokyo('2026-04-06T12:00'))
  expect(await state()).toMatchObject({ state: 'skipped', reason: 'closed-to-bots' })
})

test('the same purpose planned twice is one message', async () => {
  await Promise.all([plan(), plan(), plan()])
  await product.until(tokyo('2026-04-06T12:00'))
  expect(posted()).toBe(1)
})

test('Redis emptied between planning and sending loses nothing', async () => {
  await plan()
  const redis = new Redis(inject('redisUrl'))
  const keys = await redis.keys('*')
  if (keys.length > 0) await redis.del(keys.filter((key) => key.includes('test-')))
  redis.disconnect()
  await product.until(tokyo('2026-04-06T12:00'))
  expect(posted()).toBe(1)
})

test('an attempt that died while sending is looked up, not repeated', async () => {
  await plan()
  await product.database.inRegion('saikatsuhoku', ({ tx }) =>
    tx.execute(
      sql`update deliveries set state = 'sending', attempts = 1, first_tried_at = due_at where key = 'one'`,
    ),
  )
  await seen.platform.post(
    { platform: 'practice', workspace: 'saikatsuhoku', user: 'sakura' },
    { tag: 'digest', summary: '', parts: [] },
    'one',
  )
  await product.until(tokyo('2026-04-06T12:00'))
  expect(posted()).toBe(1)
  expect(await state()).toMatchObject({ state: 'sent', attempts: 2 })
})

test('what was finished before the morning is not in its digest; a digest with nothing left is not sent', async () => {
  const account = { platform: 'practice' as const, workspace: 'saikatsuhoku', user: 'sakura' }
  const { rows } = await product.database.inRegion('saikatsuhoku', ({ tx }) =>
    tx.execute<{ id: string }>(
      sql`select m.id from monitorings m join cases c on c.id = m.case_id
          where c.member_id = 'sakura' and m.due_month <= '2026-04-01'`,
    ),
  )
  expect(rows.length).toBeGreaterThan(0)
  for (const { id } of rows)
    await product.dispatch({
      kind: 'submit',
      press: { command: 'monitoring.done', options: { monitoring: id } },
      values: { monitoring: id, doneOn: '2026-04-06', outcome: 'as_planned' },
      account,
      event: randomUUID(),
    })
  await plan()
  await product.until(tokyo('2026-04-06T12:00'))
  const words = JSON.stringify(seen.posts.filter(({ place }) => 'user' in place && place.user === 'sakura'))
  expect(words).not.toContain('令和8年4月分')
})

test('nothing goes out on a closed day or out of hours', async () => {
  const closed = tokyo('2026-04-29T10:00')
  await product.until(tokyo('2026-04-28T18:00'))
  await product.database.inRegion('saikatsuhoku', (scope) =>
    addDeliveries(scope, [
      {
        key: 'one',
        kind: rowKind('digest'),
        subject: '2026-04-30',
        readerId: 'sakura',
        place: { platform: 'practice', workspace: 'saikatsuhoku', user: 'sakura' },
        dueAt: closed,
      },
    ]),
  )
  const before = seen.posts.length
  await product.until(tokyo('2026-04-30T08:59'))
  expect(seen.posts.length).toBe(before)
})
