import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Queue, Worker } from 'bullmq'
import { Redis } from 'ioredis'
import { pino } from 'pino'
import { assemble, planRegions } from '../src/assemble.ts'
import { readRegionFile } from '../src/cli/region/read-region-file.ts'
import { witness } from '../src/cli/simulate/witness.ts'
import { virtualClock } from '../src/clock.ts'
import { sampleCases } from '../src/domain/sample/sample-cases.ts'
import { startServers } from '../src/embedded/servers.ts'
import { dueCalls } from '../src/jobs/find-due.ts'
import { addDeliveries } from '../src/store/deliveries.ts'
import { keyring } from '../src/store/encryption.ts'
import { migrateDatabase } from '../src/store/migrate.ts'
import { saveRegion } from '../src/store/regions.ts'
import { addSampleCases } from '../src/store/sample.ts'
import { catalogues } from '../src/text/catalogue.ts'

/**
 * Planned messages to platform calls, beside BullMQ's worker doing nothing, in the same run on the same Redis.
 * `npm run bench` prints both rates and their ratio; docs say what bounds it.
 */

const COUNT = 500
const SAMPLE = new URL('../examples/regions/saikatsuhoku.yaml', import.meta.url)
/** A Monday morning on which every specialist has monitoring to hear of. */
const MORNING = Temporal.ZonedDateTime.from('2026-04-06T09:00[Asia/Tokyo]').toInstant()

const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1_000
}

const bare = async (redisUrl: string): Promise<number> => {
  const connection = new Redis(redisUrl, { maxRetriesPerRequest: null })
  const working = connection.duplicate()
  const queue = new Queue('bare', { connection, prefix: '{bench}' })
  await queue.addBulk(Array.from({ length: COUNT }, () => ({ name: 'bare', data: { id: randomUUID() } })))
  let left = COUNT
  const taken = await seconds(
    () =>
      new Promise<void>((resolve) => {
        const worker = new Worker('bare', async () => undefined, {
          connection: working,
          prefix: '{bench}',
          concurrency: 8,
        })
        worker.on('completed', () => {
          left -= 1
          if (left === 0) void worker.close().then(() => resolve())
        })
      }),
  )
  await queue.close()
  connection.disconnect()
  working.disconnect()
  return COUNT / taken
}

const ours = async (servers: { databaseUrl: string; redisUrl: string }): Promise<number> => {
  const read = readRegionFile(await readFile(SAMPLE, 'utf8'), catalogues.ja.regionFile)
  if (!read.ok) throw new Error('the sample region does not read')
  const { region } = read
  const clock = virtualClock(MORNING)
  const log = pino({ level: 'error' })
  const assembly = assemble({
    ...servers,
    keyring: keyring([randomBytes(32)]),
    clock,
    log,
    queuePrefix: '{ours}',
  })
  assembly.platforms.set('practice', witness(region).platform)
  const { database, queues } = assembly
  const specialists = region.members.filter(({ roles }) => roles.includes('specialist'))
  await database.inRegion(region.id, async (scope) => {
    await saveRegion(scope, region)
    await addSampleCases(scope, sampleCases(region, Temporal.PlainDate.from('2026-04-06')), MORNING)
    await addDeliveries(
      scope,
      Array.from({ length: COUNT }, (_, at) => {
        const user = specialists[at % specialists.length]?.id ?? ''
        const place = { platform: 'practice' as const, workspace: region.id, user }
        return {
          key: `bench:${at}`,
          kind: 'digest',
          subject: '2026-04-06',
          readerId: user,
          place,
          dueAt: MORNING,
        }
      }),
    )
  })
  await planRegions(assembly)
  await assembly.work(false)
  const taken = await seconds(async () => queues.finish(await dueCalls(assembly)))
  await assembly.close()
  return COUNT / taken
}

const dataDir = await mkdtemp(join(tmpdir(), 'tsunagi-bench-'))
const servers = await startServers({ dataDir })
await migrateDatabase(servers.databaseUrl)
const result = { bare: await bare(servers.redisUrl), ours: await ours(servers) }
await servers.stop()
await rm(dataDir, { recursive: true, force: true })
const figures = { ...result, ratio: result.ours / result.bare }
process.stdout.write(`${JSON.stringify({ deliveriesPerSecond: figures })}\n`)
