import { beforeEach, expect, test } from 'vitest'
import { caseByCode } from '../../../src/store/case/cases.ts'
import { monitoringsOfCase } from '../../../src/store/monitoring/monitorings.ts'
import { people, saidIn } from '../../support/people.ts'
import { type Product, sampleRegion, startProduct, tokyo } from '../../support/product.ts'

let product: Product
let at: ReturnType<typeof people>
const CASE = { case: 'S-0900' }
const YEAR = { validFrom: 'R8.4.1', validTo: 'R9.3.31' }

/** The case's due months, the open ones plain, the done ones in brackets. */
const months = () =>
  product.database.inRegion('saikatsuhoku', async (scope) => {
    const kase = await caseByCode(scope, 'S-0900')
    const found = await monitoringsOfCase(scope, kase?.id ?? '')
    return found.map(({ dueMonth, doneOn }) => (doneOn ? `(${dueMonth})` : dueMonth.toString())).join(' ')
  })
const register = (values: Record<string, string>) =>
  at.submits('sakura', 'case.register', {}, { code: 'S-0900', kind: 'renewal', ...YEAR, ...values })
const recordMonth = async (month: string) => {
  const form = await at.presses('sakura', 'monitoring.done', CASE)
  if (form.kind !== 'form') throw new Error(saidIn(form))
  const field = form.form.fields[0]
  const choice =
    field?.kind === 'choice' ? field.choices.find(({ label }) => label.includes(month)) : undefined
  const values = { monitoring: choice?.value ?? '', doneOn: 'R8.6.3', outcome: 'as_planned' }
  return at.submits('sakura', 'monitoring.done', {}, values)
}

beforeEach(async () => {
  product = await startProduct(tokyo('2026-06-03T10:00'))
  await product.load(await sampleRegion())
  at = people(product)
})

test('a new plan is monitored monthly for three months from the decision, and then by its interval', async () => {
  await register({ kind: 'new', monitoring: '6' })
  expect(await months()).toBe('2026-04 2026-05 2026-06 2026-09 2027-03')
})

test('where the municipality counts from the month after the decision, so does the proposal', async () => {
  const region = await sampleRegion()
  const municipalities = region.municipalities.map((one) => ({ ...one, newPlanStart: 'next' as const }))
  await product.load({ ...region, municipalities })
  await register({ kind: 'new', monitoring: '6' })
  expect(await months()).toBe('2026-05 2026-06 2026-07 2026-09 2027-03')
})

test('a proposal stays one until the certificate is recorded; sent as it stands, it is confirmed', async () => {
  await register({ monitoring: '6' })
  expect(saidIn(await at.presses('sakura', 'case.show', CASE))).toContain('（案）')
  const form = await at.presses('sakura', 'plan.certificate', CASE)
  expect(saidIn(form)).toContain('R8.9・R9.3')
  const reply = await at.submits('sakura', 'plan.certificate', CASE, { lines: 'R8.9・R9.3' })
  expect(saidIn(reply)).toContain('受給者証を記録しました')
  expect(saidIn(await at.presses('sakura', 'case.show', CASE))).not.toContain('（案）')
  expect(await months()).toBe('2026-09 2027-03')
})

test('several printed lines in succession are what is due', async () => {
  await register({ monitoring: '6' })
  const lines = '１月ごと（Ｒ８．４～Ｒ８．６）\n6月ごと(R8.9~R9.3)'
  await at.submits('sakura', 'plan.certificate', CASE, { lines })
  expect(await months()).toBe('2026-04 2026-05 2026-06 2026-09 2027-03')
})

test.each([
  ['6月ごと(R9.3~R8.9)', 'はじめの月より前'],
  ['6月ごと(R8.9~R9.2)', '2026年9月|令和8年9月'],
  ['6月ごと(R8.9~R9.9)', '有効期間'],
  ['いつも', '受給者証のとおり'],
])('an impossible line (%s) says which part does not fit, and is kept', async (monitoring, reason) => {
  const reply = await register({ monitoring })
  expect(reply).toMatchObject({
    kind: 'correct',
    faults: { fields: { monitoring: expect.stringMatching(reason) } },
    form: { fields: expect.arrayContaining([expect.objectContaining({ initial: monitoring })]) },
  })
  expect(saidIn(await at.presses('sakura', 'case.show', CASE))).toContain('見つかりません')
})

test('a changed plan takes the place of the old one from its first month; what was recorded stays', async () => {
  await register({ monitoring: '2月ごと(R8.5~R9.3)' })
  await recordMonth('5月')
  await at.submits('sakura', 'plan.change', CASE, {
    validFrom: 'R8.8.10',
    validTo: 'R9.3.31',
    monitoring: '3',
  })
  expect(await months()).toBe('(2026-05) 2026-07 2026-09 2026-12 2027-03')
})

