import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import type { Interaction, Reply } from '../../src/bot/port.ts'
import { type Product, sampleRegion, startProduct, tokyo } from '../support/product.ts'

let product: Product
const account = (user: string) => ({ platform: 'practice' as const, workspace: 'saikatsuhoku', user })
const says = (reply: Reply): string => JSON.stringify(reply)
const type = (user: string, words: string, event = randomUUID()) =>
  product.dispatch({ kind: 'words', words, account: account(user), event })

const PLAN = {
  code: 'S-0900',
  kind: 'new',
  validFrom: 'R8.4.1',
  validTo: 'R9.3.31',
  monitoring: '6月ごと(R8.9~R9.3)',
}
const register = (values: Record<string, string>, user = 'sakura', event = randomUUID()) =>
  product.dispatch({
    kind: 'submit',
    press: { command: 'case.register', options: {} },
    values,
    account: account(user),
    event,
  })
const countOf = (table: string) =>
  product.database.inRegion('saikatsuhoku', async ({ tx }) => {
    const { rows } = await tx.execute<{ count: number }>(
      sql`select count(*)::int as count from ${sql.identifier(table)}`,
    )
    return rows[0]?.count
  })

beforeEach(async () => {
  product = await startProduct(tokyo('2026-04-08T10:00'))
  await product.load(await sampleRegion())
})

test('a workspace that is not connected is told how to connect it', async () => {
  const reply = await product.dispatch({
    kind: 'words',
    words: 'case list',
    account: { platform: 'slack', workspace: 'T-ELSEWHERE', user: 'U1' },
    event: 'e1',
  })
  expect(says(reply)).toContain('接続コード')
  expect(says(reply)).toContain('T-ELSEWHERE')
})

test('somebody who is no member is told what to do', async () => {
  expect(says(await type('nobody', 'case list'))).toContain('どなたか、まだわかりません')
})

test.each([
  ['summry submit', '/summary submit'],
  ['ケース とうろく', '/case register'],
  ['monitoring', '/monitoring due'],
])('%s is answered with the nearest commands', async (typed, nearest) => {
  const reply = await type('sakura', typed)
  expect(says(reply)).toContain('というコマンドはありません')
  expect(says(reply)).toContain(nearest)
})

test('Japanese words, full width and a leading slash mean the same', async () => {
  for (const words of ['/tsunagi help', 'つなぎ ヘルプ', '／ｔｓｕｎａｇｉ　ｈｅｌｐ', 'tsunagi'])
    expect(says(await type('sakura', words))).toContain('つなぎの使いかた')
})

test('an event that is delivered twice is acted on once', async () => {
  const event = randomUUID()
  const [first, second] = await Promise.all([
    register(PLAN, 'sakura', event),
    register(PLAN, 'sakura', event),
  ])
  expect([first.kind, second.kind].toSorted()).toEqual(['card', 'nothing'])
  expect(await countOf('cases')).toBe(1)
})

test('a refused form leaves nothing behind, and comes back with what was typed and a reason at each field', async () => {
  const reply = await register({ ...PLAN, validFrom: 'R8.2.30', monitoring: '5か月' })
  if (reply.kind !== 'correct') throw new Error(says(reply))
  expect(Object.keys(reply.faults.fields).toSorted()).toEqual(['monitoring', 'validFrom'])
  const typed = Object.fromEntries(reply.form.fields.map(({ name, initial }) => [name, initial]))
  expect(typed).toMatchObject({ code: 'S-0900', validFrom: 'R8.2.30', monitoring: '5か月' })
  expect(await countOf('cases')).toBe(0)
  expect(await countOf('received_events')).toBe(0)
})

test('a taken code is refused at its field; two at once register one', async () => {
  const replies = await Promise.all([register(PLAN), register(PLAN, 'riku')])
  expect(replies.map(({ kind }) => kind).toSorted()).toEqual(['card', 'correct'])
  expect(await countOf('cases')).toBe(1)
})

