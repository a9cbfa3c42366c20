import { beforeEach, expect, test } from 'vitest'
import type { Region } from '../../../src/domain/region/region.ts'
import { asOwner } from '../../support/database.ts'
import { people, saidIn } from '../../support/people.ts'
import { type Product, sampleRegion, startProduct, tokyo } from '../../support/product.ts'

const CODE = 'S-0900'
const CASE = { case: CODE }
const WORDS = '日中の過ごし方を一緒に考える。'
const SHEET = {
  to: 'koharu',
  why: '通いたい所が遠い。',
  expected: WORDS,
  consent: '面談で説明し、書面に署名。',
  consentOn: 'R8.9.7',
  assigns: 'yes',
}
let product: Product
let at: ReturnType<typeof people>
let region: Region
let sheet: string

const query = async (sql: string) =>
  asOwner(product.databaseUrl, region.id, async (owner) => (await owner.query(sql)).rows)
const inCharge = async () => (await query('select member_id from cases'))[0]?.member_id
const sends = async (values: Record<string, string> = {}) => {
  expect(saidIn(await at.submits('haruto', 'handover.send', CASE, { ...SHEET, ...values }))).toContain(
    '送りました',
  )
  const rows = await query('select id from handover_sheets order by sent_at desc, id limit 1')
  return String(rows[0]?.id)
}
/** In words that tell nothing of the case, however it is tried. */
const isOver = async (user: string) => {
  for (const command of ['handover.show', 'handover.acknowledge', 'handover.back']) {
    const said = saidIn(await at.presses(user, command, { sheet }))
    expect(said).toContain('使えなくなりました')
    expect(said).not.toContain(CODE)
    expect(said).not.toContain(WORDS)
  }
  const list = saidIn(await at.types(user, '/handover list'))
  expect(list).toContain('使えなくなりました')
  expect(list).not.toContain(CODE)
}

/** haruto of satsuki has sent a sheet that takes S-0900 to koharu of renkon. */
beforeEach(async () => {
  product = await startProduct(tokyo('2026-09-08T10:00'))
  region = { ...(await sampleRegion()), series: [], visits: undefined } as Region
  await product.load(region)
  at = people(product)
  const plan = { kind: 'renewal', validFrom: 'R8.4.1', validTo: 'R9.3.31', monitoring: '6月ごと(R8.9~R9.3)' }
  await at.submits('haruto', 'case.register', {}, { ...plan, code: CODE })
  sheet = await sends()
})

test('the case went to another office meanwhile: it stays there', async () => {
  expect(saidIn(await at.submits('midori', 'case.assign', CASE, { to: 'himari' }))).toContain(CODE)
  await isOver('koharu')
  await isOver('haruto')
  expect(await inCharge()).toBe('himari')
  expect(saidIn(await at.presses('himari', 'case.show', CASE))).toContain(`ケース ${CODE}`)
  expect(saidIn(await at.presses('midori', 'handover.show', { sheet }))).toContain(WORDS)
})

test('it went to a colleague of the sender meanwhile: an old sheet does not take it from them', async () => {
  await at.submits('haruto', 'case.assign', CASE, { to: 'sakura' })
  await isOver('koharu')
  expect(await inCharge()).toBe('sakura')
})

test('without the case it holds as long as its sender works on the case', async () => {
  sheet = await sends({ assigns: 'no' })
  await at.submits('haruto', 'case.assign', CASE, { to: 'sakura' })
  expect(saidIn(await at.presses('koharu', 'handover.acknowledge', { sheet }))).toContain('受け取りました')
  expect(await inCharge()).toBe('sakura')
})

test('the sender moved office, or the case was closed: it ends', async () => {
  const moved = region.members.map((one) => (one.id === 'haruto' ? { ...one, office: 'konoha' } : one))
  await product.load({ ...region, members: moved })
  await isOver('koharu')
  await product.load(region)
  await at.submits('haruto', 'case.close', CASE, { closedOn: 'R8.9.8', reason: 'support_ended' })
  await isOver('koharu')
})

test('two people who answer for the receiver acknowledge it at once: it counts once', async () => {
  const away = { from: 'R8.9.8', to: 'R8.9.9', deputy: 'riku' }
  await at.submits('midori', 'absence.take', { member: 'koharu' }, away)
  const both = await Promise.all(
    ['koharu', 'riku'].map(async (user) => saidIn(await at.presses(user, 'handover.acknowledge', { sheet }))),
  )
  expect(both.filter((said) => said.includes('シートを受け取りました'))).toHaveLength(1)
  expect(both.filter((said) => said.includes('受け取り済み'))).toHaveLength(1)
  expect(await inCharge()).toBe('koharu')
})

test('of two sheets that take the case along, the one taken first ends the other', async () => {
  const other = await sends({ to: 'himari' })
  await at.presses('himari', 'handover.acknowledge', { sheet: other })
  await isOver('koharu')
  expect(await inCharge()).toBe('himari')
})

test('a case goes with a sheet to those whose work it is', async () => {
  const { members } = region
  const officer = members.find(
    ({ roles, office }) => office !== undefined && roles.length === 1 && roles[0] === 'coordinator',
  )
  const to = officer?.id ?? 'iin-01'
  expect(await at.submits('haruto', 'handover.send', CASE, { ...SHEET, to })).toMatchObject({
    kind: 'correct',
  })
})
