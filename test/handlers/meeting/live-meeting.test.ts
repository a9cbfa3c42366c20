import { beforeEach, expect, test } from 'vitest'
import type { Card } from '../../../src/bot/card.ts'
import type { Reply } from '../../../src/bot/port.ts'
import type { Region } from '../../../src/domain/region/region.ts'
import { asOwner } from '../../support/database.ts'
import { meetingOn, submitSixSections } from '../../support/meetings.ts'
import { people, saidIn } from '../../support/people.ts'
import { onlyLiaison, type Product, sampleRegion, startProduct, tokyo } from '../../support/product.ts'

let product: Product
let region: Region
let at: ReturnType<typeof people>
let meeting: string

const cardOf = (reply: Reply): Card => {
  if (reply.kind === 'card' || reply.kind === 'replace') return reply.card
  throw new Error(saidIn(reply))
}
/** The press of a button as the card that was last seen holds it. */
const pressOf = (card: Card, label: string) => {
  const buttons = card.parts.flatMap((part) => (part.part === 'buttons' ? part.buttons : []))
  const found = buttons.find((button) => button.label === label)
  if (!found) throw new Error(`no button ${label} in ${saidIn(card)}`)
  return found.press
}
const press = async (user: string, card: Card, label: string): Promise<Card> => {
  const { command, options } = pressOf(card, label)
  return cardOf(await at.presses(user, command, options))
}
const nowOf = (card: Card): string => /いま　([^"]*)/.exec(saidIn(card))?.[1] ?? ''

beforeEach(async () => {
  product = await startProduct(tokyo('2026-06-01T10:00'))
  region = onlyLiaison(await sampleRegion())
  await product.load(region)
  at = people(product)
  meeting = await meetingOn(product, region, '2026-06-17')
})

const begin = async () => {
  await submitSixSections(at)
  await agreed()
  await product.until(tokyo('2026-06-17T14:02'))
  return cardOf(await at.types('midori', 'meeting start'))
}
const agreed = () =>
  asOwner(product.databaseUrl, region.id, (owner) =>
    owner.query(
      `update summaries set agreed_at = submitted_at, agreed_by = 'midori' where section = 'monitoring_result'`,
    ),
  )

test('a meeting goes through its six sections item by item; the real minutes are kept', async () => {
  let card = await begin()
  expect(saidIn(card)).toContain('次第の時刻より2分遅れています')
  expect(saidIn(card)).not.toContain('S-0900')
  const seen = [nowOf(card)]
  for (let minute = 5; minute <= 30; minute += 5) {
    await product.until(tokyo(`2026-06-17T14:${String(minute + 2).padStart(2, '0')}`))
    card = await press('midori', card, '次へ')
    if (nowOf(card)) seen.push(nowOf(card))
  }
  expect(seen.map((one) => one.slice(0, 4))).toEqual(['1(1)', '2(1)', '3(1)', '4(1)', '5(1)', '6(1)'])
  expect(saidIn(card)).toContain('すべての項目が終わりました')
  card = await press('midori', card, '終了')
  expect(card.tag).toBe('meeting.ended')
  expect(saidIn(card)).toContain('全体で30分')
  expect(saidIn(card).match(/"5分"/g)?.length).toBeGreaterThanOrEqual(6)
})

test('two people press “next” on the same item at once: one step, and both see how it stands', async () => {
  const card = await begin()
  const [one, other] = await Promise.all([press('midori', card, '次へ'), press('daichi', card, '次へ')])
  expect(nowOf(one)).toMatch(/^2\(1\)/)
  expect(nowOf(other)).toMatch(/^2\(1\)/)
  const late = await press('daichi', card, '次へ')
  expect(nowOf(late)).toMatch(/^2\(1\)/)
  const twice = await Promise.all([press('midori', one, '5分延長'), press('daichi', one, '5分延長')])
  expect(saidIn(twice[0])).toContain('延長5分')
  expect(saidIn(twice[1])).toContain('延長5分')
})

test('what is carried over and what was not reached are on the next meeting’s agenda', async () => {
  let card = await begin()
  card = await press('midori', card, '持ち越し')
  card = await press('midori', card, '次へ')
  card = await press('midori', card, '終了')
  expect(saidIn(card)).toContain('4件を次回に持ち越しました')
  const next = saidIn(await at.types('midori', 'agenda preview'))
  expect(next).toContain('市からの相談')
  expect(next).toContain('研修のお知らせ')
  expect(next).toContain('S-0902')
  expect(next).not.toContain('S-0900')
  expect(nowOf(await press('midori', card, '会議録を見る'))).toBe('')
})

test('who announced to come is there; the coordinator puts right who was not, and says what the rest was', async () => {
  await product.until(tokyo('2026-06-16T10:00'))
  await at.submits('riku', 'meeting.attend', {}, { answer: 'coming' })
  await at.submits(
    'aoi',
    'meeting.attend',
    {},
    { answer: 'absent', reason: '研修', deputyName: '仮名 もみじ' },
  )
  await product.until(tokyo('2026-06-17T14:00'))
  const card = cardOf(await at.types('midori', 'meeting start'))
  const table = await press('midori', card, '出欠を見る')
  expect(saidIn(table)).toContain('出席1人　オンライン0人　代理1人')
  const row = await asOwner(product.databaseUrl, region.id, async (owner) => {
    const { rows } = await owner.query<{ id: string }>(`select id from attendances where member_id = 'riku'`)
    return rows[0]?.id ?? ''
  })
  const corrected = await at.submits(
    'midori',
    'meeting.came',
    { attendance: row },
    { was: 'absent', reason: '急な相談' },
  )
  expect(saidIn(corrected)).toContain('急な相談')
  const rest = cardOf(await at.presses('midori', 'meeting.rest', { meeting, was: 'present' }))
  expect(saidIn(rest)).toMatch(/出席\d\d人　オンライン0人　代理1人　欠席1人　返事なし0人/)
})

test('the recorder runs it too; nobody else does, and not on another day', async () => {
  await submitSixSections(at)
  expect(saidIn(await at.types('midori', 'meeting start'))).toContain('今日始められる会議がありません')
  await product.until(tokyo('2026-06-17T13:50'))
  expect(saidIn(await at.types('riku', 'meeting start'))).toContain('座長、記録の方です')
  for (const user of ['riku', 'sakura'])
    expect(saidIn(await at.types(user, 'meeting recorder'))).toContain('座長と基幹相談支援センター')
  expect(saidIn(await at.types('riku', 'meeting start'))).toContain('座長、記録の方です')
  expect(saidIn(await at.types('midori', 'meeting recorder 架空りく'))).toContain('記録は架空 りくさんです')
  const card = cardOf(await at.types('riku', 'meeting start'))
  expect(nowOf(await press('riku', card, '次へ'))).not.toBe('')
  const { command, options } = pressOf(card, '次へ')
  expect(saidIn(await at.presses('sakura', command, options))).toContain('座長、記録の方です')
  expect(saidIn(await at.presses('iin-01', command, options))).toContain('会議がありません')
})

test('a body without an agenda goes through its sections', async () => {
  await product.load(await sampleRegion())
  await product.until(tokyo('2026-07-07T10:00'))
  const card = cardOf(await at.types('midori', 'meeting start'))
  expect(nowOf(card)).toBe('1(1)　開会')
  expect(saidIn(card)).toContain('協議事項')
})
