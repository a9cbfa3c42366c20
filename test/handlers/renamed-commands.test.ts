import { sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import type { Reply } from '../../src/bot/port.ts'
import { registry } from '../../src/handlers/registry.ts'
import { idsOf } from '../../src/handlers/renamed.ts'
import { keepFormDraft } from '../../src/store/form/form-drafts.ts'
import { people, saidIn } from '../support/people.ts'
import { onlyLiaison, type Product, sampleRegion, startProduct, tokyo } from '../support/product.ts'

/** Every former id, with what it was of. */
const FORMER = { 'leave.take': 'absence.take', 'leave.end': 'absence.end' }
const FORM = { from: 'R8.6.10', to: 'R8.6.12', deputy: 'haruto' }

let product: Product
let at: ReturnType<typeof people>

beforeEach(async () => {
  product = await startProduct(tokyo('2026-06-01T10:00'))
  await product.load(onlyLiaison(await sampleRegion()))
  at = people(product)
})

const tagOf = (reply: Reply) => (reply.kind === 'card' ? reply.card.tag : reply.kind)
const drafts = async () =>
  (await product.database.inRegion('saikatsuhoku', ({ tx }) => tx.execute(sql`select form from form_drafts`)))
    .rows

test('a former id finds the command of today, and is no other command’s', () => {
  const { commands, find } = registry()
  const declared = commands.flatMap(({ id }) =>
    idsOf(id)
      .slice(1)
      .map((former) => [former, id] as const),
  )
  expect(Object.fromEntries(declared)).toEqual(FORMER)
  for (const [former, today] of Object.entries(FORMER)) expect(find(former)?.id).toBe(today)
  const [one] = commands
  if (!one) throw new Error('no command')
  expect(() => registry([{ ...one, id: 'leave.take' }])).toThrow(/absence\.take was called so before/)
})

test('a form and a button of an earlier version go on working', async () => {
  expect(tagOf(await at.presses('sakura', 'leave.take'))).toBe('form')
  expect(tagOf(await at.submits('sakura', 'leave.take', {}, FORM))).toBe('absence.taken')
  expect(tagOf(await at.presses('sakura', 'leave.end'))).toBe('absence.ended')
})

test('a draft stored under the former id is in the form of today, and goes when that is sent', async () => {
  await product.database.inRegion('saikatsuhoku', (scope) =>
    keepFormDraft(scope, 'sakura', 'leave.take?', FORM, tokyo('2026-06-01T09:00')),
  )
  for (const id of ['absence.take', 'leave.take']) {
    const opened = await at.presses('sakura', id)
    if (opened.kind !== 'form') throw new Error(saidIn(opened))
    expect(opened.form.fields.map(({ name, initial }) => [name, initial])).toEqual(Object.entries(FORM))
    expect(saidIn(opened)).toContain('書きかけたところ')
  }
  expect(tagOf(await at.submits('sakura', 'absence.take', {}, FORM))).toBe('absence.taken')
  expect(await drafts()).toEqual([])
})

test('a form opened before the renaming, once sent, leaves no draft under today’s id', async () => {
  await product.database.inRegion('saikatsuhoku', (scope) =>
    keepFormDraft(scope, 'sakura', 'absence.take?', FORM, tokyo('2026-06-01T09:00')),
  )
  expect(tagOf(await at.submits('sakura', 'leave.take', {}, FORM))).toBe('absence.taken')
  expect(await drafts()).toEqual([])
})
