import { randomBytes, randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { type Logger, pino } from 'pino'
import { inject, onTestFinished } from 'vitest'
import { type Assembly, assemble, planRegions } from '../../src/app/assemble.ts'
import { readRegionFile } from '../../src/cli/region/read-region-file.ts'
import { takesSummaries } from '../../src/domain/agenda/which-agenda.ts'
import { type VirtualClock, virtualClock } from '../../src/domain/calendar/clock.ts'
import type { Region } from '../../src/domain/region/region.ts'
import { runUntil } from '../../src/jobs/run-until.ts'
import { unwatched, type Watch } from '../../src/observability/watch.ts'
import { keyring } from '../../src/store/engine/encryption.ts'
import { saveRegion } from '../../src/store/region/regions.ts'
import { catalogues } from '../../src/text/catalogue.ts'
import { lentDatabase } from './database.ts'

const EXAMPLES = new URL('../../examples/regions/', import.meta.url)

export type Product = Omit<Assembly, 'clock'> & {
  clock: VirtualClock
  databaseUrl: string
  /** Lives on until then, doing what is due on the way. */
  until(instant: Temporal.Instant): Promise<void>
  /** The region as stored, with its meetings planned. */
  load(region: Region): Promise<void>
}

/** The product on real servers, its clock standing at `start`, without platforms. Closed after the test. */
export const startProduct = async (
  start: Temporal.Instant,
  log: Logger = pino({ level: process.env.TEST_LOG ?? 'silent' }),
  watch: Watch = unwatched,
): Promise<Product> => {
  const clock = virtualClock(start)
  const databaseUrl = await lentDatabase()
  const assembly = assemble({
    databaseUrl,
    redisUrl: inject('redisUrl'),
    keyring: keyring([randomBytes(32)]),
    clock,
    log,
    watch,
    queuePrefix: `{test-${randomUUID()}}`,
  })
  await assembly.work(false)
  onTestFinished(async () => {
    await Promise.all([...assembly.platforms.values()].map((platform) => platform.stop()))
    await assembly.close()
  })
  return {
    ...assembly,
    clock,
    databaseUrl,
    until: (instant) => runUntil({ ...assembly, clock }, instant),
    load: async (region) => {
      await assembly.database.inRegion(region.id, (scope) => saveRegion(scope, region))
      await planRegions(assembly)
    },
  }
}

/** 埼葛北地区 as the repository ships it. */
export const sampleRegion = (): Promise<Region> => exampleRegion('saikatsuhoku')

const read = new Map<string, Promise<Region>>()

/** One of the regions the repository ships. */
export const exampleRegion = (id: string): Promise<Region> => {
  const region = read.get(id) ?? readExample(id)
  read.set(id, region)
  return region
}

const readExample = async (id: string): Promise<Region> => {
  const file = new URL(`${id}.yaml`, EXAMPLES)
  const found = readRegionFile(await readFile(file, 'utf8'), catalogues.ja.regionFile)
  if (!found.ok) throw new Error(JSON.stringify(found.faults))
  return found.region
}

/** Its one meeting that takes summaries, and no other: time passes faster. */
export const onlyLiaison = (region: Region): Region => ({
  ...region,
  series: region.series.filter((one) => takesSummaries(region, one)),
})

/** An instant by the wall clock of the region. */
export const tokyo = (local: string): Temporal.Instant =>
  Temporal.PlainDateTime.from(local).toZonedDateTime('Asia/Tokyo').toInstant()
