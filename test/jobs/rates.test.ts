import { randomBytes, randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { pino } from 'pino'
import { expect, inject, onTestFinished, test } from 'vitest'
import { cancelMeeting } from '../../src/actions/meeting/change-meeting.ts'
import { assemble } from '../../src/app/assemble.ts'
import { systemClock } from '../../src/app/system-clock.ts'
import { RATES as DISCORD } from '../../src/bot/discord/limits.ts'
import type { Platform } from '../../src/bot/port.ts'
import { RATES as SLACK } from '../../src/bot/slack/limits.ts'
import { type Clock, shiftedClock } from '../../src/domain/calendar/clock.ts'
import type { Region } from '../../src/domain/region/region.ts'
import { dueCalls } from '../../src/jobs/find-due.ts'
import { keyring } from '../../src/store/engine/encryption.ts'
import { meetingsBetween } from '../../src/store/meeting/meetings.ts'
import { addDeliveries, type NewDelivery } from '../../src/store/outbox/deliveries.ts'
import { type LimitedPlatform, limitedPlatform } from '../support/limited-platform.ts'
import { type Product, sampleRegion, startProduct, tokyo } from '../support/product.ts'
import { rowKind } from '../support/rows.ts'

/** The liaison meeting of this day is cancelled in the morning. */
const START = tokyo('2026-04-06T08:59')
const NINE = tokyo('2026-04-06T09:00')
const WORKSPACE = 'T1'

/** 埼葛北地区 with its bodies' channels and all its members in one workspace. */
const connected = async (name: 'slack' | 'discord'): Promise<Region> => {
  const region = await sampleRegion()
  return {
    ...region,
    workspaces: [{ platform: name, id: WORKSPACE, name: WORKSPACE }],
    bodies: region.bodies.map((body) => ({
      ...body,
      channels: [{ platform: name, workspace: WORKSPACE, channel: `C-${body.id}` }],
    })),
  }
}

const limited = async (
  name: 'slack' | 'discord',
  limits: Platform['limits'],
): Promise<{ product: Product; region: Region; platform: LimitedPlatform }> => {
  const product = await startProduct(START)
  const region = await connected(name)
  const platform = limitedPlatform(name, limits, product.clock)
  product.join(platform.platform)
  await product.load(region)
  return { product, region, platform }
}

/** Messages that say the same whatever happened: what matters here is when they leave. */
const plan = (
  product: Product,
  region: Region,
  count: number,
  to: (at: number) => { channel: string } | { user: string },
  platform: 'slack' | 'discord',
) =>
  product.database.inRegion(region.id, (scope) =>
    addDeliveries(
      scope,
      Array.from(
        { length: count },
        (_, at): NewDelivery => ({
          key: `plain-${at}`,
          kind: rowKind('unreachable'),
          subject: region.members[0]?.id ?? '',
          place: { platform, workspace: WORKSPACE, ...to(at) },
          dueAt: NINE,
        }),
      ),
    ),
  )

const plain = ({ arrived }: LimitedPlatform) => arrived.filter(({ key }) => key.startsWith('plain-'))
const secondsAfterNine = (at: Temporal.Instant | undefined): number =>
  at?.since(NINE).total('seconds') ?? Number.NaN
const last = (platform: LimitedPlatform) => secondsAfterNine(plain(platform).at(-1)?.at)

test.each([
  ['slack', SLACK, 300 / 60],
  ['discord', DISCORD, 25],
] as const)(
  'a crowd on %s is told as fast as its limits allow, and it never asks to wait',
  async (name, limits, aSecond) => {
    const { product, region, platform } = await limited(name, limits)
    await plan(product, region, 200, (at) => ({ user: `U${at}` }), name)
    await product.until(tokyo('2026-04-06T09:05'))
    expect(plain(platform)).toHaveLength(200)
    expect(platform.refused()).toBe(0)
    expect(last(platform)).toBeLessThan((1.1 * 200) / aSecond)
  },
)

test('without limits of ours the same crowd is refused: the fake does keep them', async () => {
  const { product, region, platform } = await limited('discord', 'unlimited')
  await plan(product, region, 200, (at) => ({ user: `U${at}` }), 'discord')
  await product.until(tokyo('2026-04-06T09:05'))
  expect(platform.refused()).toBeGreaterThan(0)
  expect(plain(platform)).toHaveLength(200)
})

test('into one channel goes one a second, in their order', async () => {
  const { product, region, platform } = await limited('slack', SLACK)
  await plan(product, region, 12, () => ({ channel: 'C1' }), 'slack')
  await product.until(tokyo('2026-04-06T09:05'))
  expect(platform.refused()).toBe(0)
  expect(plain(platform)).toHaveLength(12)
  expect(last(platform)).toBeLessThan(15)
})

test('what changes today goes ahead of a morning that waits', async () => {
  const { product, region, platform } = await limited('slack', SLACK)
  await plan(product, region, 300, (at) => ({ user: `U${at}` }), 'slack')
  await product.until(NINE.add({ seconds: 11 }))
  const cancelledAt = product.clock.now()
  await product.database.inRegion(region.id, async (scope) => {
    const [meeting] = await meetingsBetween(scope, NINE, NINE.add({ hours: 72 }))
    if (!meeting) throw new Error('no meeting in these days')
    await cancelMeeting(scope, region, meeting, '講師の都合', { by: 'sakura', now: cancelledAt })
  })
  await product.until(tokyo('2026-04-06T09:05'))
  const told = platform.arrived.find(({ key }) => key.startsWith('meeting-changed:'))
  expect(told?.at.since(cancelledAt).total('seconds')).toBeLessThanOrEqual(5)
  expect(plain(platform)).toHaveLength(300)
  expect(platform.refused()).toBe(0)
})

test.each([
  ['place', 1],
  ['workspace', 40],
] as const)('asked to wait with a %s, that waits and nothing else', async (of, waiting) => {
  const { product, region, platform } = await limited('slack', SLACK)
  const post = platform.platform.post
  let asked = 0
  platform.platform.post = async (place, card, key) => {
    asked += 1
    return asked === 1
      ? { ok: false, failure: 'rate-limited', retryAfterSeconds: 90, of }
      : post(place, card, key)
  }
  await plan(product, region, 40, (at) => ({ user: `U${at}` }), 'slack')
  await product.until(tokyo('2026-04-06T09:05'))
  const late = plain(platform).filter(({ at }) => secondsAfterNine(at) >= 90)
  expect(plain(platform)).toHaveLength(40)
  // Those that were on their way beside it when it was heard are there already.
  expect(late.length).toBeGreaterThanOrEqual(Math.max(1, waiting - 16))
  expect(late.length).toBeLessThanOrEqual(waiting)
})

test('waiting for a limit is nobody’s failure: the next real one waits no longer for it', async () => {
  const { product, region, platform } = await limited('slack', SLACK)
  await plan(product, region, 20, () => ({ channel: 'C1' }), 'slack')
  await product.until(tokyo('2026-04-06T09:05'))
  const { rows } = await product.database.inRegion(region.id, ({ tx }) =>
    tx.execute<{ failures: number }>(
      sql`select max(failures)::int as failures from deliveries where key like 'plain-%'`,
    ),
  )
  expect(plain(platform)).toHaveLength(20)
  expect(rows).toEqual([{ failures: 0 }])
})

/** A process that works in real time. */
const workerAt = (product: Product, clock: Clock, platform: Platform) => {
  const worker = assemble({
    databaseUrl: product.databaseUrl,
    redisUrl: inject('redisUrl'),
    keyring: keyring([randomBytes(32)]),
    clock,
    log: pino({ level: 'silent' }),
    queuePrefix: `{test-${randomUUID()}}`,
  })
  onTestFinished(() => worker.close())
  worker.join(platform)
  return worker
}

test('in real time each has its turn when it comes, not when the tick next looks', async () => {
  const product = await startProduct(START)
  const region = await connected('slack')
  await product.load(region)
  const clock = shiftedClock(systemClock, systemClock.now().until(NINE))
  const platform = limitedPlatform('slack', SLACK, clock)
  await plan(product, region, 6, () => ({ channel: 'C1' }), 'slack')
  const worker = workerAt(product, clock, platform.platform)
  await worker.work(true)
  await expect.poll(() => plain(platform).length, { timeout: 90_000, interval: 50 }).toBe(6)
  const [first, ...others] = plain(platform)
  expect(platform.refused()).toBe(0)
  // Six turns of a tick would take a minute.
  expect(
    others
      .at(-1)
      ?.at.since(first?.at ?? NINE)
      .total('seconds'),
  ).toBeLessThan(25)
})

test('what is planned while its region’s messages are on their way leaves after them, not with the next tick', async () => {
  const product = await startProduct(START)
  const region = await connected('slack')
  await product.load(region)
  const clock = shiftedClock(systemClock, systemClock.now().until(NINE))
  const chat = limitedPlatform('slack', 'unlimited', clock)
  const { platform } = chat
  const onItsWay = Promise.withResolvers<void>()
  const mayGo = Promise.withResolvers<void>()
  const worker = workerAt(product, clock, {
    ...platform,
    post: async (...what) => {
      onItsWay.resolve()
      await mayGo.promise
      return platform.post(...what)
    },
  })
  await plan(product, region, 1, () => ({ channel: 'C1' }), 'slack')
  await worker.work(true)
  await onItsWay.promise
  await plan(product, region, 2, (at) => ({ channel: `C${at + 1}` }), 'slack')
  await worker.queues.enqueue(await dueCalls(worker))
  const released = clock.now()
  mayGo.resolve()
  await expect.poll(() => plain(chat).length, { timeout: 30_000, interval: 50 }).toBe(2)
  expect(plain(chat).at(-1)?.at.since(released).total('seconds')).toBeLessThan(4)
})
