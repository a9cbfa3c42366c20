import { beforeEach, expect, test } from 'vitest'
import type { Reply } from '../../../src/bot/port.ts'
import { encodePress } from '../../../src/bot/press.ts'
import type { Region } from '../../../src/domain/region/region.ts'
import { asOwner } from '../../support/database.ts'
import { meetingOn } from '../../support/meetings.ts'
import { people, saidIn } from '../../support/people.ts'
import { onlyLiaison, type Product, sampleRegion, startProduct, tokyo } from '../../support/product.ts'

let product: Product
let region: Region
let at: ReturnType<typeof people>

const table = async () => saidIn(await at.types('midori', 'meeting attendance'))
const attend = (user: string, values: Record<string, string>, options = {}) =>
  at.submits(user, 'meeting.attend', options, values)
const fieldsOf = (reply: Reply) => (reply.kind === 'correct' ? reply.faults.fields : saidIn(reply))

beforeEach(async () => {
  product = await startProduct(tokyo('2026-06-15T10:00'))
  region = onlyLiaison(await sampleRegion())
  const bodies = region.bodies.map((body) =>
    body.id === 'renrakukai' ? { ...body, quorum: 'half' as const } : body,
  )
  region = { ...region, bodies }
  await product.load(region)
  at = people(product)
})

test('coming, online, and absent with a deputy and a reason: the organiser sees them, and what the quorum lacks', async () => {
  expect(saidIn(await attend('riku', { answer: 'coming' }))).toContain('出席します')
  await attend('koharu', { answer: 'online' })
  const absent = { answer: 'absent', reason: '研修', deputy: 'haruto' }
  expect(saidIn(await attend('sakura', absent))).toContain('代理: 架空 はるとさん')
  await attend('aoi', { answer: 'absent', reason: '休暇', deputyName: '仮名 もみじ' })
  const seen = await table()
  expect(seen).toContain('出席1人　オンライン1人　代理2人　欠席0人')
  expect(seen).toContain('架空 はると、研修')
  expect(seen).toContain('仮名 もみじ、休暇')
  expect(seen).toMatch(/定足数\d+人　いま4人で、あと\d+人足りません/)
})

test('an answer is changed by the next one, and its form opens with what was said', async () => {
  await attend('riku', { answer: 'absent', reason: '研修' })
  expect(saidIn(await at.types('riku', 'meeting attend'))).toContain('研修')
  await attend('riku', { answer: 'coming' })
  expect(await table()).not.toContain('研修')
})

test('the coordinator answers for somebody who phoned; nobody else does', async () => {
  expect(saidIn(await attend('midori', { answer: 'coming' }, { member: '架空りく' }))).not.toContain(
    'できません',
  )
  expect(await table()).toMatch(/りく[^\]]*出席/)
  expect(saidIn(await attend('riku', { answer: 'coming' }, { member: 'aoi' }))).toContain(
    '基幹相談支援センターの担当の方だけです',
  )
})

test('what the form of a long name carries fits on every platform, and answers for the one it was opened for', async () => {
  const form = await at.types('midori', 'meeting attend member=架空りく')
  if (form.kind !== 'form') throw new Error(saidIn(form))
  expect(encodePress(form.form.press).length).toBeLessThanOrEqual(84)
  await at.submits('midori', 'meeting.attend', form.form.press.options, { answer: 'absent', reason: '研修' })
  expect(await table()).toMatch(/架空 りく[^\]]*欠席[^\]]*研修/)
  const stolen = await at.submits('aoi', 'meeting.attend', form.form.press.options, { answer: 'coming' })
  expect(saidIn(stolen)).toContain('基幹相談支援センターの担当の方だけです')
})

test.each([
  ['an absence without a reason', { answer: 'absent' }, 'reason'],
  ['a deputy of somebody who comes', { answer: 'coming', deputy: 'haruto' }, 'deputy'],
  ['oneself as deputy', { answer: 'absent', reason: '研修', deputy: 'sakura' }, 'deputy'],
  [
    'two deputies',
    { answer: 'absent', reason: '研修', deputy: 'haruto', deputyName: '仮名 もみじ' },
    'deputyName',
  ],
  ['a number for a name', { answer: 'absent', reason: '研修', deputyName: '090-1234-5678' }, 'deputyName'],
  ['a phone number as the reason', { answer: 'absent', reason: '連絡は090-1234-5678' }, 'reason'],
])('%s is refused at its field', async (_, values, field) => {
  const reply = await attend('sakura', values as Record<string, string>)
  expect(Object.keys(fieldsOf(reply))).toEqual([field])
})

test('a deputy who attends in person, or is somebody’s deputy already, is refused with the reason', async () => {
  await attend('haruto', { answer: 'coming' })
  expect(
    fieldsOf(await attend('sakura', { answer: 'absent', reason: '研修', deputy: 'haruto' })),
  ).toMatchObject({ deputy: '架空 はるとさんはご自分で出席します。ほかの方を選んでください' })
  await attend('riku', { answer: 'absent', reason: '研修', deputy: 'aoi' })
  expect(saidIn(await attend('koharu', { answer: 'absent', reason: '研修', deputy: 'aoi' }))).toContain(
    'もう',
  )
  expect(saidIn(await attend('aoi', { answer: 'coming' }))).toContain('代理になっています')
})

test('who is not on the roster learns nothing of a meeting, and for them nobody answers', async () => {
  const mine = await meetingOn(product, region, '2026-06-17')
  const nothing = await at.types('iin-01', 'meeting attend')
  expect(saidIn(nothing)).toContain('出欠を知らせる会議がありません')
  expect(await at.presses('iin-01', 'meeting.attend', { meeting: mine })).toEqual(nothing)
  expect(saidIn(await at.presses('midori', 'meeting.attend', { meeting: mine, member: 'iin-01' }))).toContain(
    'の名簿にありません',
  )
})

test('a cancelled meeting and a past one are refused with what can be done', async () => {
  const mine = await meetingOn(product, region, '2026-06-17')
  expect(saidIn(await at.types('riku', 'meeting attend 12月31日'))).toContain('あたる会議がありません')
  await asOwner(product.databaseUrl, region.id, (owner) =>
    owner.query(`update meetings set cancelled = 'rule_changed' where nominal = '2026-07-15'`),
  )
  const cancelled = await meetingOn(product, region, '2026-07-15')
  expect(saidIn(await at.presses('riku', 'meeting.attend', { meeting: cancelled }))).toContain('中止')
  await product.until(tokyo('2026-06-17T17:00'))
  expect(saidIn(await at.presses('riku', 'meeting.attend', { meeting: mine }))).toContain('終わりました')
  expect(saidIn(await at.types('midori', 'meeting attend 6月17日 架空りく'))).toContain('"kind":"form"')
})

test('only those who run it see the table; reasons lie sealed', async () => {
  await attend('riku', { answer: 'absent', reason: 'しるしの研修' })
  const mine = await meetingOn(product, region, '2026-06-17')
  expect(saidIn(await at.presses('sakura', 'meeting.attendance', { meeting: mine }))).not.toContain('しるし')
  const notes = await asOwner(product.databaseUrl, region.id, async (owner) => {
    const { rows } = await owner.query<{ note: Buffer }>('select note from attendances')
    return rows.map(({ note }) => note)
  })
  expect(notes).toHaveLength(1)
  expect(notes[0]?.includes('しるし')).toBe(false)
})