test("another office's case answers like one that does not exist; the coordinator sees it; an officer of the place too", async () => {
  await register(PLAN)
  expect(says(await type('sakura', 'case show S-0900'))).toContain('令和8年9月')
  expect(says(await type('midori', 'case show s-0900'))).toContain('令和8年9月')
  expect(says(await type('riku', 'case show S-0900'))).toContain('見つかりません')
  expect(says(await type('yukari', 'case show S-0900'))).toContain('令和8年9月')
  expect(says(await type('megumi', 'case show S-0900'))).toContain('見つかりません')
})

test('a council member is told politely who can', async () => {
  const reply = await type('iin-01', 'case list')
  expect(says(reply)).toContain('あなたの役割ではできません')
  expect(says(await type('sakura', 'agenda publish'))).toContain('基幹職員')
})

test('reading and changing a case leave a trace, and so does what was refused: what was named, never what was typed', async () => {
  await register(PLAN)
  await type('sakura', 'case show S-0900')
  await type('riku', 'case show S-0900')
  await type('riku', 'case show S-0999')
  await type('iin-01', 'case show S-0900')
  await type('nobody', 'case show S-0900')
  const trace = await product.database.inRegion('saikatsuhoku', async ({ tx }) => {
    const { rows } = await tx.execute(
      sql`select audit_log.member_id, access, action, subject_kind, code from audit_log
        left join cases on cases.id::text = subject_id order by audit_log.id`,
    )
    return rows.map(Object.values)
  })
  expect(trace).toEqual([
    ['sakura', 'change', 'case.register', 'case', 'S-0900'],
    ['sakura', 'read', 'case.show', 'case', 'S-0900'],
    ['riku', 'refused', 'case.show', 'case', 'S-0900'],
    ['riku', 'refused', 'case.show', 'command', null],
    ['iin-01', 'refused', 'case.show', 'command', null],
    [null, 'refused', 'case.show', 'account', null],
  ])
})

test('a form that the privacy guard sends back is on record, one with a missing field is not; neither stores anything', async () => {
  await register(PLAN)
  const before = await countOf('audit_log')
  await register({ ...PLAN, code: 'S-0901', kind: '' })
  expect(await countOf('audit_log')).toBe(before)
  const followUp = { what: '090-1234-5678に電話する。', who: 'sakura', by: '2026-05-01' }
  const sent = await product.dispatch({
    kind: 'submit',
    press: { command: 'followup.add', options: {} },
    values: followUp,
    account: account('sakura'),
    event: randomUUID(),
  })
  expect(sent.kind).toBe('correct')
  const [last] = await product.database.inRegion('saikatsuhoku', async ({ tx }) => {
    const { rows } = await tx.execute(
      sql`select action, access, subject_kind, subject_id from audit_log order by id desc limit 1`,
    )
    return rows
  })
  expect(last).toEqual({
    action: 'followup.add',
    access: 'refused',
    subject_kind: 'member',
    subject_id: 'sakura',
  })
  expect(await countOf('follow_ups')).toBe(0)
})

test('monitoring that somebody recorded already says who and when', async () => {
  product = await startProduct(tokyo('2026-09-10T10:00'))
  await product.load(await sampleRegion())
  await register(PLAN)
  const opened = await type('sakura', 'monitoring done S-0900')
  if (opened.kind !== 'form') throw new Error(says(opened))
  const [field] = opened.form.fields
  const id = field?.kind === 'choice' ? (field.initial ?? '') : ''
  const submit = (user: string): Interaction => ({
    kind: 'submit',
    press: { command: 'monitoring.done', options: { monitoring: id } },
    values: { monitoring: id, doneOn: 'R8.9.9', outcome: 'as_planned' },
    account: account(user),
    event: randomUUID(),
  })
  const answers = await Promise.all([product.dispatch(submit('sakura')), product.dispatch(submit('midori'))])
  const said = answers.map(says)
  expect(said.filter((text) => text.includes('を記録しました'))).toHaveLength(1)
  expect(said.filter((text) => text.includes('もう記録しています'))).toHaveLength(1)
})
