import { beforeEach, expect, test } from 'vitest'
import { type RecordingPlatform, recordingPlatform } from '../../../../src/cli/simulate/recording-platform.ts'
import { people, saidIn } from '../../../support/people.ts'
import { type Product, sampleRegion, startProduct, tokyo } from '../../../support/product.ts'

let product: Product
let seen: RecordingPlatform
let at: ReturnType<typeof people>

const MONTHLY = {
  code: 'S-0900',
  kind: 'renewal',
  validFrom: 'R8.4.1',
  validTo: 'R9.3.31',
  monitoring: '1月ごと(R8.4~R9.3)',
}
/** What the bot told somebody, a text a message. */
const told = (user: string): string[] =>
  seen.posts.filter(({ place }) => 'user' in place && place.user === user).map(({ card }) => saidIn(card))

beforeEach(async () => {
  product = await startProduct(tokyo('2026-04-07T10:00'))
  const region = await sampleRegion()
  const settings = { ...region.settings, digestAt: Temporal.PlainTime.from('09:00') }
  await product.load({ ...region, settings, series: [] })
  seen = recordingPlatform(region)
  product.join(seen.platform)
  at = people(product)
})

test('a due month is told weekly until it is recorded, and to the coordinator too once five business days of grace are over', async () => {
  await at.submits('riku', 'case.register', {}, MONTHLY)
  await product.until(tokyo('2026-05-08T12:00'))
  expect(told('riku').filter((text) => text.includes('令和8年4月分')).length).toBeGreaterThanOrEqual(3)
  const escalated = () => told('midori').filter((text) => text.includes('架空 りくさん'))
  expect(escalated()).toEqual([])
  await product.until(tokyo('2026-05-11T12:00'))
  expect(escalated()).toEqual([])
  await product.until(tokyo('2026-05-12T12:00'))
  expect(escalated()).toHaveLength(1)
  await product.until(tokyo('2026-05-15T12:00'))
  expect(escalated()).toHaveLength(1)
  await product.until(tokyo('2026-05-18T12:00'))
  expect(escalated()).toHaveLength(2)
})

test('what is recorded a minute before the digest is not in it', async () => {
  await at.submits('riku', 'case.register', {}, MONTHLY)
  await product.until(tokyo('2026-04-13T08:59'))
  const form = await at.presses('riku', 'monitoring.done', { case: 'S-0900' })
  if (form.kind !== 'form') throw new Error(saidIn(form))
  const [field] = form.form.fields
  await at.submits(
    'riku',
    'monitoring.done',
    {},
    {
      monitoring: String(field?.kind === 'choice' && field.initial),
      doneOn: '2026-04-10',
      outcome: 'as_planned',
    },
  )
  await product.until(tokyo('2026-04-13T12:00'))
  expect(told('riku').filter((text) => text.includes('令和8年4月分'))).toEqual([])
})

test('what is recorded while the platform is away is not in the digest that goes out after', async () => {
  await at.submits('riku', 'case.register', {}, MONTHLY)
  let away = true
  product.join({
    ...seen.platform,
    post: async (place, card, key) =>
      away ? { ok: false, failure: 'unavailable', detail: 'away' } : seen.platform.post(place, card, key),
  })
  await product.until(tokyo('2026-04-13T09:00'))
  away = false
  const form = await at.presses('riku', 'monitoring.done', { case: 'S-0900' })
  if (form.kind !== 'form') throw new Error(saidIn(form))
  const [field] = form.form.fields
  const monitoring = String(field?.kind === 'choice' && field.initial)
  await at.submits('riku', 'monitoring.done', {}, { monitoring, doneOn: '2026-04-10', outcome: 'as_planned' })
  await product.until(tokyo('2026-04-13T12:00'))
  expect(told('riku').filter((text) => text.includes('令和8年4月分'))).toEqual([])
  expect(told('midori')).not.toEqual([])
})

test('while somebody is away their deputy is told and may record, though of another office; then no more', async () => {
  await at.submits('riku', 'case.register', {}, MONTHLY)
  await at.submits(
    'midori',
    'absence.take',
    { member: 'riku' },
    { from: 'R8.4.10', to: 'R8.4.17', deputy: 'sumire' },
  )
  await product.until(tokyo('2026-04-13T12:00'))
  expect(told('riku').filter((text) => text.includes('令和8年4月分'))).toEqual([])
  const [asked] = told('sumire').filter((text) => text.includes('令和8年4月分'))
  expect(asked).toContain('架空 りくさんの代理')
  expect(saidIn(await at.presses('sumire', 'case.show', { case: 'S-0900' }))).toContain('ケース S-0900')
  await product.until(tokyo('2026-04-20T12:00'))
  expect(told('riku').filter((text) => text.includes('令和8年4月分'))).toHaveLength(1)
  expect(saidIn(await at.presses('sumire', 'case.show', { case: 'S-0900' }))).toContain('見つかりません')
})

test('the end of a plan is told on the days of the ladder, each once, until the renewal is registered', async () => {
  await at.submits('riku', 'case.register', {}, { ...MONTHLY, validTo: 'R8.8.31', monitoring: '' })
  await at.submits(
    'riku',
    'case.register',
    {},
    {
      ...MONTHLY,
      validTo: 'R8.8.31',
      monitoring: '6月ごと(R8.8~R8.8)',
    },
  )
  const renewals = () => told('riku').filter((text) => text.includes('8月31日（月）まで'))
  await product.until(tokyo('2026-07-31T08:00'))
  expect(renewals()).toHaveLength(2)
  await product.until(tokyo('2026-07-31T12:00'))
  expect(renewals()).toHaveLength(3)
  await at.submits(
    'riku',
    'plan.renew',
    { case: 'S-0900' },
    {
      validFrom: 'R8.9.1',
      validTo: 'R9.8.31',
      monitoring: '6',
    },
  )
  await product.until(tokyo('2026-08-04T12:00'))
  expect(renewals()).toHaveLength(3)
})

test('who gets a case, who could not be met, and what the municipality decided are in the next digest', async () => {
  await at.submits('riku', 'case.register', {}, MONTHLY)
  await at.submits('midori', 'case.assign', { case: 'S-0900' }, { to: 'sumire' })
  await at.submits(
    'sumire',
    'monitoring.propose',
    { case: 'S-0900' },
    {
      interval: '3',
      from: 'R8.6',
      reason: '落ちついている。',
    },
  )
  await product.until(tokyo('2026-04-08T12:00'))
  expect(told('sumire').join()).toContain('新しく担当になったケース')
  const [proposal] = told('yukari')
  expect(proposal).toContain('S-0900　3月ごとへ')
  const id = /"proposal":"([0-9a-f-]+)"/.exec(proposal ?? '')?.[1] ?? ''
  await at.presses('yukari', 'monitoring.decide', { proposal: id, decision: 'accepted' })
  const form = await at.presses('sumire', 'monitoring.done', { case: 'S-0900' })
  if (form.kind !== 'form') throw new Error(saidIn(form))
  const [field] = form.form.fields
  await at.submits(
    'sumire',
    'monitoring.done',
    {},
    {
      monitoring: String(field?.kind === 'choice' && field.initial),
      doneOn: '2026-04-08',
      outcome: 'could_not_meet',
      reason: '訪問したが留守だった。',
    },
  )
  await product.until(tokyo('2026-04-09T12:00'))
  expect(told('sumire').at(-1)).toContain('認められました')
  expect(told('midori').at(-1)).toContain('会えなかった方')
  expect(told('midori').join()).not.toContain('留守')
})
