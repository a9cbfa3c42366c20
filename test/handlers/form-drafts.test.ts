import { sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import type { FormValues } from '../../src/bot/form.ts'
import type { Reply } from '../../src/bot/port.ts'
import { asOwner } from '../support/database.ts'
import { people } from '../support/people.ts'
import { onlyLiaison, type Product, sampleRegion, startProduct, tokyo } from '../support/product.ts'

let product: Product
let at: ReturnType<typeof people>
const CASE = { case: 'S-0900' }
const filledIn = (reply: Reply): FormValues => {
  if (reply.kind !== 'form' && reply.kind !== 'correct') throw new Error(`no form: ${JSON.stringify(reply)}`)
  return Object.fromEntries(
    reply.form.fields.flatMap(({ name, initial }) => (initial === undefined ? [] : [[name, initial]])),
  )
}
const opened = (user = 'sakura') => at.presses(user, 'summary.submit', CASE)
const HALF = { assessment: '一人暮らしを始めた。', wishes: '今の部屋で' }
const REST = { policy: '朝の支度から。', content: '居宅介護を使う。' }

beforeEach(async () => {
  product = await startProduct(tokyo('2026-06-01T10:00'))
  await product.load(onlyLiaison(await sampleRegion()))
  at = people(product)
  const plan = { validFrom: 'R8.6.1', validTo: 'R9.5.31', monitoring: '6月ごと(R8.11~R9.5)' }
  await at.submits('sakura', 'case.register', {}, { code: 'S-0900', kind: 'new', ...plan })
})

test('what was typed and not sent is there when the form is opened again, and says so', async () => {
  await at.keeps('sakura', 'summary.submit', CASE, HALF)
  await product.until(tokyo('2026-06-01T15:00'))
  const again = await opened()
  expect(filledIn(again)).toMatchObject(HALF)
  expect(JSON.stringify(again)).toContain('6月1日（月）10:00に書きかけたところ')
})

test('it is its writer’s alone, and nobody reads it in the database', async () => {
  await at.keeps('sakura', 'summary.submit', CASE, HALF)
  expect(filledIn(await opened('midori'))).not.toMatchObject(HALF)
  const { rows } = await asOwner(product.databaseUrl, 'saikatsuhoku', (client) =>
    client.query<{ text: Buffer }>('select text from form_drafts'),
  )
  expect(rows).toHaveLength(1)
  expect(rows[0]?.text.includes('一人暮らし')).toBe(false)
})

test('once it is sent there is no draft; what is opened is what was stored', async () => {
  await at.keeps('sakura', 'summary.submit', CASE, HALF)
  await at.submits('sakura', 'summary.submit', CASE, {
    ...CASE,
    ...HALF,
    ...REST,
    wishes: '今の部屋で暮らす',
  })
  const again = await opened()
  expect(filledIn(again)).toMatchObject({ wishes: '今の部屋で暮らす' })
  expect(JSON.stringify(again)).not.toContain('書きかけた')
})

test('refused ten times, closed and opened elsewhere, it still holds what was typed', async () => {
  const typed = { ...CASE, ...HALF, policy: 'あ'.repeat(301), content: '居宅介護を使う。' }
  for (let time = 0; time < 10; time += 1) {
    const refused = await at.submits('sakura', 'summary.submit', CASE, typed)
    expect(refused.kind).toBe('correct')
    expect(filledIn(refused)).toMatchObject(typed)
  }
  expect(filledIn(await opened())).toMatchObject(typed)
})

test('a field with somebody’s data in it is not stored, the others are', async () => {
  await at.keeps('sakura', 'summary.submit', CASE, { ...HALF, wishes: '電話は090-1234-5678まで' })
  expect(filledIn(await opened())).toMatchObject({ assessment: HALF.assessment })
  expect(JSON.stringify(filledIn(await opened()))).not.toContain('1234')
  await at.submits('sakura', 'summary.submit', CASE, { ...HALF, wishes: '電話は090-1234-5678まで' })
  expect(JSON.stringify(filledIn(await opened()))).not.toContain('1234')
})

test('a month later nobody comes back to it', async () => {
  await at.keeps('sakura', 'summary.submit', CASE, HALF)
  await product.until(tokyo('2026-08-02T12:00'))
  const { rows } = await product.database.inRegion('saikatsuhoku', ({ tx }) =>
    tx.execute(sql`select * from form_drafts`),
  )
  expect(rows).toEqual([])
})
