import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import { sql } from 'drizzle-orm'
import { pino } from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { installationsOf } from '../../../src/app/installations.ts'
import { systemClock } from '../../../src/app/system-clock.ts'
import type { Interaction, Place } from '../../../src/bot/port.ts'
import { installedApps } from '../../../src/bot/slack/installed-app.ts'
import { startSlack } from '../../../src/bot/slack/start.ts'
import { shiftedClock } from '../../../src/domain/calendar/clock.ts'
import { openDatabase } from '../../../src/store/engine/database.ts'
import { keyring } from '../../../src/store/engine/encryption.ts'
import { asOwner, freshDatabase } from '../../support/database.ts'
import { startFakeSlack } from '../../support/fake-slack.ts'
import { COMMANDS, HALL, PEOPLE, say, toAsker } from './stage.ts'

const [EAST, WEST] = ['T0EAST', 'T0WEST']
const PLACES = { [EAST]: 'C0EAST', [WEST]: 'C0WEST' }
const USERS = { [EAST]: 'U0EAST', [WEST]: 'U0WEST' }
const team = (id: string) => ({
  users: [USERS[id] ?? ''],
  channels: [{ id: PLACES[id] ?? '', isPrivate: true, members: [USERS[id] ?? ''] }],
})
const placeIn = (workspace: string): Place => ({
  platform: 'slack',
  workspace,
  channel: PLACES[workspace] ?? '',
})

/** The bot with its installation pages on loopback, an empty store, and Slack's servers. */
const openOffice = async (mode: 'http' | 'socket' = 'http') => {
  const fake = await startFakeSlack({
    users: PEOPLE,
    channels: [{ id: HALL, isPrivate: true, members: PEOPLE }],
    teams: { [EAST]: team(EAST), [WEST]: team(WEST) },
  })
  const databaseUrl = await freshDatabase()
  const database = openDatabase(databaseUrl, keyring([randomBytes(32)]), () => undefined)
  const clock = shiftedClock(systemClock, Temporal.Duration.from('PT0S'))
  const heard: Interaction[] = []
  const left: string[] = []
  const server = createServer((request, response) => pages.listener?.(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const publicUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  const { clientId, clientSecret } = fake.app
  const started = await startSlack({
    oauth: {
      clientId,
      clientSecret,
      publicUrl,
      apps: installedApps(installationsOf('slack', database, clock)),
    },
    apiUrl: fake.url,
    receiver:
      mode === 'http' ? { mode, signingSecret: fake.signingSecret } : { mode, appToken: fake.appToken },
    receives: true,
    dispatch: async (interaction) => {
      heard.push(interaction)
      return toAsker(say(`${interaction.account.workspace} の答え`))
    },
    commands: COMMANDS,
    now: clock.now,
    log: pino({ level: process.env.TEST_LOG ?? 'silent' }),
    onLeft: async (workspace) => void left.push(workspace),
  })
  if (!started.ok) throw new Error(started.reason)
  const pages = { listener: started.requestListener }
  if (mode === 'http') fake.deliverTo(`${publicUrl}/slack/events`)
  onTestFinished(async () => {
    await started.platform.stop()
    server.closeAllConnections()
    server.close()
    await fake.stop()
    await database.close()
  })
  const rows = () =>
    asOwner(databaseUrl, '', async (owner) => (await owner.query('select * from installations')).rows)
  return { fake, platform: started.platform, publicUrl, clock, heard, left, rows, database, databaseUrl }
}
type Office = Awaited<ReturnType<typeof openOffice>>

/** Opens the page, and goes on to Slack: the address there, and the cookie that the browser keeps. */
const begin = async ({ publicUrl }: Office) => {
  const page = await fetch(`${publicUrl}/slack/install`)
  const address = /href="([^"]+)"/.exec(await page.text())?.[1]?.replaceAll('&#38;', '&') ?? ''
  return { status: page.status, address, cookie: page.headers.get('set-cookie')?.split(';')[0] ?? '' }
}

const comeBack = async (address: string, cookie: string) => {
  const page = await fetch(address, { headers: { cookie } })
  return { status: page.status, text: await page.text() }
}

const install = async (office: Office, workspace: string) => {
  const { address, cookie } = await begin(office)
  return comeBack(office.fake.tokens.allow(address, workspace), cookie)
}

