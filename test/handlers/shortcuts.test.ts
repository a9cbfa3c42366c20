import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { registry } from '../../src/handlers/registry.ts'
import { asOwner } from '../support/database.ts'
import { people, saidIn } from '../support/people.ts'
import { onlyLiaison, type Product, sampleRegion, startProduct, tokyo } from '../support/product.ts'

let product: Product
let at: ReturnType<typeof people>

beforeEach(async () => {
  product = await startProduct(tokyo('2026-06-01T10:00'))
  await product.load(onlyLiaison(await sampleRegion()))
  at = people(product)
})

const quotes = (member: string, command: string, quoted: string) =>
  product.dispatch({
    kind: 'run',
    press: { command, options: {} },
    quoted,
    account: { platform: 'practice', workspace: 'saikatsuhoku', user: member },
    event: randomUUID(),
  })

const filledIn = (reply: Awaited<ReturnType<typeof quotes>>, name: string) => {
  if (reply.kind !== 'form' && reply.kind !== 'correct') throw new Error(saidIn(reply))
  return reply.form.fields.find((field) => field.name === name)?.initial
}

test.each([
  ['followup.add', 'what'],
  ['summary.issue', 'background'],
  ['summary.notice', 'content'],
])(
  '%s opens with the words of the message in its field, to be read before they are sent',
  async (id, field) => {
    const reply = await quotes('sakura', id, '  送迎の車が足りない。\n役所に相談する。 ')
    expect(reply.kind).toBe('form')
    expect(filledIn(reply, field)).toBe('送迎の車が足りない。\n役所に相談する。')
    expect(saidIn(reply)).toContain('出すまでは、どこにも残りません')
  },
)

test('what the guard marks in a message is seen at once, and nothing of it is stored', async () => {
  const reply = await quotes('sakura', 'followup.add', '田中に090-0000-1234へ電話する')
  if (reply.kind !== 'correct') throw new Error(reply.kind)
  expect(reply.faults.fields.what).toContain('【田中】')
  expect(reply.faults.fields.what).toContain('【090-0000-1234】')
  expect(filledIn(reply, 'what')).toBe('田中に090-0000-1234へ電話する')
  expect(saidIn(reply)).toContain('名前ではないことば')
  await asOwner(product.databaseUrl, 'saikatsuhoku', async (owner) => {
    for (const table of ['follow_ups', 'form_drafts', 'received_events'])
      expect((await owner.query(`select * from ${table}`)).rows, table).toEqual([])
  })
  const sent = await at.submits(
    'sakura',
    'followup.add',
    {},
    { member: 'sakura', what: '役所に電話する', dueOn: 'R8.6.10' },
  )
  expect(saidIn(sent)).toContain('6月10日')
})

test('of a long message as much is taken as the field holds, and it says so', async () => {
  const reply = await quotes('sakura', 'followup.add', 'あ'.repeat(500))
  expect(filledIn(reply, 'what')).toBe('あ'.repeat(200))
  expect(saidIn(reply)).toContain('はじめの200文字')
})

test('who may not use the command is told so, whatever the message says', async () => {
  const reply = await quotes('iin-01', 'summary.issue', '送迎の車が足りない')
  expect(reply.kind).toBe('card')
})

test('every shortcut on a message leads to a form with a text for it', async () => {
  const { commands, views } = registry()
  for (const { id, shortcut, form } of commands) {
    const takes = shortcut?.message?.takes
    if (takes === undefined) continue
    const reply = await quotes('sakura', id, 'しるし')
    expect(filledIn(reply, takes), id).toBe('しるし')
    expect(form).toBeDefined()
    expect(views.find((view) => view.id === id)?.shortcut).toBe('message')
  }
})
