import { beforeEach, expect, test } from 'vitest'
import type { Card } from '../../../src/bot/card.ts'
import type { Reply } from '../../../src/bot/port.ts'
import { type RecordingPlatform, recordingPlatform } from '../../../src/cli/simulate/recording-platform.ts'
import type { Region } from '../../../src/domain/region/region.ts'
import { people, saidIn } from '../../support/people.ts'
import { type Product, sampleRegion, startProduct, tokyo } from '../../support/product.ts'

let product: Product
let seen: RecordingPlatform
let at: ReturnType<typeof people>
let region: Region

const cardOf = (reply: Reply): Card => {
  if (reply.kind !== 'card') throw new Error(saidIn(reply))
  return reply.card
}
const buttonsOf = ({ parts }: Card) =>
  parts.flatMap((part) => {
    if (part.part === 'buttons') return part.buttons
    return part.part === 'list' ? part.items.flatMap(({ button }) => button ?? []) : []
  })
const confirmOf = (card: Card) =>
  buttonsOf(card).find(({ press }) => press.command === 'meeting.confirm')?.press.options

beforeEach(async () => {
  product = await startProduct(tokyo('2027-02-16T10:00'))
  region = await sampleRegion()
  await product.load(region)
  seen = recordingPlatform(region)
  product.join(seen.platform)
  at = people(product, region.id)
})

test('the next fiscal year is proposed at once, mended, confirmed, and announced once to each body with its own dates', async () => {
  const first = cardOf(await at.types('midori', 'meeting year'))
  expect(saidIn(first)).toContain('令和9年度')
  expect(saidIn(first)).toContain('全部で62回')
  const options = confirmOf(first)
  expect(saidIn(await at.presses('midori', 'meeting.confirm', options ?? {}))).toContain('確定しました')
  expect(saidIn(await at.presses('midori', 'meeting.confirm', options ?? {}))).toContain('確定しています')
  await product.until(tokyo('2027-02-17T12:00'))
  const announced = seen.posts.filter(({ card }) => card.tag === 'meeting.year-announced')
  const bodies = new Set(region.series.map(({ body }) => body))
  expect(announced).toHaveLength(bodies.size)
  const [plenary] = region.series
  const own = announced.find(({ place }) => 'channel' in place && place.channel === plenary?.body)
  expect(saidIn(own?.card ?? first)).toContain(plenary?.name)
})

test('clashes are shown, may be kept by saying so, and what changed meanwhile is looked at again', async () => {
  const [one] = region.series
  if (!one) throw new Error('no series')
  await product.load({
    ...region,
    series: [...region.series, { ...one, id: 'kasanari', name: 'かさなる会議' }],
  })
  const card = cardOf(await at.types('midori', 'meeting year R9'))
  expect(saidIn(card)).toContain('同じ時に2つ')
  const move = buttonsOf(card).find(({ press }) => press.command === 'meeting.move')
  const confirm = buttonsOf(card).find(({ press }) => press.command === 'meeting.confirm')
  expect(confirm?.confirm?.question).toMatch(/件の重なりをこのまま残して/)
  const meeting = move?.press.options.meeting ?? ''
  const values = { date: '2027-06-10', time: '08:00', reach: 'one', keep: 'yes' }
  expect(saidIn(await at.submits('midori', 'meeting.move', { meeting }, values))).toContain('meeting.moved')
  const meanwhile = cardOf(await at.presses('midori', 'meeting.confirm', confirm?.press.options ?? {}))
  expect(saidIn(meanwhile)).toContain('見ている間に')
  expect(saidIn(await at.presses('midori', 'meeting.confirm', confirmOf(meanwhile) ?? {}))).toContain(
    '確定しました',
  )
})

test('a year that is neither this one nor the next is refused, and only coordinators plan', async () => {
  expect(saidIn(await at.types('midori', 'meeting year 2030'))).toContain('令和8年度と令和9年度')
  expect(saidIn(await at.types('midori', 'meeting year いつか'))).toContain('answer.wrong-option')
  expect(saidIn(await at.types('sakura', 'meeting year'))).toContain('answer.not-permitted')
})

test('the series are told in words', async () => {
  const said = saidIn(await at.types('sakura', 'meeting series'))
  expect(said).toMatch(/毎月第\d.曜/)
  expect(said).not.toContain('FREQ=')
})