test('a workspace takes the app in from the page, and is posted to with its own token', async () => {
  const office = await openOffice()
  const { status, address } = await begin(office)
  expect(status).toBe(200)
  expect(new URL(address).searchParams.get('scope')?.split(',')).toContain('chat:write')
  expect(await office.platform.post(placeIn(EAST), say('次第です'), 'k1')).toMatchObject({
    ok: false,
    failure: 'refused',
    reason: 'not-connected',
  })
  expect(await install(office, EAST)).toMatchObject({
    status: 200,
    text: expect.stringContaining('つなぎがワークスペースに入りました'),
  })
  expect(await office.platform.post(placeIn(EAST), say('次第です'), 'k1')).toMatchObject({ ok: true })
  expect(office.fake.messages).toMatchObject([{ team: EAST, channel: 'C0EAST' }])
})

test('two workspaces never cross: each hears its own answers, and neither is reached by the other’s token', async () => {
  const office = await openOffice()
  const { fake, platform } = office
  await install(office, EAST)
  await install(office, WEST)
  for (const workspace of [EAST, WEST]) {
    await fake.deliver(fake.command(USERS[workspace] ?? '', '/case list', PLACES[workspace] ?? ''))
    const own = await fake.until(() =>
      fake.messages.find(({ text }) => text === `${workspace} の答え` || undefined),
    )
    expect(own.channel).toBe(PLACES[workspace])
    expect(await platform.post(placeIn(workspace), say('次第です'), workspace)).toMatchObject({ ok: true })
  }
  expect(
    fake.messages.filter(({ team: of, channel, onlyFor }) => !onlyFor && PLACES[of] !== channel),
  ).toEqual([])
  const across: Place = { platform: 'slack', workspace: EAST, channel: PLACES[WEST] ?? '' }
  expect(await platform.post(across, say('次第です'), 'x')).toMatchObject({ ok: false, reason: 'no-place' })
  expect(await platform.audience(across)).toMatchObject({ ok: false, reason: 'no-place' })
})

test('in Socket Mode, too', async () => {
  const office = await openOffice('socket')
  await install(office, EAST)
  const { fake } = office
  await fake.deliver(fake.command('U0EAST', '/case list', 'C0EAST'))
  expect(await fake.until(() => fake.messages[0])).toMatchObject({ channel: 'C0EAST', onlyFor: 'U0EAST' })
})

test('the tokens stand in the store sealed, out of reach of those who work in regions', async () => {
  const office = await openOffice()
  await install(office, EAST)
  const [row] = await office.rows()
  expect(row).toMatchObject({ platform: 'slack', workspace: EAST, revoked_at: null })
  expect(Buffer.from(row.tokens).toString('latin1')).not.toContain('xoxb')
  const peek = sql`select tokens from installations`
  await expect(office.database.inRegion('r', ({ tx }) => tx.execute(peek))).rejects.toMatchObject({
    cause: { code: '42501' },
  })
  await expect(office.database.atGate(({ tx }) => tx.execute(peek))).rejects.toMatchObject({
    cause: { code: '42501' },
  })
  const other = sql`select * from cases`
  await expect(office.database.inVault(({ tx }) => tx.execute(other))).rejects.toMatchObject({
    cause: { code: '42501' },
  })
})

test('a state that was not begun here is refused politely, whatever the cookie says', async () => {
  const office = await openOffice()
  const { address } = await begin(office)
  const forged = new URL(address)
  forged.searchParams.set('state', 'forged')
  const back = office.fake.tokens.allow(forged.href, EAST)
  const page = await comeBack(back, 'slack-app-oauth-state=forged')
  expect(page).toMatchObject({ status: 400, text: expect.stringContaining('この手続きは続けられません') })
  expect(page.text).not.toContain('forged')
  expect(await office.rows()).toEqual([])
})

test('so is one from another browser, one that came back before, and one that took too long', async () => {
  const office = await openOffice()
  const one = await begin(office)
  const back = office.fake.tokens.allow(one.address, EAST)
  expect((await comeBack(back, '')).status).toBe(400)
  expect((await comeBack(back, one.cookie)).status).toBe(200)
  expect((await comeBack(back, one.cookie)).status).toBe(400)
  const slow = await begin(office)
  office.clock.set(office.clock.now().add({ minutes: 10 }))
  expect((await comeBack(office.fake.tokens.allow(slow.address, WEST), slow.cookie)).status).toBe(400)
  expect((await office.rows()).map(({ workspace }) => workspace)).toEqual([EAST])
})

test('opening the page, however often, stores nothing: only what came back is remembered, until it expires', async () => {
  const office = await openOffice()
  const states = () =>
    asOwner(office.databaseUrl, '', async (owner) => (await owner.query('select * from install_states')).rows)
  await Promise.all(Array.from({ length: 50 }, () => begin(office)))
  expect(await states()).toEqual([])
  await install(office, EAST)
  expect(await states()).toHaveLength(1)
  office.clock.set(office.clock.now().add({ minutes: 11 }))
  await install(office, WEST)
  expect(await states()).toHaveLength(1)
})

