import { beforeEach, expect, test } from 'vitest'
import { dueMonitorings } from '../../../src/store/monitoring/monitorings.ts'
import { people, saidIn } from '../../support/people.ts'
import { type Product, sampleRegion, startProduct, tokyo } from '../../support/product.ts'

let product: Product
let at: ReturnType<typeof people>

const PLAN = {
  code: 'S-0900',
  kind: 'renewal',
  validFrom: 'R8.4.1',
  validTo: 'R9.3.31',
  monitoring: '3月ごと(R8.6~R9.3)',
}
const CASE = { case: 'S-0900' }
/** Codes and months that are due in the region, as of its clock. */
const due = () =>
  product.database.inRegion('saikatsuhoku', async (scope) => {
    const today = product.clock.now().toZonedDateTimeISO('Asia/Tokyo').toPlainDate()
    const found = await dueMonitorings(scope, today)
    return found.map(({ code, dueMonth, memberId }) => `${code} ${dueMonth} ${memberId}`)
  })

beforeEach(async () => {
  product = await startProduct(tokyo('2026-09-08T10:00'))
  await product.load({ ...(await sampleRegion()), series: [] })
  at = people(product)
  await at.submits('sakura', 'case.register', {}, PLAN)
})

test('a closed case is asked for no more; reopened, what went by meanwhile is not asked for either', async () => {
  expect(await due()).toEqual(['S-0900 2026-06 sakura', 'S-0900 2026-09 sakura'])
  const closing = { closedOn: 'R8.9.8', reason: 'moved_away' }
  expect(saidIn(await at.submits('sakura', 'case.close', CASE, closing))).toContain('終了しました')
  expect(await due()).toEqual([])
  expect(saidIn(await at.presses('sakura', 'case.close', CASE))).toContain('終了しています')
  expect(saidIn(await at.presses('sakura', 'plan.renew', CASE))).toContain('/case reopen S-0900')

  await product.until(tokyo('2027-01-06T10:00'))
  expect(saidIn(await at.presses('sakura', 'case.reopen', CASE))).toContain('再開しました')
  expect(await due()).toEqual(['S-0900 2026-06 sakura', 'S-0900 2026-09 sakura'])
  expect(saidIn(await at.presses('sakura', 'case.reopen', CASE))).toContain('終了していません')
})

test('a closing day that has not come is refused at its field, and what was typed is kept', async () => {
  const reply = await at.submits('sakura', 'case.close', CASE, { closedOn: 'R8.9.9', reason: 'died' })
  expect(reply).toMatchObject({
    kind: 'correct',
    faults: { fields: { closedOn: expect.stringContaining('今日まで') } },
    form: { fields: [{ initial: 'R8.9.9' }, { initial: 'died' }] },
  })
})

test('while a case is suspended nothing is due; a month wholly within is never due, one cut by it is again', async () => {
  await at.submits('sakura', 'case.suspend', CASE, { from: 'R8.9.8' })
  expect(await due()).toEqual([])
  expect(saidIn(await at.presses('sakura', 'case.suspend', CASE))).toContain('もう休止しています')
  await product.until(tokyo('2027-01-06T10:00'))
  expect(await due()).toEqual([])
  await at.submits('sakura', 'case.resume', CASE, { from: 'R9.1.6' })
  expect(await due()).toEqual(['S-0900 2026-06 sakura', 'S-0900 2026-09 sakura'])
  expect(saidIn(await at.presses('sakura', 'case.resume', CASE))).toContain('休止していません')
})

test('one case goes to a colleague, and all of somebody who leaves go together; none is without an owner', async () => {
  await at.submits('sakura', 'case.register', {}, { ...PLAN, code: 'S-0901' })
  expect(saidIn(await at.submits('sakura', 'case.assign', CASE, { to: 'haruto' }))).toContain('架空 はると')
  expect((await due()).filter((line) => line.endsWith('haruto'))).toHaveLength(2)

  const reply = await at.submits('midori', 'case.assign', { from: '架空 はると' }, { to: 'riku' })
  expect(saidIn(reply)).toContain('1件の担当が架空 りくさんになりました')
  expect((await due()).filter((line) => line.startsWith('S-0900'))).toEqual([
    'S-0900 2026-06 riku',
    'S-0900 2026-09 riku',
  ])
  expect(saidIn(await at.presses('sakura', 'case.show', CASE))).toContain('見つかりません')
  expect(saidIn(await at.presses('midori', 'case.assign', { from: 'haruto' }))).toContain(
    '担当を変えられるものはありません',
  )
})

test('a case is handed to somebody else only, and within the own office unless one coordinates', async () => {
  expect(await at.submits('sakura', 'case.assign', CASE, { to: 'sakura' })).toMatchObject({
    kind: 'correct',
    faults: { fields: { to: expect.stringContaining('いまの担当') } },
  })
  const other = await at.submits('sakura', 'case.assign', CASE, { to: 'riku' })
  expect(saidIn(other)).toContain('引き継ぎシートで渡せます')
  expect(saidIn(await at.presses('sakura', 'case.assign', { from: 'riku' }))).toContain(
    '担当を変えられるものはありません',
  )
  expect(saidIn(await at.presses('sakura', 'case.assign'))).toContain('case=S-0142')
})

test('need level and self-plan are kept and shown', async () => {
  await at.submits('sakura', 'case.need', CASE, { level: '1' })
  await at.submits('sakura', 'case.selfplan', CASE, { selfPlan: 'unwished' })
  const shown = saidIn(await at.presses('sakura', 'case.show', CASE))
  expect(shown).toContain('1（もっとも手厚く）')
  expect(shown).toContain('事業所が見つからないためのセルフプラン')
})

test('a self-plan needs no monitoring period, a plan by an office does', async () => {
  const dates = { validFrom: 'R9.4.1', validTo: 'R10.3.31', monitoring: '' }
  expect(await at.submits('sakura', 'plan.renew', CASE, dates)).toMatchObject({
    kind: 'correct',
    faults: { fields: { monitoring: expect.stringContaining('モニタリング期間') } },
  })
  await at.submits('sakura', 'case.selfplan', CASE, { selfPlan: 'wished' })
  expect(saidIn(await at.submits('sakura', 'plan.renew', CASE, dates))).toContain('更新の計画を登録しました')
})