test('a plan registered by mistake is taken back, and gives back the months it had taken', async () => {
  await register({ monitoring: '2月ごと(R8.5~R9.3)' })
  const mistyped = { validFrom: 'R8.4.10', validTo: 'R9.3.31', monitoring: '3' }
  await at.submits('sakura', 'plan.change', CASE, mistyped)
  expect(await months()).toBe('2026-06 2026-09 2026-12 2027-03')
  expect(saidIn(await at.presses('sakura', 'plan.remove', CASE))).toContain('取り消しました')
  expect(await months()).toBe('2026-05 2026-07 2026-09 2026-11 2027-01 2027-03')
  await recordMonth('5月')
  expect(saidIn(await at.presses('sakura', 'plan.remove', CASE))).toContain('もう記録があります')
  expect(await months()).toBe('(2026-05) 2026-07 2026-09 2026-11 2027-01 2027-03')
})

test('a renewal is filled in from the plan before, and follows on it', async () => {
  await register({ monitoring: '6' })
  const form = await at.presses('sakura', 'plan.renew', CASE)
  expect(form).toMatchObject({
    form: { fields: [{ initial: '2027-04-01' }, { initial: '2028-03-31' }, { initial: '6' }] },
  })
  await at.submits('sakura', 'plan.renew', CASE, {
    validFrom: '2027-04-01',
    validTo: '2028-03-31',
    monitoring: '6',
  })
  expect(await months()).toBe('2026-09 2027-03 2027-09 2028-03')
})

test('validity over a year and a start in mid-month count back from the end', async () => {
  await register({ validFrom: 'R8.4.20', validTo: 'R9.10.31', monitoring: '6' })
  expect(await months()).toBe('2026-04 2026-10 2027-04 2027-10')
})

test('who could not be met needs a reason; the second to record a month is told who did and when', async () => {
  await register({ monitoring: '1月ごと(R8.4~R9.3)' })
  const form = await at.presses('haruto', 'monitoring.done', CASE)
  if (form.kind !== 'form') throw new Error(saidIn(form))
  const [field] = form.form.fields
  const values = { monitoring: String(field?.kind === 'choice' && field.initial), doneOn: 'R8.6.3' }
  const notMet = { ...values, outcome: 'could_not_meet' }
  expect(await at.submits('sakura', 'monitoring.done', {}, notMet)).toMatchObject({
    kind: 'correct',
    faults: { fields: { reason: expect.stringContaining('理由') } },
  })
  const reason = '訪問したが留守だった。'
  await at.submits('sakura', 'monitoring.done', {}, { ...notMet, reason })
  const second = saidIn(
    await at.submits('haruto', 'monitoring.done', {}, { ...values, outcome: 'as_planned' }),
  )
  expect(second).toContain('架空 さくら')
  expect(second).toContain('6月3日')
  expect(saidIn(await at.presses('sakura', 'case.show', CASE))).toContain(reason)
})

test('an interval is proposed, seen by the municipality alone, decided once, and begins where it was asked for', async () => {
  await register({ monitoring: '1月ごと(R8.4~R9.3)' })
  const proposal = { interval: '3', from: 'R8.8', reason: '暮らしが落ちつき、月ごとでなくてよい。' }
  const done = saidIn(await at.submits('sakura', 'monitoring.propose', CASE, proposal))
  expect(done).toContain('例示 ゆかり')
  expect(saidIn(await at.submits('sakura', 'monitoring.propose', CASE, proposal))).toContain(
    '決定を待っている',
  )
  const id = await product.database.inRegion('saikatsuhoku', async ({ tx }) => {
    const { rows } = await tx.execute<{ id: string }>('select id from interval_proposals')
    return rows[0]?.id ?? ''
  })
  expect(saidIn(await at.presses('megumi', 'monitoring.decide', { proposal: id }))).toContain(
    '見つかりません',
  )
  expect(saidIn(await at.presses('sakura', 'monitoring.decide', { proposal: id }))).toContain(
    '役割ではできません',
  )
  expect(saidIn(await at.presses('yukari', 'monitoring.decide', { proposal: id }))).toContain('落ちつき')
  const decision = { proposal: id, decision: 'accepted' }
  expect(saidIn(await at.presses('yukari', 'monitoring.decide', decision))).toContain('認める')
  expect(saidIn(await at.presses('yukari', 'monitoring.decide', decision))).toContain('もう「認める」')
  expect(await months()).toBe('2026-04 2026-05 2026-06 2026-07 2026-09 2026-12 2027-03')
})
