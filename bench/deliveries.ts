import { randomUUID } from 'node:crypto'
import { Queue, Worker } from 'bullmq'
import { Redis } from 'ioredis'
import { pino } from 'pino'
import { assemble, planRegions } from '../src/app/assemble.ts'
import { recordingPlatform } from '../src/cli/simulate/recording-platform.ts'
import { virtualClock } from '../src/domain/calendar/clock.ts'
import { dueCalls } from '../src/jobs/find-due.ts'
import { runUntil } from '../src/jobs/run-until.ts'
import { saveRegion } from '../src/store/region/regions.ts'
import { onScratch, print, type Scratch, seconds } from './scratch.ts'
import { addCases, regionOf } from './seed.ts'

/**
 * Measures a Monday morning after a simulated week: from the digests' reminders to the platform's calls. The baseline is
 * as many no-op jobs on a BullMQ worker, in the same run on the same Redis. Run: `node bench/deliveries.ts [--json]`.
 */

/** Regions of today's size, and regions of which fifty make a nation's 24,000 readers. */
const SHAPES = [
  { regions: 40, specialists: 25 },
  { regions: 4, specialists: 480 },
]
const CASES_EACH = 10
const tokyo = (local: string) => Temporal.ZonedDateTime.from(`${local}[Asia/Tokyo]`).toInstant()
/** The worst case of a morning: the first business day of a week, when open work is told. */
const MORNING = tokyo('2026-04-13T09:00')
const BARE = 4_000

const bare = async ({ redisUrl }: Scratch): Promise<number> => {
  const connection = new Redis(redisUrl, { maxRetriesPerRequest: null })
  const working = connection.duplicate()
  const queue = new Queue('bare', { connection, prefix: '{bench}' })
  const add = (count: number) =>
    queue.addBulk(
      Array.from({ length: count }, () => ({
        name: 'bare',
        data: { id: randomUUID() },
        opts: { removeOnComplete: true },
      })),
    )
  let left = 0
  let done = () => {}
  const worker = new Worker('bare', async () => undefined, {
    connection: working,
    prefix: '{bench}',
    concurrency: 8,
    autorun: false,
  })
  worker.on('completed', () => {
    left -= 1
    if (left === 0) done()
  })
  const round = async (count: number): Promise<number> => {
    await worker.pause()
    await add(count)
    const emptied = new Promise<void>((resolve) => {
      done = resolve
    })
    left = count
    return seconds(async () => {
      await worker.resume()
      await emptied
    })
  }
  void worker.run()
  await round(BARE / 4)
  const taken = await round(BARE)
  await worker.close()
  await queue.close()
  connection.disconnect()
  working.disconnect()
  return BARE / taken
}

type Shape = (typeof SHAPES)[number]

const ours = async (scratch: Scratch, { regions, specialists }: Shape, name: string) => {
  const clock = virtualClock(tokyo('2026-04-05T12:00'))
  const assembly = assemble({
    ...scratch,
    clock,
    log: pino({ level: 'error' }),
    queuePrefix: `{${name}}`,
  })
  const seen = recordingPlatform(await regionOf(name))
  assembly.join(seen.platform)
  await scratch.client.query('truncate regions cascade')
  await scratch.client.query('truncate deliveries, reminders, meetings cascade')
  for (let at = 0; at < regions; at += 1) {
    const region = await regionOf(`${name}-${at}`, specialists)
    await assembly.database.inRegion(region.id, (scope) => saveRegion(scope, region))
    const year = { from: '2025-05-01', recordedUntil: '2026-04-01' }
    await addCases(scratch.client, region, specialists * CASES_EACH, year)
  }
  await scratch.client.query('analyze')
  await planRegions(assembly)
  await assembly.work(false)
  const { database, platforms, queues } = assembly
  await runUntil({ database, platforms, queues, clock }, MORNING.subtract({ minutes: 1 }))
  clock.set(MORNING)
  const before = seen.posts.length
  const cpu = process.cpuUsage()
  const taken = await seconds(async () => queues.finish(await dueCalls(assembly)))
  const { user, system } = process.cpuUsage(cpu)
  const messages = seen.posts.length - before
  await assembly.close()
  const cpuMs = (user + system) / 1_000 / messages
  return { regions, specialists, messages, perSecond: messages / taken, cpuMsEach: cpuMs }
}

print(
  await onScratch(async (scratch) => {
    const jobsPerSecond = await bare(scratch)
    const measured = []
    for (const shape of SHAPES) measured.push(await ours(scratch, shape, `of-${shape.specialists}`))
    return {
      deliveries: {
        bareJobsPerSecond: jobsPerSecond,
        ours: measured.map((one) => ({ ...one, ratio: one.perSecond / jobsPerSecond })),
      },
    }
  }),
)
