import { randomBytes } from 'node:crypto'
import type { Server } from 'node:http'
import { expect, inject, onTestFinished, test } from 'vitest'
import { closeServer, listenWith } from '../../src/app/web.ts'
import { freshDatabase } from '../support/database.ts'
import { startRole } from '../support/processes.ts'
import { startCollector } from './collector.ts'

const environment = async (more: Record<string, string>) => ({
  DATABASE_URL: await freshDatabase(),
  REDIS_URL: inject('redisUrl'),
  TSUNAGI_KEY: randomBytes(32).toString('base64'),
  ...more,
})
const metricsOf = (lines: readonly string[]) =>
  lines.flatMap((line) => /http:\S+\/metrics/.exec(line)?.[0] ?? [])
const status = async (address: string) => (await fetch(address)).status

test('a worker that is told to shows its measures on a port of its own, its page behind the token, and sends its traces', async () => {
  const collector = await startCollector()
  const worker = await startRole(
    'worker',
    await environment({
      METRICS_PORT: '0',
      OPERATIONS_TOKEN: 'an-invented-token-of-the-tests',
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.address,
    }),
  )
  await collector.until((spans) => spans.some(({ name }) => name === 'job find-due'))
  const [metrics = ''] = metricsOf(worker.lines)
  expect(new URL(metrics).port).not.toBe(new URL(worker.address).port)
  expect(await status(`${worker.address}/metrics`)).toBe(404)
  expect(await status(`${worker.address}/operations`)).toBe(401)
  const measured = await (await fetch(metrics)).text()
  for (const line of [
    'tsunagi_up{server="database"} 1',
    'tsunagi_up{server="queue"} 1',
    'process_resident_memory_bytes',
  ])
    expect(measured).toContain(line)
  expect(measured).toMatch(/tsunagi_job_seconds_count\{job="find-due",result="done"\} [1-9]/)
  expect(collector.bodies.join()).toContain('"tsunagi.role"')
  expect(await worker.stop()).toBe(0)
})

test('a process that is told nothing shows and sends nothing', async () => {
  const bot = await startRole('bot', await environment({ PRACTICE: 'off' }))
  expect(metricsOf(bot.lines)).toEqual([])
  for (const path of ['metrics', 'operations', 'operations/style.css'])
    expect(await status(`${bot.address}/${path}`)).toBe(404)
  expect(await bot.stop()).toBe(0)
})

test.each([
  ['never answers', () => undefined],
  ['is gone', (collector: Server) => closeServer(collector)],
])('a collector that %s holds up neither the work nor the end', async (_, receive) => {
  let asked = () => {}
  const isAsked = new Promise<void>((resolve) => {
    asked = resolve
  })
  const collector = await listenWith(() => asked(), 0, '127.0.0.1')
  onTestFinished(() => closeServer(collector))
  const address = collector.address()
  const port = typeof address === 'object' ? address?.port : undefined
  const worker = await startRole(
    'worker',
    await environment({ OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}` }),
  )
  await isAsked
  await receive(collector)
  expect(await status(`${worker.address}/readyz`)).toBe(200)
  expect(await worker.stop()).toBe(0)
})
