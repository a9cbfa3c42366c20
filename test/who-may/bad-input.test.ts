import { beforeEach, expect, test } from 'vitest'
import type { Reply } from '../../src/bot/port.ts'
import { asOwner } from '../support/database.ts'
import { codeIn, elsewhere } from '../support/elsewhere.ts'
import { people, saidIn } from '../support/people.ts'
import { onlyLiaison, type Product, sampleRegion, startProduct, tokyo } from '../support/product.ts'

/** What is pressed or sent when the right to it has ended: refused in words that tell nothing, on record, nothing half-done. */

let product: Product
let at: ReturnType<typeof people>
let region: Awaited<ReturnType<typeof sampleRegion>>

const PLAN = { kind: 'new', validFrom: 'R8.6.1', validTo: 'R9.5.31', monitoring: '6' }
const SHEET = { why: '転居。', expected: '訪問。', consent: '口頭。', consentOn: 'R8.5.29', assigns: 'yes' }

const rows = <Row>(sql: string): Promise<Row[]> =>
  asOwner(product.databaseUrl, region.id, async (owner) => (await owner.query(sql)).rows as Row[])
const inCharge = async (code: string) => {
  const [found] = await rows<{ member: string; closed: string | null }>(
    `select member_id as member, closed_on as closed from cases where code = '${code}'`,
  )
  return found
}
const refusals = async (member: string): Promise<string[]> => {
  const found = await rows<{ action: string }>(
    `select action from audit_log where access = 'refused' and member_id = '${member}'`,
  )
  return found.map(({ action }) => action)
}
const tagOf = (reply: Reply): string =>
  reply.kind === 'card' || reply.kind === 'replace' ? reply.card.tag : reply.kind
const sheetId = async (): Promise<string> => {
  const [sheet] = await rows<{ id: string }>('select id from handover_sheets')
  return sheet?.id ?? ''
}

beforeEach(async () => {
  product = await startProduct(tokyo('2026-06-01T10:00'))
  const sample = onlyLiaison(await sampleRegion())
  region = { ...sample, workspaces: [{ platform: 'slack', id: 'T1' }] }
  await product.load(region)
  at = people(product)
  await at.submits('sakura', 'case.register', {}, { ...PLAN, code: 'S-0501' })
})

test('a form that was opened before the case went to another office is refused when it is sent, and does nothing', async () => {
  const opened = await at.presses('haruto', 'case.close', { case: 'S-0501' })
  expect(opened.kind).toBe('form')
  await at.submits('midori', 'case.assign', { case: 'S-0501' }, { to: 'riku' })
  const end = { closedOn: 'R8.6.1', reason: 'other' }
  const sent = await at.submits('haruto', 'case.close', { case: 'S-0501' }, end)
  expect(tagOf(sent)).toBe('case.not-found')
  expect(await inCharge('S-0501')).toEqual({ member: 'riku', closed: null })
  expect(await refusals('haruto')).toEqual(['case.close'])
})

test("yesterday's button for a case that went elsewhere finds what no case at all would find", async () => {
  const followUp = { member: 'haruto', what: '電話する。', dueOn: 'R8.6.30', case: 'S-0501' }
  await at.submits('sakura', 'followup.add', {}, followUp)
  const [made] = await rows<{ id: string }>('select id from follow_ups')
  await at.submits('midori', 'case.assign', { case: 'S-0501' }, { to: 'riku' })
  for (const command of ['followup.show', 'followup.done', 'followup.extend']) {
    const pressed = await at.presses('haruto', command, { followup: made?.id ?? '' })
    const unborn = await at.presses('haruto', command, { followup: '00000000-0000-4000-8000-000000000000' })
    expect(saidIn(pressed)).toBe(saidIn(unborn))
  }
})

test('who stood in, and does no more, sends what they opened in vain', async () => {
  const days = { from: '2026-06-01', to: '2026-06-05', deputy: 'minato' }
  await at.submits('midori', 'absence.take', { member: 'sakura' }, days)
  expect((await at.presses('minato', 'case.need', { case: 'S-0501' })).kind).toBe('form')
  await at.types('sakura', 'absence end')
  const sent = await at.submits('minato', 'case.need', { case: 'S-0501' }, { level: '3' })
  expect(tagOf(sent)).toBe('case.not-found')
  expect(saidIn(sent)).not.toContain('さくら')
  expect(await refusals('minato')).toEqual(['case.need'])
})

test('of two who acknowledge one sheet at once one does it, and the other is told that it is answered', async () => {
  await at.submits('sakura', 'handover.send', { case: 'S-0501' }, { ...SHEET, to: 'aoi' })
  const days = { from: '2026-06-01', to: '2026-06-05', deputy: 'riku' }
  await at.submits('midori', 'absence.take', { member: 'aoi' }, days)
  const sheet = await sheetId()
  const both = await Promise.all(
    ['aoi', 'riku'].map((user) => at.presses(user, 'handover.acknowledge', { sheet })),
  )
  expect(both.map(tagOf).toSorted()).toEqual(['handover.refused', 'handover.said'])
  expect(await inCharge('S-0501')).toEqual({ member: 'aoi', closed: null })
  expect([...(await refusals('aoi')), ...(await refusals('riku'))]).toEqual(['handover.acknowledge'])
})

test('a code that is used while its member leaves makes nobody that member, whichever comes first', async () => {
  const code = codeIn(await at.types('riku', 'tsunagi link'))
  const members = region.members.map((one) =>
    one.id === 'riku' ? { ...one, office: undefined, roles: [] } : one,
  )
  const slack = elsewhere(product, { platform: 'slack', workspace: 'T1' })
  await Promise.all([product.load({ ...region, members }), slack.types('U1', `tsunagi connect ${code}`)])
  for (const words of [`tsunagi connect ${code}`, 'case list', 'tsunagi home'])
    expect(saidIn(await slack.types('U1', words))).not.toMatch(/りく|S-0501/)
})
