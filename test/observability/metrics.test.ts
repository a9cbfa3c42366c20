import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { addSampleCases } from '../../src/actions/practice/sample.ts'
import { addressOf, closeServer } from '../../src/app/web.ts'
import type { Platform } from '../../src/bot/port.ts'
import { type RecordingPlatform, recordingPlatform } from '../../src/cli/simulate/recording-platform.ts'
import { sampleCases } from '../../src/domain/practice/sample-cases.ts'
import { openMeters } from '../../src/observability/meters.ts'
import { serveMetrics } from '../../src/observability/metrics.ts'
import { addDeliveries } from '../../src/store/outbox/deliveries.ts'
import { askedAs } from '../support/asked-as.ts'
import { people } from '../support/people.ts'
import { type Product, sampleRegion, startProduct, tokyo } from '../support/product.ts'
import { rowKind } from '../support/rows.ts'

const REGION = 'saikatsuhoku'
const MORNING = tokyo('2026-04-06T09:00')
let product: Product
let seen: RecordingPlatform
let scrape: () => Promise<Map<string, number>>
let address: string

beforeEach(async () => {
  const meters = openMeters()
  product = await startProduct(tokyo('2026-04-03T10:00'), undefined, meters.watch)
  const region = await sampleRegion()
  await product.load(region)
  const cases = sampleCases(region, Temporal.PlainDate.from('2026-04-06'))
  await product.database.inRegion(REGION, (scope) => addSampleCases(scope, cases, product.clock.now()))
  seen = recordingPlatform(region)
  product.join(seen.platform)
  const server = await serveMetrics(meters, product, '0.1.0', { port: 0, host: '127.0.0.1' })
  onTestFinished(() => closeServer(server))
  address = addressOf(server)
  // The draft of a meeting in two days is due as soon as the region is there.
  await product.until(product.clock.now().add({ seconds: 1 }))
  scrape = async () => {
    const answer = await fetch(`${address}/metrics`)
    const lines = (await answer.text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'))
    return new Map(
      lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]),
    )
  }
})

const plan = (key: string) =>
  product.database.inRegion(REGION, (scope) =>
    addDeliveries(scope, [
      {
        key,
        kind: rowKind('digest'),
        subject: '2026-04-06',
        readerId: 'sakura',
        place: { platform: 'practice', workspace: REGION, user: 'sakura' },
        dueAt: MORNING,
      },
    ]),
  )

test('a morning is counted: who was to be told and was, how long it took, and nothing is late', async () => {
  await product.until(MORNING.add({ seconds: 1 }))
  const readers = seen.posts.filter(({ card }) => card.tag === 'digest').length
  expect(readers).toBeGreaterThan(3)
  const metrics = await scrape()
  expect(metrics.get(`tsunagi_digest_readers{region="${REGION}",state="expected"}`)).toBe(readers)
  expect(metrics.get(`tsunagi_digest_readers{region="${REGION}",state="told"}`)).toBe(readers)
  expect(metrics.get('tsunagi_delivery_attempts_total{platform="practice",result="sent"}')).toBe(
    seen.posts.length,
  )
  expect(metrics.get('tsunagi_delivery_delay_seconds_bucket{platform="practice",le="1"}')).toBe(
    seen.posts.length,
  )
  expect(metrics.get(`tsunagi_deliveries_late{region="${REGION}"}`)).toBe(0)
  expect(metrics.get('tsunagi_up{server="database"}')).toBe(1)
  expect(metrics.get('tsunagi_queue_jobs{job="deliver-due",state="waiting"}')).toBe(0)
  expect(metrics.get('tsunagi_database_connections{state="waiting"}')).toBe(0)
})

test('what cannot go out is counted by its reason, and is late after five minutes', async () => {
  await plan('one')
  const away: Platform = {
    ...seen.platform,
    post: async () => ({ ok: false, failure: 'unavailable', detail: '503' }),
  }
  product.join(away)
  await product.until(MORNING.add({ minutes: 6 }))
  const metrics = await scrape()
  const expected = metrics.get(`tsunagi_digest_readers{region="${REGION}",state="expected"}`)
  expect(metrics.get(`tsunagi_digest_readers{region="${REGION}",state="told"}`)).toBe(0)
  expect(metrics.get(`tsunagi_deliveries_late{region="${REGION}"}`)).toBeGreaterThanOrEqual(
    expected ?? Infinity,
  )
  expect(metrics.get(`tsunagi_deliveries_late_oldest_timestamp_seconds{region="${REGION}"}`)).toBe(
    MORNING.epochMilliseconds / 1_000,
  )
  const failures = metrics.get('tsunagi_delivery_failures_total{platform="practice",reason="unavailable"}')
  expect(failures).toBeGreaterThanOrEqual(expected ?? Infinity)
})

test('commands are timed by what was meant, and never by what was typed', async () => {
  const at = people(product, REGION)
  await at.types('haruto', '/case list')
  await at.types('haruto', '/めじるし 090-0000-0000')
  const metrics = await scrape()
  expect(metrics.get('tsunagi_command_seconds_count{noun="case",command="case.list"}')).toBe(1)
  expect(metrics.get('tsunagi_commands_total{noun="case",answered="answered"}')).toBe(1)
  expect(metrics.get('tsunagi_commands_total{noun="unknown",answered="refused"}')).toBe(1)
  const all = await (await fetch(`${address}/metrics`)).text()
  const region = await sampleRegion()
  for (const text of ['めじるし', '090-0000', ...region.members.map(({ name }) => name)])
    expect(all).not.toContain(text)
})

test('a page elsewhere that makes its name lead here reads no metrics', async () => {
  expect((await askedAs(`${address}/metrics`, 'rebound.example.com')).status).toBe(403)
  expect((await askedAs(`${address}/metrics`, 'tsunagi:9464')).text).toContain('tsunagi_up')
})
