import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { assemble } from '../../src/app/assemble.ts'
import { virtualClock } from '../../src/domain/calendar/clock.ts'
import { connectRedis } from '../../src/jobs/redis-connection.ts'
import { keyring } from '../../src/store/engine/encryption.ts'
import { freshDatabase } from '../support/database.ts'
import { tokyo } from '../support/product.ts'
import { type RedisProcess, redisServer } from '../support/redis-processes.ts'

/** Working on the Redis, which is then broken: how long it takes to close, and what is waited for. */
const closeAfter = async (breakIt: (redis: RedisProcess) => Promise<unknown>): Promise<number> => {
  const redis = await redisServer()
  const assembly = assemble({
    databaseUrl: await freshDatabase(),
    redisUrl: `redis://127.0.0.1:${redis.port}`,
    keyring: keyring([randomBytes(32)]),
    clock: virtualClock(tokyo('2026-04-06T10:00')),
    log: pino({ level: process.env.TEST_LOG ?? 'silent' }),
  })
  await assembly.work(true)
  await breakIt(redis)
  const started = performance.now()
  await assembly.close()
  return performance.now() - started
}

test('closing ends while the connections wait to try a lost Redis again', async () => {
  const took = await closeAfter(async (redis) => {
    await redis.kill()
    await pause(1_500)
  })
  expect(took).toBeLessThan(10_000)
})

test('closing ends on a Redis that keeps its connections and answers nothing', async () => {
  const took = await closeAfter(async (redis) => process.kill(redis.pid, 'SIGSTOP'))
  expect(took).toBeLessThan(10_000)
})

test('an attempt that a fail-over aborts is made again; one that is closed is not', async () => {
  const redis = await redisServer()
  const patience = { enableOfflineQueue: true, maxRetriesPerRequest: null }
  const connection = connectRedis(`redis://127.0.0.1:${redis.port}`, patience, pino({ level: 'silent' }))
  // What the client does at the sentinels' message, in the middle of connecting.
  const { connector } = connection as unknown as { connector: { disconnect(): void } }
  connector.disconnect()
  await expect.poll(() => connection.status).toBe('ready')
  connection.disconnect()
  await expect.poll(() => connection.status).toBe('end')
  const closed = connectRedis(`redis://127.0.0.1:${redis.port}`, patience, pino({ level: 'silent' }))
  closed.disconnect()
  await pause(500)
  expect(closed.status).toBe('end')
})
