import fc from 'fast-check'
import { expect, test } from 'vitest'
import { missingFor, readConfig } from '../../src/app/config.ts'
import { readRedisAddress } from '../../src/jobs/redis-address.ts'
import { fuzz } from './inputs.ts'
import { nasty, slipped } from './nasty.ts'

const VALID: Record<string, string> = {
  PORT: '3000',
  HOST: '127.0.0.1',
  PUBLIC_URL: 'https://tsunagi.example.jp/',
  DATA_DIR: 'data',
  DATABASE_URL: 'postgresql://kakuu:invented@db.invalid:5432/tsunagi',
  PRACTICE_DATABASE_URL: 'postgresql://kakuu:invented@db.invalid:5432/practice',
  REDIS_URL: 'redis+sentinel://kakuu:invented@one.invalid:26379,two.invalid/main/0',
  LOG_LEVEL: 'info',
  PRACTICE: 'auto',
  TSUNAGI_KEY: Buffer.alloc(32, 7).toString('base64'),
  SLACK_BOT_TOKEN: 'xoxb-invented',
  SLACK_APP_TOKEN: 'xapp-invented',
  SLACK_SIGNING_SECRET: 'invented-secret',
  SLACK_CLIENT_ID: '1.2',
  SLACK_CLIENT_SECRET: 'invented-secret',
  SLACK_API_URL: 'https://slack.invalid/api/',
  DISCORD_TOKEN: 'invented-token',
  DISCORD_API_URL: 'https://discord.invalid/api',
  DISCORD_SHARDS: '0-3/8',
}

const environment = fc
  .subarray(Object.entries(VALID))
  .chain((given) => fc.tuple(...given.map(([name, value]) => fc.tuple(fc.constant(name), slipped(value)))))
  .chain((given) =>
    fc.record({ given: fc.constant(given), more: fc.dictionary(nasty(100), nasty(100), { maxKeys: 3 }) }),
  )
  .map(({ given, more }) => ({ ...more, ...Object.fromEntries(given) }))

test('an environment is taken, or each of its faults is told by its name and without its value', () =>
  fuzz('the environment', environment, (given) => {
    const read = readConfig(given)
    readRedisAddress(given.REDIS_URL ?? '')
    if (read.ok) {
      expect(read.config.port).toBeLessThanOrEqual(65_535)
      for (const role of ['all', 'bot', 'worker'] as const) missingFor(role, read.config, false)
      return
    }
    expect(read.faults.length).toBeGreaterThan(0)
    for (const { name, should } of read.faults) {
      expect(Object.keys(VALID)).toContain(name)
      const secret = given[name]?.trim() ?? ''
      if (secret.length > 24) expect(should).not.toContain(secret)
    }
  }))
