import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { everythingOf } from '../support/whole-region.ts'
import { fuzz } from './inputs.ts'
import { mutated, retyped } from './mutate.ts'
import { errorLog, liveRegion } from './stage.ts'

test('a job with anything in it fails by itself, and the next one runs', async () => {
  const { log, errors } = errorLog()
  const { product, region, own, others } = await liveRegion(log)
  const calls: { job: string; payload: Record<string, string> }[] = [
    { job: 'settle-reminder', payload: { region: region.id, id: own.ids[0] ?? '' } },
    { job: 'settle-reminder', payload: { region: others.id, id: own.ids[1] ?? '' } },
    { job: 'deliver-due', payload: { region: region.id } },
    { job: 'find-due', payload: {} },
    { job: 'audit-deliveries', payload: {} },
  ]
  const call = fc.constantFrom(...calls).chain(({ job, payload }) =>
    fc.record({
      job: fc.constant(job),
      payload: fc.oneof(mutated(payload), retyped(payload, ['region', 'id'], 100_000)),
    }),
  )
  await fuzz('jobs in the queue', call, async ({ job, payload }) => {
    const jobId = randomUUID()
    const ended = await product.queues.finish([{ job, jobId, payload: payload as Record<string, string> }])
    for (const [id, { result }] of ended) if (result === 'failed') expect(id).toBe(jobId)
  })
  const sound = {
    job: 'settle-reminder',
    jobId: randomUUID(),
    payload: { region: region.id, id: randomUUID() },
  }
  expect([...(await product.queues.finish([sound]))]).toEqual([
    [sound.jobId, { result: 'skipped', reason: 'settled already' }],
  ])
  for (const line of errors) expect(line).toContain('a job failed')
  expect((await everythingOf(product, others.id)).hashes).toEqual(others.before)
}, 3_600_000)
