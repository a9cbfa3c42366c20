import { beforeEach, expect, test } from 'vitest'
import { type RecordingPlatform, recordingPlatform } from '../../../src/cli/simulate/recording-platform.ts'
import { people, saidIn } from '../../support/people.ts'
import { exampleRegion, type Product, startProduct, tokyo } from '../../support/product.ts'

let product: Product
let seen: RecordingPlatform
let at: ReturnType<typeof people>

const told = (user: string) =>
  seen.posts
    .filter(({ place }) => 'user' in place && place.user === user)
    .map(({ card }) => saidIn(card))
    .join()

beforeEach(async () => {
  product = await startProduct(tokyo('2026-06-01T10:00'))
  const region = await exampleRegion('saikatsuhoku')
  await product.load({ ...region, series: [] })
  seen = recordingPlatform(region)
  product.join(seen.platform)
  at = people(product)
})

test('the host moves on each April; who has no part in a rota does not see it', async () => {
  const now = saidIn(await at.types('kaoru', 'rota now'))
  expect(now).toContain('幹事市: 白岡市')
  expect(now).toContain('令和9年3月31日まで')
  const list = saidIn(await at.types('kaoru', 'rota list 幹事市'))
  expect(list).toContain('令和9年4月1日から令和10年3月31日まで')
  expect(saidIn(await at.types('riku', 'rota now'))).toContain('見られる輪番がありません')
})

test('a swap counts once the other side agrees, and both hear of it; refused where it cannot be', async () => {
  const swap = (mine: string, theirs: string) =>
    at.submits('yukari', 'rota.swap', { rota: 'kanji' }, { mine, theirs })
  expect(saidIn(await swap('2027-04-01', '2027-04-01'))).toContain('どちらもご自分の番です')
  expect(saidIn(await swap('2027-04-01', '2026-04-01'))).toContain('もう始まったか、終わっています')
  expect(saidIn(await swap('2028-04-01', '2027-04-01'))).toContain('自分の番がありません')
  expect(saidIn(await swap('2027-04-01', '2028-04-01'))).toContain('幸手市に交代をお願いしました')
  await product.until(tokyo('2026-06-02T12:00'))
  const id = /"swap":"([0-9a-f-]{36})"/.exec(told('makoto'))?.[1] ?? ''
  expect(saidIn(await at.presses('makoto', 'rota.answer', { swap: id }))).toContain('交代する')
  expect(saidIn(await at.presses('megumi', 'rota.answer', { swap: id, agrees: 'yes' }))).toContain(
    '答えられるのは幸手市',
  )
  await at.presses('makoto', 'rota.answer', { swap: id, agrees: 'yes' })
  expect(saidIn(await at.presses('makoto', 'rota.answer', { swap: id, agrees: 'no' }))).toContain(
    'もう決まっています',
  )
  await product.until(tokyo('2026-06-03T12:00'))
  expect(told('yukari')).toContain('幸手市が交代してくれます')
  const list = saidIn(await at.types('kaoru', 'rota list'))
  expect(list.indexOf('幸手市')).toBeLessThan(list.indexOf('蓮田市'))
})

test("the body's channel hears each April whose turn begins, and the municipality two weeks before", async () => {
  await product.until(tokyo('2027-03-19T12:00'))
  expect(told('yukari')).toContain('幹事市　4月1日（木）から3月31日（金）までは蓮田市の番です')
  await product.until(tokyo('2027-04-01T12:00'))
  const posts = seen.posts.filter(({ place }) => 'channel' in place && place.channel === 'unei')
  expect(posts.map(({ card }) => saidIn(card)).join()).toContain('幹事市は蓮田市です')
  expect(posts.map(({ card }) => saidIn(card)).join()).toContain('次は令和10年4月1日から幸手市です')
})
