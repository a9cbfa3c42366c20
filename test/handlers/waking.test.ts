import { randomUUID } from 'node:crypto'
import { pino } from 'pino'
import { beforeEach, expect, test } from 'vitest'
import { loadDictionary } from '../../src/app/dictionary.ts'
import type { Dispatch } from '../../src/bot/port.ts'
import { dispatcher } from '../../src/handlers/dispatch.ts'
import { unwatched } from '../../src/observability/watch.ts'
import { saidIn } from '../support/people.ts'
import { type Product, sampleRegion, startProduct, tokyo } from '../support/product.ts'

let product: Product
let woken: number
let dispatch: Dispatch

const PLAN = {
  code: 'S-0900',
  kind: 'new',
  validFrom: 'R8.4.1',
  validTo: 'R9.3.31',
  monitoring: '6月ごと(R8.9~R9.3)',
}
const from = (user: string) => ({
  account: { platform: 'practice' as const, workspace: 'saikatsuhoku', user },
  event: randomUUID(),
})
const types = (user: string, words: string) => dispatch({ kind: 'words', words, ...from(user) })
const submits = (command: string, values: Record<string, string>, options = {}) =>
  dispatch({ kind: 'submit', press: { command, options }, values, ...from('midori') })

beforeEach(async () => {
  product = await startProduct(tokyo('2026-04-08T10:00'))
  await product.load(await sampleRegion())
  woken = 0
  const { database, registry, clock } = product
  dispatch = dispatcher({
    database,
    registry,
    clock,
    log: pino({ level: 'silent' }),
    watch: unwatched,
    tokenise: loadDictionary(),
    publicUrl: 'http://localhost:3000',
    wake: () => {
      woken += 1
      return new Promise(() => undefined)
    },
  })
})

test('what writes nothing to the outbox wakes nobody', async () => {
  expect(saidIn(await types('midori', 'tsunagi help'))).toContain('つなぎの使いかた')
  expect(saidIn(await types('midori', 'case show S-0999'))).toContain('見つかりません')
  expect((await submits('case.register', PLAN)).kind).toBe('card')
  expect(woken).toBe(0)
})

test('a reply that made something due comes while Redis hangs, and one that was refused wakes nobody', async () => {
  const asked = await types('midori', 'meeting cancel')
  const select = asked.kind === 'card' ? asked.card.parts.find(({ part }) => part === 'select') : undefined
  if (select?.part !== 'select') throw new Error(saidIn(asked))
  const command = 'meeting.cancel'
  const options = { meeting: select.choices[0]?.value ?? '' }
  expect((await submits(command, { reason: '' }, options)).kind).toBe('correct')
  expect(woken).toBe(0)
  expect(saidIn(await submits(command, { reason: '会場が使えないため。' }, options))).toContain(
    '中止にしました',
  )
  expect(woken).toBe(1)
})
