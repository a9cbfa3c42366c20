import { expect, onTestFinished, test } from 'vitest'
import { recordingPlatform } from '../../src/cli/simulate/recording-platform.ts'
import { makeLog } from '../../src/observability/log.ts'
import { startTracing } from '../../src/observability/tracing.ts'
import { asOwner } from '../support/database.ts'
import { people } from '../support/people.ts'
import { onlyLiaison, type Product, sampleRegion, startProduct, tokyo } from '../support/product.ts'
import { type CollectedSpan, startCollector } from './collector.ts'

const REGION = 'saikatsuhoku'
const REASON = 'めじるしの理由のため'

const attribute = (span: CollectedSpan | undefined, name: string) =>
  span?.attributes.find(({ key }) => key === name)?.value.stringValue

/** Lives on until the morning of the next meeting: cancelling it then is told in the channel at once. */
const dayOfMeeting = async (product: Product): Promise<() => Promise<unknown>> => {
  const next = await asOwner(product.databaseUrl, REGION, async (owner) => {
    const { rows } = await owner.query<{ id: string; day: string }>(
      `select id, to_char(starts_at at time zone 'Asia/Tokyo', 'YYYY-MM-DD') as day from meetings order by nominal limit 1`,
    )
    return rows[0]
  })
  if (!next) throw new Error('no meeting')
  await product.until(tokyo(`${next.day}T08:00`))
  const values = { reason: REASON }
  return () => people(product, REGION).submits('midori', 'meeting.cancel', { meeting: next.id }, values)
}

test('from the command to the platform: transaction, job, attempt and call are in one trace, and no text is', async () => {
  const collector = await startCollector()
  const lines: string[] = []
  const log = makeLog('debug', { write: (line) => void lines.push(line) })
  const tracing = startTracing(collector.address, { role: 'all', version: '0.1.0' }, log)
  onTestFinished(() => tracing.stop())
  const product = await startProduct(tokyo('2026-04-07T10:00'), log)
  const region = onlyLiaison(await sampleRegion())
  await product.load(region)
  const seen = recordingPlatform(region)
  product.join(seen.platform)
  const cancel = await dayOfMeeting(product)
  await cancel()
  /** The call that the command led to, and all that it was a part of, as far as it has arrived. */
  const pathOf = (all: readonly CollectedSpan[]): CollectedSpan[] => {
    const asked = all.find(({ name }) => name === 'command meeting.cancel')
    const path: CollectedSpan[] = []
    let span = all.find(({ name, traceId }) => name === 'practice post' && traceId === asked?.traceId)
    for (; span; span = all.find(({ spanId }) => spanId === span?.parentSpanId)) path.push(span)
    return path
  }
  const spans = await collector.until((all) => pathOf(all).at(-1)?.name === 'command meeting.cancel')
  const above = pathOf(spans)
  const [posted] = above
  expect(above.map(({ name }) => name)).toEqual([
    'practice post',
    'attempt',
    'job deliver-due',
    'job settle-reminder',
    'job find-due',
    'command meeting.cancel',
  ])
  expect(new Set(above.map(({ traceId }) => traceId)).size).toBe(1)
  const command = above.at(-1)
  expect(attribute(command, 'tsunagi.answered')).toBe('answered')
  const transaction = spans.find(
    ({ name, parentSpanId }) => name === 'transaction' && parentSpanId === command?.spanId,
  )
  expect(attribute(transaction, 'tsunagi.region')).toBe(REGION)

  const delivery = attribute(above[1], 'tsunagi.delivery')
  const sent = await asOwner(product.databaseUrl, REGION, async (owner) => {
    const { rows } = await owner.query('select state from deliveries where id = $1', [delivery])
    return rows
  })
  expect(sent).toEqual([{ state: 'sent' }])
  const delivered = lines.map((line) => JSON.parse(line)).find((line) => line.delivery === delivery)
  expect(delivered.trace).toBe(posted?.traceId)

  expect(seen.posts.map(({ card }) => JSON.stringify(card)).join()).toContain(REASON)
  const wire = collector.bodies.join()
  for (const text of [REASON, ...region.members.map(({ name }) => name)]) expect(wire).not.toContain(text)
})

test('what fails is marked as failed with the kind of its error, not with its words', async () => {
  const collector = await startCollector()
  const tracing = startTracing(collector.address, { role: 'all', version: '0.1.0' }, makeLog('silent'))
  onTestFinished(() => tracing.stop())
  const product = await startProduct(tokyo('2026-04-07T10:00'))
  const region = onlyLiaison(await sampleRegion())
  await product.load(region)
  const seen = recordingPlatform(region)
  product.join(seen.platform)
  const cancel = await dayOfMeeting(product)
  product.join({
    ...seen.platform,
    post: async () => Promise.reject(new RangeError(REASON)),
  })
  await cancel()
  const spans = await collector.until((all) =>
    all.some(({ name, status }) => name === 'attempt' && status.code === 2),
  )
  const failed = spans.filter(({ status }) => status.code === 2)
  expect(failed.find(({ name }) => name === 'attempt')?.status.message).toBe('RangeError')
  expect(failed.every(({ events }) => events.length === 0)).toBe(true)
  expect(collector.bodies.join()).not.toContain(REASON)
})
