import { randomBytes } from 'node:crypto'
import { pino } from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { assemble, planRegions } from '../../src/app/assemble.ts'
import { recordingPlatform } from '../../src/cli/simulate/recording-platform.ts'
import { virtualClock } from '../../src/domain/calendar/clock.ts'
import { keyring } from '../../src/store/engine/encryption.ts'
import { addDeliveries } from '../../src/store/outbox/deliveries.ts'
import { saveRegion } from '../../src/store/region/regions.ts'
import { freshDatabase } from '../support/database.ts'
import { sampleRegion, tokyo } from '../support/product.ts'
import { redisCluster, redisSentinel } from '../support/redis-processes.ts'
import { rowKind } from '../support/rows.ts'

const NOW = tokyo('2026-04-06T10:00')
/** The tick comes back within a minute of a Redis that does. */
const WITHIN = { timeout: 60_000, interval: 100 }
const SENTINELS_AGREE = { timeout: 120_000, interval: 100 }

/** The product with its clockwork on a Redis, and what it posts. */
const working = async (redisUrl: string) => {
  const assembly = assemble({
    databaseUrl: await freshDatabase(),
    redisUrl,
    keyring: keyring([randomBytes(32)]),
    clock: virtualClock(NOW),
    log: pino({ level: process.env.TEST_LOG ?? 'silent' }),
  })
  onTestFinished(assembly.close)
  const { database } = assembly
  const region = await sampleRegion()
  await database.inRegion(region.id, (scope) => saveRegion(scope, region))
  await planRegions(assembly)
  const { platform, posts, duplicates } = recordingPlatform(region)
  assembly.join(platform)
  await assembly.work(true)
  /** Planned in the store alone: nobody is woken, so that only the tick can find it. */
  const plan = (key: string) =>
    database.inRegion(region.id, (scope) =>
      addDeliveries(scope, [
        {
          key,
          kind: rowKind('year-calendar'),
          subject: '2026 renrakukai',
          place: { platform: 'practice', workspace: region.id, channel: 'renrakukai' },
          dueAt: NOW,
        },
      ]),
    )
  const arrives = async (key: string) => {
    await plan(key)
    await expect.poll(() => posts.filter((post) => post.key === key).length, WITHIN).toBe(1)
  }
  return { assembly, arrives, duplicates }
}

test('a cluster of three nodes carries the work, also after a node was lost and came back empty', async () => {
  const { url, nodes, holder } = await redisCluster('tsunagi')
  const { assembly, arrives, duplicates } = await working(url)
  await arrives('before')
  expect(await holder.ask('KEYS', '*')).not.toEqual([])
  for (const other of nodes.filter((node) => node !== holder))
    expect(await other.ask('KEYS', '*')).toEqual([])
  await holder.kill()
  await holder.startAgain()
  await arrives('after')
  expect(await assembly.queues.ready()).toBe(true)
  expect(duplicates()).toBe(0)
})

test('where sentinels name another master, the work goes on there', async () => {
  const { url, master, replica } = await redisSentinel('matsuri')
  const { assembly, arrives, duplicates } = await working(url)
  await arrives('before')
  await master.kill()
  // Sentinels on a busy machine distrust their clocks for half a minute and more (TILT) before they agree on a fail-over.
  await expect.poll(async () => String(await replica.ask('ROLE')), SENTINELS_AGREE).toMatch(/^master/)
  await arrives('after')
  expect(await assembly.queues.ready()).toBe(true)
  expect(duplicates()).toBe(0)
}, 240_000)
