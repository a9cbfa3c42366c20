import { randomUUID } from 'node:crypto'
import { pino } from 'pino'
import { inject, onTestFinished } from 'vitest'
import { assemble, planRegions } from '../../src/app/assemble.ts'
import { type Config, readConfig } from '../../src/app/config.ts'
import { virtualClock } from '../../src/domain/calendar/clock.ts'
import { runUntil } from '../../src/jobs/run-until.ts'
import { keyring } from '../../src/store/engine/encryption.ts'
import { saveRegion } from '../../src/store/region/regions.ts'
import type { Product } from '../support/product.ts'

export const configFor = (databaseUrl: string, key: Buffer): Config => {
  const given = { DATABASE_URL: databaseUrl, REDIS_URL: 'redis://127.0.0.1:1', DATA_DIR: '/nowhere' }
  const read = readConfig({ ...given, TSUNAGI_KEY: key.toString('base64') })
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  return read.config
}

/** The product on a database of one's own, with a key of one's own. */
export const running = async (
  databaseUrl: string,
  key: Buffer,
  start: Temporal.Instant,
): Promise<Product> => {
  const clock = virtualClock(start)
  const assembly = assemble({
    databaseUrl,
    redisUrl: inject('redisUrl'),
    keyring: keyring([key]),
    clock,
    log: pino({ level: process.env.TEST_LOG ?? 'silent' }),
    queuePrefix: `{test-${randomUUID()}}`,
  })
  await assembly.work(false)
  let closing: Promise<void> | undefined
  const close = () => {
    closing ??= assembly.close()
    return closing
  }
  onTestFinished(close)
  return {
    ...assembly,
    close,
    clock,
    databaseUrl,
    until: (instant) => runUntil({ ...assembly, clock }, instant),
    load: async (region) => {
      await assembly.database.inRegion(region.id, (scope) => saveRegion(scope, region))
      await planRegions(assembly)
    },
  }
}
