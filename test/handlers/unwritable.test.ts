import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { asOwner } from '../support/database.ts'
import { people, saidIn } from '../support/people.ts'
import { type Product, sampleRegion, startProduct, tokyo } from '../support/product.ts'

let product: Product
let at: ReturnType<typeof people>

beforeEach(async () => {
  product = await startProduct(tokyo('2026-04-08T10:00'))
  await product.load(await sampleRegion())
  at = people(product)
})

const REST = { monitoring: '6', kind: 'new', validFrom: 'R8.4.1', validTo: 'R9.3.31' }

test.each([
  ['NUL', 'S-09\0'],
  ['half a character', 'S-09\ud83d'],
])('%s in a form is told at its field, and what was typed comes back', async (_, code) => {
  const reply = await at.submits('sakura', 'case.register', {}, { code, ...REST })
  if (reply.kind !== 'correct') throw new Error(saidIn(reply))
  expect(reply.faults.fields.code).toContain('使えない文字')
  expect(reply.form.fields.find(({ name }) => name === 'code')).toMatchObject({ initial: code })
})

test.each(['case show S-\0', '\0', 'case \ud83d'])('typed as %j it is refused in words', async (line) => {
  expect(saidIn(await at.types('sakura', line))).toContain('使えない文字')
})

test('proposals for it are none, and a draft of it is not kept', async () => {
  const account = { platform: 'practice', workspace: 'saikatsuhoku', user: 'sakura' } as const
  const press = { command: 'case.show', options: {} }
  const suggest = { kind: 'suggest', press, option: 'case', typed: 'S\0' } as const
  expect(await product.dispatch({ event: randomUUID(), account, ...suggest })).toMatchObject({ choices: [] })
  expect(await at.keeps('sakura', 'summary.notice', { case: '\0' }, { topic: 'あ' })).toEqual({
    kind: 'nothing',
  })
})

test('an id longer than any platform’s is refused, and leaves nothing', async () => {
  const account = { platform: 'practice', workspace: 'saikatsuhoku', user: 'sakura' } as const
  const reply = await product.dispatch({
    event: 'e'.repeat(3_000),
    account,
    kind: 'words',
    words: 'case list',
  })
  expect(reply).toMatchObject({ card: { tag: 'answer.unwritable' } })
  const { rows } = await asOwner(product.databaseUrl, 'saikatsuhoku', (owner) =>
    owner.query('select 1 from received_events'),
  )
  expect(rows).toEqual([])
})

test('a text longer than its field is told its length, before it is looked through for names', async () => {
  const reply = await at.submits(
    'sakura',
    'summary.notice',
    {},
    { topic: 'x', content: '様'.repeat(100_000) },
  )
  if (reply.kind !== 'correct') throw new Error(saidIn(reply))
  expect(Object.values(reply.faults.fields).join()).toContain('100000文字')
})
