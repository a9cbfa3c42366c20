import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Interaction } from '../../src/bot/port.ts'
import { people } from '../support/people.ts'
import { onlyLiaison, sampleRegion, startProduct, tokyo } from '../support/product.ts'

const begin = async () => {
  const product = await startProduct(tokyo('2026-06-08T10:00'))
  await product.load(onlyLiaison(await sampleRegion()))
  const proposed = async (user: string, command: string, option: string, typed = '') => {
    const interaction: Interaction = {
      event: randomUUID(),
      account: { platform: 'practice', workspace: 'saikatsuhoku', user },
      kind: 'suggest',
      press: { command, options: {} },
      option,
      typed,
    }
    const reply = await product.dispatch(interaction)
    return reply.kind === 'suggestions' ? reply.choices : []
  }
  return { product, proposed, at: people(product) }
}

/** A code is known to who was given it, and a part of a name is what one looks for. */
const NOTHING_TO_PROPOSE = ['tsunagi.connect code', 'tsunagi.link code', 'tsunagi.people like']

test('whatever is typed after a command is proposed, in words that the command takes', async () => {
  const { product, proposed, at } = await begin()
  const plan = { kind: 'new', validFrom: 'R8.6.1', validTo: 'R9.5.31', monitoring: '6' }
  await at.submits('sakura', 'case.register', {}, { ...plan, code: 'S-0900' })
  const typed = product.registry.views.flatMap((view) => view.options.map((option) => ({ view, option })))
  expect(
    typed
      .filter(({ option }) => !option.suggests)
      .map(({ view, option }) => `${view.id} ${option.name}`)
      .toSorted(),
  ).toEqual(NOTHING_TO_PROPOSE)
  for (const { view, option } of typed) {
    const choices = await proposed('midori', view.id, option.name)
    const schema = product.registry.find(view.id)?.options[option.name]?.schema
    for (const { value, label } of choices) {
      expect(schema?.safeParse(value).success, `${view.id} ${option.name} ${value}`).toBe(true)
      expect(label).not.toBe('')
    }
  }
})

test('people are proposed to those who sit with them, and to the centre', async () => {
  const { proposed } = await begin()
  const names = async (user: string) =>
    (await proposed(user, 'meeting.attend', 'member')).map(({ value }) => value)
  expect(await names('midori')).toContain('sakura')
  expect(await names('sakura')).toContain('riku')
  expect(await names('iin-01')).toEqual([])
})

test('a meeting that is to be moved is proposed by its day; only one called off can be restored', async () => {
  const { proposed, at } = await begin()
  const [first] = await proposed('midori', 'meeting.cancel', 'on', '6月17')
  expect(first).toEqual({ value: '2026-06-17', label: '6月17日（水） 指定特定相談支援事業所連絡会' })
  expect(await proposed('midori', 'meeting.restore', 'on')).toEqual([])
  await at.submits('midori', 'meeting.cancel', { on: first?.value ?? '' }, { reason: '会場の都合' })
  expect(await proposed('midori', 'meeting.restore', 'on')).toEqual([first])
})
