import { randomBytes, randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { Redis } from 'ioredis'
import { pino } from 'pino'
import { expect, inject, onTestFinished, test } from 'vitest'
import { addSampleCases } from '../../src/actions/practice/sample.ts'
import { type Assembly, assemble, planRegions } from '../../src/app/assemble.ts'
import { type RecordingPlatform, recordingPlatform } from '../../src/cli/simulate/recording-platform.ts'
import { virtualClock } from '../../src/domain/calendar/clock.ts'
import { sampleCases } from '../../src/domain/practice/sample-cases.ts'
import { dueCalls } from '../../src/jobs/find-due.ts'
import { nextDueAt, runUntil } from '../../src/jobs/run-until.ts'
import { type Keyring, keyring } from '../../src/store/engine/encryption.ts'
import { addDeliveries } from '../../src/store/outbox/deliveries.ts'
import { saveRegion } from '../../src/store/region/regions.ts'
import { freshDatabase } from '../support/database.ts'
import { sampleRegion, tokyo } from '../support/product.ts'
import { rowKind } from '../support/rows.ts'

const START = tokyo('2026-04-01T08:00')
const log = pino({ level: process.env.TEST_LOG ?? 'silent' })

/** Processes on one database that post to one place. Each is on the queue whose prefix it is given. */
const fleet = async (prefixes: readonly string[]) => {
  const clock = virtualClock(START)
  const databaseUrl = await freshDatabase()
  const keys: Keyring = keyring([randomBytes(32)])
  const region = await sampleRegion()
  const seen: RecordingPlatform = recordingPlatform(region)
  const workers = prefixes.map((queuePrefix): Assembly => {
    const redisUrl = inject('redisUrl')
    const worker = assemble({ databaseUrl, redisUrl, keyring: keys, clock, log, queuePrefix })
    worker.join(seen.platform)
    onTestFinished(worker.close)
    return worker
  })
  const [first] = workers
  if (!first) throw new Error('no worker')
  await first.database.inRegion(region.id, async (scope) => {
    await saveRegion(scope, region)
    await addSampleCases(scope, sampleCases(region, Temporal.PlainDate.from('2026-04-01')), START)
  })
  await planRegions(first)
  return { clock, first, workers, seen, region }
}

/** What went where, without the ids that each database makes anew. */
const said = ({ posts }: RecordingPlatform): string[] =>
  posts
    .map(({ place, card }) => `${'user' in place ? place.user : place.channel}: ${card.summary}`)
    .toSorted()

const beingSent = ({ database }: Assembly) =>
  database.inRegion('saikatsuhoku', async ({ tx }) => {
    const { rows } = await tx.execute<{ count: number }>(
      sql`select count(*)::int as count from deliveries where state = 'sending'`,
    )
    return rows[0]?.count
  })

test('two workers at the same instants, with nothing between them but the store, say what one says', {
  timeout: 240_000,
}, async () => {
  const end = tokyo('2026-04-15T00:00')
  const one = await fleet([`{test-${randomUUID()}}`])
  await one.first.work(false)
  await runUntil({ ...one.first, clock: one.clock }, end)

  // A queue for each: not even Redis keeps the second from doing what the first does.
  const two = await fleet([`{test-${randomUUID()}}`, `{test-${randomUUID()}}`])
  await Promise.all(two.workers.map((worker) => worker.work(false)))
  for (;;) {
    const next = await nextDueAt(two.first.database)
    if (!next || Temporal.Instant.compare(next, end) > 0) break
    // What was due before it began is done at once.
    if (Temporal.Instant.compare(next, two.clock.now()) > 0) two.clock.set(next)
    const tick = async (worker: Assembly) => worker.queues.finish(await dueCalls(worker))
    await Promise.all(two.workers.map(tick))
    // Jobs make jobs: time stands until none holds a message any more, or its lease would run out under it.
    await expect.poll(() => beingSent(two.first), { timeout: 30_000, interval: 5 }).toBe(0)
  }
  expect(two.seen.duplicates()).toBe(0)
  expect(said(two.seen)).toEqual(said(one.seen))
  expect(said(one.seen).length).toBeGreaterThan(20)
})

test('what nobody was woken for is found by the clockwork, again after Redis was emptied', async () => {
  const prefix = `{test-${randomUUID()}}`
  const { first, workers, seen, region, clock } = await fleet([prefix, prefix, prefix])
  clock.set(tokyo('2026-04-06T10:00'))
  await Promise.all(workers.map((worker) => worker.work(true)))
  const arrives = async (key: string) => {
    await first.database.inRegion(region.id, (scope) =>
      addDeliveries(scope, [
        {
          key,
          kind: rowKind('year-calendar'),
          subject: '2026 renrakukai',
          place: { platform: 'practice', workspace: region.id, channel: 'renrakukai' },
          dueAt: clock.now(),
        },
      ]),
    )
    const posted = () => seen.posts.filter((post) => post.key === key).length
    await expect.poll(posted, { timeout: 60_000, interval: 50 }).toBe(1)
  }
  const redis = new Redis(inject('redisUrl'))
  onTestFinished(() => redis.disconnect())
  // Each worker looks once at its start: what comes after those looks is the clockwork's.
  const looks = async () =>
    (await redis.llen(`${prefix}:find-due:wait`)) + (await redis.llen(`${prefix}:find-due:active`))
  await expect.poll(looks, { timeout: 30_000, interval: 50 }).toBe(0)
  await arrives('before')
  await redis.del(await redis.keys(`${prefix}*`))
  await arrives('after')
  expect(seen.duplicates()).toBe(0)
})
