import { beforeEach, expect, test } from 'vitest'
import { askedAs } from '../../support/asked-as.ts'
import { asOwner } from '../../support/database.ts'
import { sampleRegion } from '../../support/product.ts'
import { type OperationsStage, REGION, startOperations, TOKEN } from './operations-stage.ts'

let stage: OperationsStage
let address: string
beforeEach(async () => {
  stage = await startOperations()
  address = stage.address
})

const post = (
  path: string,
  form: Record<string, string>,
  headers: Record<string, string> = { origin: address },
) =>
  fetch(`${address}/operations/${path}`, {
    method: 'POST',
    body: new URLSearchParams(form),
    headers,
    redirect: 'manual',
  })
const enter = async (): Promise<string> => {
  const entered = await post('enter', { token: TOKEN })
  expect(entered.status).toBe(303)
  return entered.headers.get('set-cookie') ?? ''
}
const cookieOf = (set: string) => set.slice(0, set.indexOf(';'))
const page = async (cookie: string, query = '') =>
  (await fetch(`${address}/operations${query}`, { headers: { cookie } })).text()
const stateOf = (id: string) =>
  asOwner(stage.databaseUrl, REGION, async (owner) => {
    const { rows } = await owner.query<{ state: string }>('select state from deliveries where id = $1', [id])
    return rows[0]?.state
  })
const idIn = (html: string): string => /name="delivery" value="([^"]+)"/.exec(html)?.[1] ?? ''

test('without the token nothing is shown; with it a cookie opens the page for this path alone', async () => {
  const closed = await fetch(`${address}/operations`)
  expect(closed.status).toBe(401)
  expect(await closed.text()).not.toContain('PostgreSQL')
  const wrong = await post('enter', { token: `${TOKEN}x` })
  expect([wrong.status, wrong.headers.get('set-cookie')]).toEqual([403, null])
  const set = await enter()
  expect(set).toMatch(/Path=\/operations; HttpOnly; SameSite=Strict/)
  expect(set).not.toContain(TOKEN)
  const opened = await page(cookieOf(set))
  for (const words of ['PostgreSQL 18', 'practice', '期限の来たものをさがす', '届かなかったものはありません'])
    expect(opened).toContain(words)
  expect(await page(`${cookieOf(set)}x`)).not.toContain('PostgreSQL')
})

test('a session ends where it was left, whoever kept its cookie; another goes on', async () => {
  const [kept, other] = [cookieOf(await enter()), cookieOf(await enter())]
  const left = await post('leave', {}, { origin: address, cookie: kept })
  expect([left.status, left.headers.get('set-cookie')]).toEqual([303, expect.stringContaining('Max-Age=0')])
  expect(await page(kept)).not.toContain('PostgreSQL')
  expect(await page(other)).toContain('PostgreSQL')
})

test('a page elsewhere that makes its name lead here reads nothing: only names of ours are answered', async () => {
  const cookie = cookieOf(await enter())
  for (const host of ['rebound.example.com', 'localhost.example.com:3000'])
    expect((await askedAs(`${address}/operations`, host, { cookie })).status).toBe(403)
  for (const host of ['localhost:3000', '127.0.0.1', '[::1]:3000', 'tsunagi:3000'])
    expect((await askedAs(`${address}/operations`, host, { cookie })).text).toContain('PostgreSQL')
})

test('a token cannot be guessed on: after ten wrong ones even the right one waits', async () => {
  for (let tries = 0; tries < 10; tries += 1)
    expect((await post('enter', { token: 'wrong' })).status).toBe(403)
  const late = await post('enter', { token: TOKEN })
  expect([late.status, late.headers.get('set-cookie')]).toEqual([429, null])
})

test('what could not be delivered is listed with its reason, tried again by a press, once, and noted', async () => {
  await stage.fail()
  const cookie = cookieOf(await enter())
  const before = await page(cookie)
  expect(before).toContain('チャンネルか相手が見つかりません')
  const delivery = idIn(before)
  expect(await stateOf(delivery)).toBe('skipped')

  stage.takes = true
  const form = { region: REGION, delivery }
  const headers = { origin: address, cookie }
  const again = await post('retry', form, headers)
  expect([again.status, again.headers.get('location')]).toEqual([303, '/operations?lang=ja&said=retried'])
  await stage.settle()
  expect(await stateOf(delivery)).toBe('sent')
  expect(stage.arrived()).toBe(1)
  const twice = await post('retry', form, headers)
  expect(twice.headers.get('location')).toContain('said=notRetried')
  await stage.settle()
  expect(stage.arrived()).toBe(1)
  expect(await page(cookie, '?said=retried')).toContain('もう一度送るようにしました')
  expect(await page(cookie, '?lang=en')).toContain('Everything was delivered.')
  const noted = await asOwner(stage.databaseUrl, REGION, async (owner) => {
    const { rows } = await owner.query(
      `select action, access, subject_id from audit_log where subject_kind = 'delivery'`,
    )
    return rows
  })
  expect(noted).toEqual([{ action: 'operations.retry', access: 'change', subject_id: delivery }])
})

test('one whose answer was lost is looked up before it is sent again: what is there already stays one', async () => {
  stage.takes = true
  await stage.fail()
  expect(stage.arrived()).toBe(1)
  await asOwner(stage.databaseUrl, REGION, (owner) =>
    owner.query(
      `update deliveries set state = 'skipped', reason = 'answer-lost', sent_at = null where key = 'fails'`,
    ),
  )
  const cookie = cookieOf(await enter())
  const shown = await page(cookie)
  expect(shown).toContain('先に届いているかを調べ')
  const delivery = idIn(shown)
  await post('retry', { region: REGION, delivery }, { origin: address, cookie })
  await stage.settle()
  expect(await stateOf(delivery)).toBe('sent')
  expect(stage.arrived()).toBe(1)
})

test('a page elsewhere cannot have anything done with the cookie, nor can anybody without it', async () => {
  await stage.fail()
  const cookie = cookieOf(await enter())
  const form = { region: REGION, delivery: idIn(await page(cookie)) }
  stage.takes = true
  const strangers: Record<string, string>[] = [
    { cookie, origin: 'https://elsewhere.example' },
    { cookie },
    { cookie, origin: 'null' },
    { cookie, origin: address, 'sec-fetch-site': 'cross-site' },
  ]
  for (const headers of strangers) expect((await post('retry', form, headers)).status).toBe(403)
  expect((await post('retry', form)).status).toBe(401)
  expect((await post('enter', { token: TOKEN }, {})).status).toBe(403)
  expect(await stateOf(form.delivery)).toBe('skipped')
})

test('the page shows nobody: no name, no account, no text of a region', async () => {
  const region = await sampleRegion()
  await stage.fail()
  const shown = await page(cookieOf(await enter()))
  expect(shown).toContain(REGION)
  for (const { id, name } of region.members) {
    expect(shown).not.toContain(name)
    expect(shown).not.toMatch(new RegExp(`\\b${id}\\b`))
  }
  for (const { name } of region.bodies) expect(shown).not.toContain(name)
})
