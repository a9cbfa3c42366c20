import { sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { loadRegion } from '../../../src/store/region/regions.ts'
import { codeIn, elsewhere } from '../../support/elsewhere.ts'
import { people, saidIn } from '../../support/people.ts'
import { exampleRegion, type Product, sampleRegion, startProduct, tokyo } from '../../support/product.ts'

const NOT_GOOD = 'このコードは使えません'
const MIDORI = 'U-MIDORI'
let product: Product
let practice: ReturnType<typeof people>
let slack: ReturnType<typeof elsewhere>
let discord: ReturnType<typeof elsewhere>

beforeEach(async () => {
  product = await startProduct(tokyo('2026-04-08T10:00'))
  await product.load(await sampleRegion())
  practice = people(product)
  slack = elsewhere(product, { platform: 'slack', workspace: 'T1' })
  discord = elsewhere(product, { platform: 'discord', workspace: '900000000000000001' })
})

const region = (id = 'saikatsuhoku') => product.database.inRegion(id, loadRegion)
const accountsOf = async (member: string) =>
  (await region()).members.find(({ id }) => id === member)?.accounts.map(({ user }) => user)
const invited = async (member: string) => codeIn(await practice.types('midori', `tsunagi invite ${member}`))
const later = (minutes: number) => product.until(product.clock.now().add({ minutes }))

/** Slack is connected by Midori, who is a coordinator. */
const connected = async () => {
  const reply = await slack.types(MIDORI, `tsunagi connect ${await invited('midori')}`)
  expect(saidIn(reply)).toContain('埼葛北地区につながりました')
}

test('nothing but help and the code works in a workspace that is in no region', async () => {
  for (const { id } of product.registry.commands.filter((one) => one.id !== 'tsunagi.connect')) {
    const pressed = await slack.presses(MIDORI, id, { case: 'S-0001' })
    expect(saidIn(pressed), id).toContain('まだ圏域につながっていません')
    const sent = await slack.submits(MIDORI, id, {}, { code: 'S-0001' })
    expect(saidIn(sent), id).toMatch(/まだ圏域につながっていません|このコードは使えません|お休みします/)
  }
  expect((await region()).workspaces).toEqual([])
})

test('a coordinator connects a workspace by a code, is known there at once, and goes on to the first run', async () => {
  await connected()
  expect((await region()).workspaces).toEqual([{ platform: 'slack', id: 'T1' }])
  expect(saidIn(await slack.types(MIDORI, 'tsunagi help'))).toContain('見本 みどりさん')
})

test('the code may be typed into the form, in any case and width', async () => {
  const code = await invited('midori')
  const form = await slack.presses(MIDORI, 'tsunagi.connect')
  expect(form.kind).toBe('form')
  const wrong = await slack.submits(MIDORI, 'tsunagi.connect', {}, { code: 'BCDF-GHJK' })
  if (wrong.kind !== 'correct') throw new Error(saidIn(wrong))
  expect(wrong.faults.fields.code).toContain(NOT_GOOD)
  expect(wrong.form.fields[0]).toMatchObject({ initial: 'BCDF-GHJK' })
  const typed = code.toLowerCase().replaceAll('-', '　').replaceAll('b', 'ｂ')
  const right = await slack.submits(MIDORI, 'tsunagi.connect', {}, { code: typed })
  expect(saidIn(right)).toContain('につながりました')
})

test('a code works once: of two at once one connects, and neither learns why the other did not', async () => {
  const code = await invited('midori')
  const both = await Promise.all([
    slack.types(MIDORI, `tsunagi connect ${code}`),
    discord.types('810000000000000001', `tsunagi connect ${code}`),
  ])
  const said = both.map(saidIn)
  expect(said.filter((one) => one.includes('につながりました'))).toHaveLength(1)
  expect(said.filter((one) => one.includes(NOT_GOOD))).toHaveLength(1)
  expect((await region()).workspaces).toHaveLength(1)
})

test('a code that is too old, or only links, or is nobody’s, is refused in the same words', async () => {
  const code = await invited('midori')
  const links = codeIn(await practice.types('sakura', 'tsunagi link'))
  const refusals = [
    saidIn(await slack.types('U1', `tsunagi connect ${links}`)),
    saidIn(await slack.types('U2', 'tsunagi connect BCDF-GHJK-LMNP')),
  ]
  await later(31)
  refusals.push(saidIn(await slack.types('U3', `tsunagi connect ${code}`)))
  expect(new Set(refusals).size).toBe(1)
  expect(refusals[0]).toContain(NOT_GOOD)
})

test('wrong codes one after another have to wait, many at once too; then the right one works again', async () => {
  const guesses = Array.from({ length: 12 }, () => slack.types('U1', 'tsunagi connect BCDF-GHJK-LMNP'))
  const said = (await Promise.all(guesses)).map(saidIn)
  expect(said.filter((one) => one.includes(NOT_GOOD))).toHaveLength(5)
  const code = await invited('midori')
  expect(saidIn(await slack.types('U1', `tsunagi connect ${code}`))).toContain('お休みします')
  await later(16)
  expect(saidIn(await slack.types('U1', `tsunagi connect ${code}`))).toContain('につながりました')
})

test('accounts of one workspace share a limit, so that changing names does not help', async () => {
  for (let user = 0; user < 20; user += 1) await slack.types(`U${user}`, 'tsunagi connect BCDF-GHJK-LMNP')
  expect(saidIn(await slack.types('U99', 'tsunagi connect BCDF-GHJK-LMNP'))).toContain('お休みします')
  expect(saidIn(await discord.types('99', 'tsunagi connect BCDF-GHJK-LMNP'))).toContain(NOT_GOOD)
})

test('codes are stored as hashes only', async () => {
  const code = await invited('midori')
  const { rows } = await product.database.inRegion('saikatsuhoku', ({ tx }) =>
    tx.execute(sql`select c::text from connect_codes c`),
  )
  expect(rows).toHaveLength(1)
  expect(JSON.stringify(rows)).not.toContain(code)
  expect(JSON.stringify(rows)).not.toContain(code.replaceAll('-', ''))
})

test('a workspace is in one region: another region’s code is refused there, and links nobody', async () => {
  await connected()
  await product.load({
    ...(await exampleRegion('wakasa')),
    members: [{ id: 'x', name: '架空 えっくす', roles: ['coordinator'], accounts: [] }],
    bodies: [],
    series: [],
    rotas: [],
    visits: undefined,
  })
  const other = codeIn(await people(product, 'wakasa').types('x', 'tsunagi invite'))
  expect(saidIn(await slack.types('U-X', `tsunagi connect ${other}`))).toContain(NOT_GOOD)
  expect((await region('wakasa')).workspaces).toEqual([])
})

test('one person links an account in each workspace by a code sent to one and typed in the other', async () => {
  await connected()
  const code = codeIn(await slack.types(MIDORI, 'tsunagi link'))
  expect(saidIn(await discord.types('810000000000000001', `tsunagi link ${code}`))).toContain(NOT_GOOD)
  await discord.types('810000000000000002', `tsunagi connect ${await invited('daichi')}`)
  const linked = await discord.types('810000000000000001', `tsunagi link ${code}`)
  expect(saidIn(linked)).toContain('見本 みどりさんのアカウントとして')
  expect(await accountsOf('midori')).toEqual([MIDORI, '810000000000000001'])
  expect(saidIn(await discord.types('810000000000000001', 'tsunagi help'))).toContain('見本 みどりさん')
})

test('an account that is somebody’s already is not taken over, and the code stays good for whom it is meant', async () => {
  await connected()
  const code = await invited('sakura')
  expect(saidIn(await slack.types(MIDORI, `tsunagi link ${code}`))).toContain('もう見本 みどりさんのもの')
  expect(saidIn(await slack.types('U-SAKURA', `tsunagi link ${code}`))).toContain('架空 さくらさん')
  expect(await accountsOf('midori')).toEqual([MIDORI])
})

test('only coordinators invite; the buttons of a request do nothing for others', async () => {
  await connected()
  await slack.types('U-SAKURA', `tsunagi link ${await invited('sakura')}`)
  expect(saidIn(await slack.types('U-SAKURA', 'tsunagi invite midori'))).toContain(
    'あなたの役割ではできません',
  )
  await slack.types('U-NEW', 'case list')
  const { rows } = await product.database.inRegion('saikatsuhoku', ({ tx }) =>
    tx.execute<{ id: string }>(sql`select id from account_requests`),
  )
  const request = rows[0]?.id ?? ''
  for (const press of ['tsunagi.known', 'tsunagi.decline', 'tsunagi.unlink'])
    expect(saidIn(await slack.presses('U-SAKURA', press, { request }))).toMatch(/役割では|結ばれていません/)
  const forged = await slack.submits('U-SAKURA', 'tsunagi.known', { request }, { member: 'midori' })
  expect(saidIn(forged)).toContain('あなたの役割ではできません')
  expect(await accountsOf('midori')).toEqual([MIDORI])
})
