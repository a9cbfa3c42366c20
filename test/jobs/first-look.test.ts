import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import { pino } from 'pino'
import { expect, inject, onTestFinished, test } from 'vitest'
import { openQueues } from '../../src/jobs/queues.ts'
import { readRedisAddress } from '../../src/jobs/redis-address.ts'

/** The client's own look whether Redis is ready comes first on each connection; the next is BullMQ's. */
const LOOK = /\r\ninfo\r\n/gi

/** A way to Redis that breaks whenever BullMQ looks at the server through it, until it is mended. */
const breakingWay = async () => {
  const url = inject('redisUrl')
  const address = readRedisAddress(url)
  if (address?.kind !== 'socket' && address?.kind !== 'single') throw new Error('not one server')
  const to = address.kind === 'socket' ? { path: address.path } : address.node
  const way = { broken: true, breaks: 0 }
  const server = createServer((client) => {
    const redis = connect(to)
    let looks = 0
    client.on('data', (bytes) => {
      looks += bytes.toString('latin1').match(LOOK)?.length ?? 0
      if (way.broken && looks > 1) {
        way.breaks += 1
        client.destroy()
        return
      }
      redis.write(bytes)
    })
    redis.pipe(client)
    for (const [one, other] of [
      [client, redis],
      [redis, client],
    ] as const) {
      one.on('error', () => undefined)
      one.on('close', () => other.destroy())
    }
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(async () => {
    server.close()
  })
  const at = server.address()
  if (at === null || typeof at === 'string') throw new Error('no port')
  const through = new URL(address.kind === 'socket' ? 'redis://redis' : url)
  through.host = `127.0.0.1:${at.port}`
  return { way, url: through.toString() }
}

test('a Redis that broke while it was first looked at is used once it is well: no restart is needed', async () => {
  const { way, url } = await breakingWay()
  const queues = openQueues({
    redisUrl: url,
    prefix: `{test-${randomUUID()}}`,
    log: pino({ level: process.env.TEST_LOG ?? 'silent' }),
  })
  onTestFinished(queues.close)
  const add = () =>
    queues.enqueue([
      { job: 'deliver-due', jobId: 'deliver-due-somewhere-0', payload: { region: 'somewhere' } },
    ])
  await expect(add()).rejects.toThrow()
  expect(way.breaks).toBeGreaterThan(0)
  way.broken = false
  await expect.poll(() => add().then(() => 'taken', String), { timeout: 30_000, interval: 50 }).toBe('taken')
  // Each queue looks for itself.
  await expect
    .poll(() => queues.counts().catch(String), { timeout: 30_000, interval: 50 })
    .toContainEqual({ job: 'deliver-due', waiting: 1, active: 0, delayed: 0 })
})
