import { beforeEach, expect, test } from 'vitest'
import { type RecordingPlatform, recordingPlatform } from '../../../../src/cli/simulate/recording-platform.ts'
import { people } from '../../../support/people.ts'
import { type Product, sampleRegion, startProduct, tokyo } from '../../../support/product.ts'

let product: Product
let seen: RecordingPlatform
let at: ReturnType<typeof people>

const MEMBERS = Array.from({ length: 10 }, (_, index) => `iin-${String(index + 1).padStart(2, '0')}`)
/** Planned on 1 May; 20 business days on, past the holidays of 4 to 6 May. */
const BEFORE = tokyo('2026-06-03T08:59')
const DUE = tokyo('2026-06-03T09:01')

const confirm = (user: string) =>
  at.submits(user, 'tsunagi.pledge', {}, { body: 'zentaikai', confirmed: 'yes' })
const told = () =>
  seen.posts.flatMap(({ place, card }) =>
    card.tag === 'pledge.missing' && 'user' in place ? [[place.user, card] as const] : [],
  )

beforeEach(async () => {
  product = await startProduct(tokyo('2026-04-08T10:00'))
  const region = await sampleRegion()
  await product.load({ ...region, series: [], rotas: [] })
  seen = recordingPlatform(region)
  product.join(seen.platform)
  at = people(product)
})

test('the centre hears once who of a body has not confirmed, twenty business days after the first of the month', async () => {
  await confirm('iin-01')
  await product.until(BEFORE)
  expect(told()).toEqual([])
  await product.until(DUE)
  expect(told().map(([user]) => user)).toEqual(['midori', 'daichi', 'nagisa'])
  const [, card] = told()[0] ?? []
  expect(card?.summary).toBe('「全体会」の守秘義務を、まだ確認していない委員がいます')
  expect(JSON.stringify(card)).not.toContain('その一')
  expect(JSON.stringify(card)).toContain('委員役 その二')
  await product.until(tokyo('2026-08-10T12:00'))
  expect(told()).toHaveLength(3)
})

test('nobody hears where all have confirmed', async () => {
  for (const user of MEMBERS) await confirm(user)
  await product.until(DUE)
  expect(told()).toEqual([])
})
