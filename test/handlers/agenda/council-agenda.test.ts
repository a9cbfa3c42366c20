import { beforeEach, expect, test } from 'vitest'
import type { Card } from '../../../src/bot/card.ts'
import type { Reply } from '../../../src/bot/port.ts'
import { recordingPlatform } from '../../../src/cli/simulate/recording-platform.ts'
import type { Region } from '../../../src/domain/region/region.ts'
import { meetingOn } from '../../support/meetings.ts'
import { people, saidIn } from '../../support/people.ts'
import { type Product, sampleRegion, startProduct, tokyo } from '../../support/product.ts'

let product: Product
let region: Region
let at: ReturnType<typeof people>
/** What stands in the channels, by body. */
let channels: Map<string, Card[]>

const postsOf = (body: string): string[] =>
  (channels.get(body) ?? []).filter(({ tag }) => tag === 'agenda').map(saidIn)

beforeEach(async () => {
  product = await startProduct(tokyo('2026-06-22T09:00'))
  const sample = await sampleRegion()
  region = { ...sample, series: sample.series.filter(({ id }) => id === 'unei' || id === 'chosei') }
  await product.load(region)
  channels = new Map()
  const { platform } = recordingPlatform(region)
  product.join({
    ...platform,
    post: async (place, card, key) => {
      if ('channel' in place && place.channel !== undefined)
        channels.set(place.channel, [...(channels.get(place.channel) ?? []), card])
      return platform.post(place, card, key)
    },
  })
  at = people(product)
})

const cardOf = (reply: Reply): Card => {
  if (reply.kind === 'card' || reply.kind === 'replace') return reply.card
  throw new Error(saidIn(reply))
}

/** A press of the first button that runs this step. */
const steps = async (user: string, card: Card, what: string): Promise<Card> => {
  const buttons = card.parts.flatMap((part) => (part.part === 'buttons' ? part.buttons : []))
  const found = buttons.find(({ press }) => press.options.do === what)
  if (!found) throw new Error(`no ${what} in ${saidIn(card)}`)
  return cardOf(await at.presses(user, found.press.command, found.press.options))
}

/** 調整会議 on 22 June: held to its end, with a decision and a follow-up under 協議事項, its minutes approved. */
const heldChosei = async (): Promise<void> => {
  const meeting = await meetingOn(product, region, '2026-06-22')
  await product.until(tokyo('2026-06-22T10:00'))
  let card = cardOf(await at.presses('midori', 'meeting.start', { meeting }))
  for (let item = 1; item <= 5; item += 1) card = await steps('midori', card, 'next')
  const record = {
    decision: '送迎の空きを調べる。',
    what1: '各市町の送迎を聞く',
    who1: 'kaoru',
    by1: '2026-07-10',
  }
  await at.submits('midori', 'meeting.record', { meeting, item: '3' }, record)
  await steps('midori', card, 'end')
  await at.presses('midori', 'minutes.finish', { meeting })
  await at.presses('midori', 'minutes.approve', { meeting, seen: '1' })
}

test('a council’s agenda opens, reports what the bodies below it did, discusses, closes; and its minutes have it', async () => {
  await heldChosei()
  await product.until(tokyo('2026-07-06T11:00'))
  const [posted = ''] = postsOf('unei')
  for (const said of [
    '令和8年度 第4回 運営会議 次第',
    '1　開会',
    '2　報告事項',
    '調整会議の報告',
    '6月22日（月）の会議',
    '3　協議事項　― なし',
    '4　その他　― なし',
    '5　閉会',
    '次回 8月4日（火）',
  ])
    expect(posted).toContain(said)
  expect(posted).not.toContain('送迎')
  const meeting = await meetingOn(product, region, '2026-07-07')
  await product.until(tokyo('2026-07-07T10:00'))
  let card = cardOf(await at.presses('midori', 'meeting.start', { meeting }))
  expect(saidIn(card)).toContain('調整会議の報告')
  for (let item = 1; item <= 5; item += 1) card = await steps('midori', card, 'next')
  await at.submits('midori', 'meeting.record', { meeting, item: '2' }, { decision: '報告のとおり了承する。' })
  await steps('midori', card, 'end')
  await at.presses('midori', 'minutes.finish', { meeting })
  const minutes = saidIn(await at.presses('midori', 'minutes.show', { meeting }))
  expect(minutes).toContain('調整会議の報告')
  expect(minutes).toContain('報告のとおり了承する。')
})

test('宿題 come back to the next meeting of the body that gave them', async () => {
  await heldChosei()
  await product.until(tokyo('2026-07-24T11:00'))
  const [, next = ''] = postsOf('chosei')
  expect(next).toMatch(/宿題の確認.*例示 かおるさん（7月10日（金）まで）/s)
})

test('a report that is held back comes on the next agenda instead, marked; its place and minutes are the centre’s', async () => {
  await heldChosei()
  const meeting = await meetingOn(product, region, '2026-07-07')
  const draft = saidIn(await at.presses('midori', 'agenda.preview', { meeting }))
  expect(draft).toContain('"item":"body-report:chosei"')
  expect(draft).not.toContain('"item":"opening')
  const on = { meeting, item: 'body-report:chosei' }
  await at.submits('midori', 'agenda.edit', on, { minutes: '15', held: 'no' })
  expect(saidIn(await at.presses('midori', 'agenda.preview', { meeting }))).toContain('15分')
  await at.submits('midori', 'agenda.edit', on, { minutes: '15', held: 'yes' })
  await product.until(tokyo('2026-07-06T11:00'))
  expect(postsOf('unei')[0]).toContain('2　報告事項　― なし')
  await product.until(tokyo('2026-08-03T11:00'))
  expect(postsOf('unei')[1]).toMatch(/調整会議の報告.*前回からの持ち越し/s)
  await product.until(tokyo('2026-08-31T11:00'))
  expect(postsOf('unei')[2]).not.toContain('調整会議の報告')
})
