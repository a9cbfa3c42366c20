import { beforeEach, expect, test } from 'vitest'
import { type RecordingPlatform, recordingPlatform } from '../../../../src/cli/simulate/recording-platform.ts'
import { toldCounts } from '../../../../src/store/delivery/ledger.ts'
import { openFollowUps } from '../../../../src/store/followup/follow-ups.ts'
import { people, saidIn } from '../../../support/people.ts'
import { type Product, sampleRegion, startProduct, tokyo } from '../../../support/product.ts'

let product: Product
let seen: RecordingPlatform
let at: ReturnType<typeof people>

const told = (user: string): string[] =>
  seen.posts
    .filter(({ place }) => 'user' in place && place.user === user)
    .map(({ card }) => saidIn(card))
    .filter((text) => text.includes('宿題'))
const give = (values: Record<string, string>, by = 'midori') =>
  at.submits(by, 'followup.add', {}, { member: 'riku', what: '見学の日を決める。', ...values })
const first = async () => {
  const [one] = await product.database.inRegion('saikatsuhoku', (scope) =>
    openFollowUps(scope, { reach: 'region' }),
  )
  return { followup: one?.id ?? '' }
}

beforeEach(async () => {
  product = await startProduct(tokyo('2026-09-08T10:00'))
  const region = await sampleRegion()
  const settings = { ...region.settings, digestAt: Temporal.PlainTime.from('09:00') }
  await product.load({ ...region, settings, series: [] })
  seen = recordingPlatform(region)
  product.join(seen.platform)
  at = people(product)
})

test('one given by somebody else is told once, the business day before, the day after, then weekly until it is done', async () => {
  await give({ dueOn: 'R8.9.15' })
  await product.until(tokyo('2026-09-09T12:00'))
  expect(told('riku')).toHaveLength(1)
  expect(told('riku')[0]).toMatch(/見本 みどりさんから.*9月15日（火）まで/)
  expect(told('riku').join()).not.toContain('見学')
  await product.until(tokyo('2026-09-11T12:00'))
  expect(told('riku')).toHaveLength(1)
  await product.until(tokyo('2026-09-14T12:00'))
  expect(told('riku')).toHaveLength(2)
  await product.until(tokyo('2026-09-15T12:00'))
  expect(told('riku')).toHaveLength(2)
  await product.until(tokyo('2026-09-16T12:00'))
  expect(told('riku').at(-1)).toContain('期限は9月15日（火）でした')
  await product.until(tokyo('2026-09-18T12:00'))
  expect(told('riku')).toHaveLength(3)
  await product.until(tokyo('2026-09-24T12:00'))
  expect(told('riku')).toHaveLength(4)
  await at.submits('riku', 'followup.done', await first(), { reason: '' })
  await product.until(tokyo('2026-10-02T12:00'))
  expect(told('riku')).toHaveLength(4)
  const counts = await product.database.inRegion('saikatsuhoku', toldCounts)
  expect(counts.followUp).toBe(4)
})

test('what one gives to oneself is not news; who takes it over is told; a deputy is told in their place', async () => {
  await give({ dueOn: 'R8.9.15', member: 'riku' }, 'riku')
  await product.until(tokyo('2026-09-09T12:00'))
  expect(told('riku')).toEqual([])
  await at.submits('riku', 'followup.handover', await first(), { to: 'sumire', reason: '' })
  await product.until(tokyo('2026-09-10T12:00'))
  expect(told('sumire')).toHaveLength(1)
  await at.submits(
    'midori',
    'absence.take',
    { member: 'sumire' },
    { from: 'R8.9.11', to: 'R8.9.18', deputy: 'haruto' },
  )
  await product.until(tokyo('2026-09-14T12:00'))
  expect(told('sumire')).toHaveLength(1)
  expect(told('haruto').at(-1)).toContain('架空 すみれさんの代理')
  expect(saidIn(await at.presses('haruto', 'followup.show', await first()))).toContain('見学')
})

test('the centre hears of what is more than ten business days late, a line a person, and extending ends it', async () => {
  await give({ dueOn: 'R8.9.9' }, 'riku')
  await product.until(tokyo('2026-09-28T08:00'))
  const late = () => told('midori').filter((text) => text.includes('10営業日'))
  expect(late()).toEqual([])
  await product.until(tokyo('2026-09-29T12:00'))
  expect(late()).toHaveLength(1)
  expect(late()[0]).toContain('架空 りくさん　1件')
  await at.submits('riku', 'followup.extend', await first(), { dueOn: 'R8.10.30', reason: '返事待ち。' })
  await product.until(tokyo('2026-10-06T12:00'))
  expect(late()).toHaveLength(1)
})
