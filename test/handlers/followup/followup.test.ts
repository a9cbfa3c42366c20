import { beforeEach, expect, test } from 'vitest'
import { asOwner } from '../../support/database.ts'
import { people, saidIn } from '../../support/people.ts'
import { type Product, sampleRegion, startProduct, tokyo } from '../../support/product.ts'

let product: Product
let at: ReturnType<typeof people>

const CODE = 'S-0900'
const PLAN = {
  code: CODE,
  kind: 'renewal',
  validFrom: 'R8.4.1',
  validTo: 'R9.3.31',
  monitoring: '6月ごと(R8.9~R9.3)',
}
const GIVEN = { member: 'haruto', what: '通所先の見学の日を決める。', dueOn: 'R8.9.15' }
const rows = (query: string) =>
  asOwner(product.databaseUrl, 'saikatsuhoku', async (owner) => (await owner.query(query)).rows)
const given = async (values: Record<string, string> = {}, by = 'sakura') => {
  const reply = await at.submits(by, 'followup.add', {}, { ...GIVEN, ...values })
  expect(saidIn(reply)).toContain('宿題にしました')
  const [row] = await rows('select id from follow_ups order by opened_at desc, id limit 1')
  return { followup: String(row?.id) }
}

beforeEach(async () => {
  product = await startProduct(tokyo('2026-09-08T10:00'))
  await product.load({ ...(await sampleRegion()), series: [] })
  at = people(product)
  await at.submits('sakura', 'case.register', {}, PLAN)
})

test('one is given on the line and by the form, shown to whom it concerns, and to nobody else', async () => {
  const form = await at.types('sakura', '/宿題 追加 架空はると S-0900')
  expect(form).toMatchObject({
    kind: 'form',
    form: { fields: [{ initial: 'haruto' }, {}, {}, { initial: 'S-0900' }] },
  })
  const which = await given({ case: 's-0900' })
  for (const reader of ['haruto', 'sakura', 'midori'])
    expect(saidIn(await at.types(reader, '/followup list'))).toContain('見学の日')
  expect(saidIn(await at.types('riku', '/followup list'))).toContain('宿題はありません')
  expect(saidIn(await at.presses('riku', 'followup.show', which))).toContain('見つかりません')
  expect(saidIn(await at.presses('haruto', 'followup.show', which))).toMatch(/見学の日.*S-0900/)
  const noted = await rows("select * from audit_log where subject_kind = 'follow-up' and access = 'read'")
  expect(noted.length).toBeGreaterThanOrEqual(4)
})

test('a past day, somebody unknown, a case out of reach and a name are each refused at the field', async () => {
  const wrong = { ...GIVEN, member: 'nobody', dueOn: 'R8.9.7', case: 'S-0999' }
  expect(await at.submits('sakura', 'followup.add', {}, wrong)).toMatchObject({
    kind: 'correct',
    faults: {
      fields: {
        member: expect.stringContaining('一覧から'),
        dueOn: expect.stringContaining('9月8日（火）以降'),
      },
    },
  })
  expect(saidIn(await at.types('sakura', '/followup add 架空たろう'))).toContain('名簿にいません')
  const theirs = await at.submits('sakura', 'followup.add', {}, { ...GIVEN, member: 'riku', case: 'S-0900' })
  expect(saidIn(theirs)).toContain('担当の事業所の方ではありません')
  const unseen = await at.submits('riku', 'followup.add', {}, { ...GIVEN, case: 'S-0900' })
  expect(saidIn(unseen)).toContain('S-0900 は見つかりません')
  const named = { ...GIVEN, what: '090-1234-5678に電話する。' }
  expect(await at.submits('sakura', 'followup.add', {}, named)).toMatchObject({ kind: 'correct' })
  expect(await rows('select * from follow_ups')).toEqual([])
})

test('done once, with a word that is sealed; a second time says by whom', async () => {
  const which = await given()
  expect((await at.presses('haruto', 'followup.done', which)).kind).toBe('form')
  expect(saidIn(await at.submits('haruto', 'followup.done', which, { reason: '決まった。' }))).toContain(
    '終わりに',
  )
  const twice = await at.submits('sakura', 'followup.done', which, { reason: '' })
  expect(saidIn(twice)).toContain('9月8日（火）に架空 はるとさんが終わらせています')
  expect(saidIn(await at.presses('sakura', 'followup.extend', which))).toContain('/followup add')
  const [row] = await rows('select state, closed_by, reason from follow_ups')
  expect(row).toMatchObject({ state: 'done', closed_by: 'haruto' })
  expect(String(row?.reason)).not.toContain('決まった')
})

test('extended to a later day only, and counted; dropped with its reason only', async () => {
  const which = await given()
  const extend = (dueOn: string) =>
    at.submits('haruto', 'followup.extend', which, { dueOn, reason: '先方の返事待ち。' })
  expect(saidIn(await extend('R8.9.7'))).toContain('もう過ぎた日です')
  expect(saidIn(await extend('R8.9.15'))).toContain('それより後の日付')
  expect(saidIn(await extend('R8.9.30'))).toMatch(/9月30日（水）までにしました.*1回.*返事待ち/)
  expect(await at.submits('haruto', 'followup.drop', which, { reason: ' ' })).toMatchObject({
    kind: 'correct',
  })
  expect(
    saidIn(await at.submits('haruto', 'followup.drop', which, { reason: '本人が取りやめた。' })),
  ).toContain('取りやめました')
  expect(saidIn(await at.presses('sakura', 'followup.show', which))).toContain('取りやめています')
})

test('handed over to somebody else, not to its own member; a colleague reads and cannot', async () => {
  const which = await given({}, 'midori')
  expect(saidIn(await at.presses('sakura', 'followup.handover', which))).toContain('変えられるのは')
  const toSelf = await at.submits('haruto', 'followup.handover', which, { to: 'haruto', reason: '' })
  expect(saidIn(toSelf)).toContain('いまその宿題を持っている方')
  const gone = await at.submits('haruto', 'followup.handover', which, { to: 'nobody', reason: '' })
  expect(saidIn(gone)).toContain('名簿にいません')
  expect(
    saidIn(await at.submits('haruto', 'followup.handover', which, { to: 'riku', reason: '' })),
  ).toContain('架空 りくさんに引き継ぎました')
  expect(saidIn(await at.types('riku', '/followup list'))).toContain('見学の日')
  expect(saidIn(await at.types('haruto', '/followup list'))).toContain('宿題はありません')
})

test('one that concerns a case is handed on to those who may see the case, and to nobody else', async () => {
  const which = await given({ case: CODE })
  for (const to of ['iin-01', 'riku']) {
    const refused = await at.submits('haruto', 'followup.handover', which, { to })
    expect(saidIn(refused)).toContain('番号のない宿題にするか、ほかの方を選んでください')
    expect(saidIn(await at.presses(to, 'followup.show', which))).toContain('見つかりません')
  }
  const form = saidIn(await at.presses('haruto', 'followup.handover', which))
  expect(form).toContain('"sakura"')
  expect(form).not.toContain('"iin-01"')
  expect(saidIn(await at.submits('haruto', 'followup.handover', which, { to: 'midori' }))).toContain('見本')
})

test('of two who hand it on at once one is told that it has gone', async () => {
  const which = await given()
  const both = await Promise.all(
    ['riku', 'aoi'].map(async (to) => saidIn(await at.submits('haruto', 'followup.handover', which, { to }))),
  )
  const gone = both.filter((said) => /その間に|見つかりません/.test(said))
  expect(gone).toHaveLength(1)
})