test('who changes their mind at Slack is told how to begin again; so is whom Slack does not answer', async () => {
  const office = await openOffice()
  const { cookie } = await begin(office)
  const cancelled = `${office.publicUrl}/slack/oauth_redirect?error=access_denied&state=x`
  expect(await comeBack(cancelled, cookie)).toMatchObject({
    status: 200,
    text: expect.stringContaining('追加をとりやめました'),
  })
  office.fake.misbehave('oauth.v2.access', { does: 'fails', status: 503 })
  expect(await install(office, EAST)).toMatchObject({
    status: 502,
    text: expect.stringContaining('もう一度はじめから'),
  })
  expect(await office.rows()).toEqual([])
})

test('a token near its end is renewed before it is used, once for all who need it', async () => {
  const office = await openOffice()
  const { fake, platform, clock } = office
  fake.tokens.rotate()
  await install(office, EAST)
  clock.set(clock.now().add({ hours: 10, minutes: 1 }))
  fake.tokens.expire()
  const posted = await Promise.all(
    ['k1', 'k2', 'k3'].map((key) => platform.post(placeIn(EAST), say('次第です'), key)),
  )
  expect(posted.map(({ ok }) => ok)).toEqual([true, true, true])
  const renewals = fake.requests.filter(({ body }) => body.grant_type === 'refresh_token')
  expect(renewals).toHaveLength(1)
})

test('while Slack does not renew it, a token is used as long as it lasts; after that it waits, and comes back', async () => {
  const office = await openOffice()
  const { fake, platform, clock } = office
  fake.tokens.rotate()
  await install(office, EAST)
  const post = (key: string) => platform.post(placeIn(EAST), say('次第です'), key)
  clock.set(clock.now().add({ hours: 11 }))
  fake.misbehave('oauth.v2.access', { does: 'fails', status: 503 })
  expect(await post('k1')).toMatchObject({ ok: true })
  clock.set(clock.now().add({ hours: 2 }))
  fake.misbehave('oauth.v2.access', { does: 'fails', status: 503 })
  expect(await post('k2')).toMatchObject({ ok: false, failure: 'unavailable' })
  expect(await post('k2')).toMatchObject({ ok: true })
})

test('a workspace that removes the app has no tokens here any more; when it comes back it has new ones', async () => {
  const office = await openOffice()
  const { fake, platform, left } = office
  await install(office, EAST)
  await install(office, WEST)
  fake.tokens.revoke(EAST)
  await fake.deliver(fake.uninstalled(EAST))
  await expect.poll(() => left).toEqual([EAST])
  const [east, west] = (await office.rows()).sort((a, b) => (a.workspace < b.workspace ? -1 : 1))
  expect(east).toMatchObject({ workspace: EAST, tokens: null, revoked_at: expect.any(Date) })
  expect(west).toMatchObject({ workspace: WEST, revoked_at: null })
  expect(await platform.post(placeIn(EAST), say('次第です'), 'k1')).toMatchObject({ reason: 'not-connected' })
  expect(await platform.post(placeIn(WEST), say('次第です'), 'k1')).toMatchObject({ ok: true })
  await fake.deliver(fake.command('U0EAST', '/case list', 'C0EAST'))
  expect(office.heard).toEqual([])
  await install(office, EAST)
  expect(await platform.post(placeIn(EAST), say('次第です'), 'k1')).toMatchObject({ ok: true })
})

test('a revoked bot token counts as leaving; a person’s own does not, and neither does news from before it came back', async () => {
  const office = await openOffice()
  const { fake, platform, left } = office
  await install(office, EAST)
  await fake.deliver(fake.tokensRevoked(EAST, { oauth: ['U0EAST'] }))
  const old = fake.uninstalled(EAST)
  old.body.event_time = Number(old.body.event_time) - 3_600
  await fake.deliver(old)
  await fake.deliver(fake.command('U0EAST', '/case list', 'C0EAST'))
  await fake.until(() => fake.messages[0])
  expect(await platform.post(placeIn(EAST), say('次第です'), 'k1')).toMatchObject({ ok: true })
  expect(left).toEqual([])
  await fake.deliver(fake.tokensRevoked(EAST, { bot: ['UBOT'] }))
  await expect.poll(() => left).toEqual([EAST])
  expect(await platform.post(placeIn(EAST), say('次第です'), 'k2')).toMatchObject({ reason: 'not-connected' })
})
