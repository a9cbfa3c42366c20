import { describe, expect, test } from 'vitest'
import type { Platform } from '../../../src/bot/port.ts'
import { GUILD, type Misbehaviour } from '../../support/fake-discord.ts'
import { buttons, CHANNEL, MIDORI, RIKU, SAKURA, said, startScripted, toAsker } from './scripted.ts'

const silent = () => toAsker(said('x'))
const place = { platform: 'discord', workspace: GUILD, channel: CHANNEL } as const
const long = Temporal.Instant.fromEpochMilliseconds(1_420_070_400_000).add({ hours: 1 })
const POST = /^POST \/channels\/\d+\/messages$/

describe('posting', () => {
  test('puts a card into a channel or a person’s direct messages', async () => {
    const { platform, driver } = await startScripted(silent)
    const posted = await platform.post(place, said('次第', buttons('見る')), 'a')
    expect(posted).toMatchObject({ ok: true, message: { ...place } })
    expect(await driver.inChannel(CHANNEL)).toMatchObject([{ text: '次第', buttons: [{ label: '見る' }] }])
    await platform.post({ platform: 'discord', workspace: GUILD, user: SAKURA }, said('今日は2つ'), 'b')
    expect(await driver.inDirect(SAKURA)).toMatchObject([{ text: '今日は2つ' }])
  })

  test('pins a message in place of the one before', async () => {
    const { platform, fake } = await startScripted(silent)
    const first = await platform.post(place, said('第1回'), 'a')
    const second = await platform.post(place, said('第2回'), 'b')
    if (!first.ok || !second.ok) throw new Error('not posted')
    expect(await platform.pin(first.message, undefined)).toEqual({ ok: true })
    expect(await platform.pin(second.message, first.message)).toEqual({ ok: true })
    expect(fake.messages.map(({ pinned }) => pinned)).toEqual([false, true])
    const gone = { ...first.message, message: '900000000000000999' }
    expect(await platform.pin(gone, undefined)).toMatchObject({ ok: false, reason: 'no-place' })
  })

  test('opens a thread below a message once, whatever its name', async () => {
    const { platform, fake } = await startScripted(silent)
    const posted = await platform.post(place, said('議題'), 'a')
    if (!posted.ok) throw new Error('not posted')
    const name = `新規プラン　${'な'.repeat(200)}`
    expect(await platform.openThread(posted.message, name)).toEqual({ ok: true })
    expect(await platform.openThread(posted.message, name)).toEqual({ ok: true })
    expect(fake.messages[0]?.thread).toHaveLength(100)
  })

  test('twice with one key gives one message', async () => {
    const { platform, driver } = await startScripted(silent)
    const first = await platform.post(place, said('次第'), 'key')
    const again = await platform.post(place, said('次第'), 'key')
    expect(again).toEqual(first)
    await platform.post(place, said('次第'), 'other')
    expect(await driver.inChannel(CHANNEL)).toHaveLength(2)
  })

  test.each<[string, Misbehaviour, object]>([
    ['429', { does: 'limits', retryAfter: 3 }, { failure: 'rate-limited', retryAfterSeconds: 4 }],
    ['500', { does: 'fails', status: 500 }, { failure: 'unknown' }],
    ['a broken connection', { does: 'drops' }, { failure: 'unknown' }],
    ['no answer', { does: 'hangs' }, { failure: 'unknown' }],
    [
      'no permission',
      { does: 'refuses', status: 403, code: 50013 },
      { failure: 'refused', reason: 'no-permission' },
    ],
    [
      'no access',
      { does: 'refuses', status: 403, code: 50001 },
      { failure: 'refused', reason: 'no-permission' },
    ],
    [
      'a channel that is gone',
      { does: 'refuses', status: 404, code: 10003 },
      { failure: 'refused', reason: 'no-place' },
    ],
    [
      'a body it does not take',
      { does: 'refuses', status: 400, code: 50035 },
      { failure: 'refused', reason: 'malformed' },
    ],
    [
      'a token it no longer takes',
      { does: 'refuses', status: 401, code: 0 },
      { failure: 'refused', reason: 'not-connected' },
    ],
  ])('tells %s as what it is, after one attempt', async (_, how, failure) => {
    const { platform, fake } = await startScripted(silent, { timeoutMs: 300 })
    fake.misbehave(POST, how)
    const posted = await platform.post(place, said('次第'), 'key')
    expect(posted).toMatchObject({ ok: false, ...failure })
    expect(fake.requests.filter(({ method, path }) => POST.test(`${method} ${path}`))).toHaveLength(1)
  })

  test('goes on after a 401: the token is not forgotten', async () => {
    const { platform, fake } = await startScripted(silent)
    fake.misbehave(POST, { does: 'refuses', status: 401, code: 0 })
    await platform.post(place, said('次第'), 'key')
    expect(await platform.post(place, said('次第'), 'key')).toMatchObject({ ok: true })
  })

  test('to a person who takes no messages is refused as such', async () => {
    const { platform } = await startScripted(silent, { closedToBots: [RIKU] })
    const posted = await platform.post({ platform: 'discord', workspace: GUILD, user: RIKU }, said('x'), 'k')
    expect(posted).toMatchObject({ failure: 'refused', reason: 'closed-to-bots' })
  })

  test('whose direct messages could not be opened was not done', async () => {
    const { platform, fake } = await startScripted(silent)
    fake.misbehave(/^POST \/users\/@me\/channels$/, { does: 'fails', status: 502 })
    const posted = await platform.post({ platform: 'discord', workspace: GUILD, user: RIKU }, said('x'), 'k')
    expect(posted).toMatchObject({ failure: 'unavailable' })
  })

  test('into a channel of another server is refused', async () => {
    const { platform, driver } = await startScripted(silent)
    const elsewhere = { ...place, workspace: '910000000000000009' }
    expect(await platform.post(elsewhere, said('x'), 'k')).toMatchObject({
      failure: 'refused',
      reason: 'no-place',
    })
    expect(await driver.inChannel(CHANNEL)).toEqual([])
  })

  test('to a Discord that is not there is unavailable', async () => {
    const { platform, fake } = await startScripted(silent)
    await fake.stop()
    await platform.post(place, said('x'), 'k')
    expect(await platform.post(place, said('x'), 'k')).toMatchObject({ ok: false, failure: 'unavailable' })
  })
})

describe('finding', () => {
  const lost = async (platform: Platform, misbehave: () => void, key: string) => {
    misbehave()
    return platform.post(place, said('次第'), key)
  }

  test('sees a message whose answer was lost, among others, long after', async () => {
    const { platform, fake } = await startScripted(silent)
    await platform.post(place, said('ほか'), 'other')
    expect(await lost(platform, () => fake.misbehave(POST, { does: 'drops' }), 'key')).toMatchObject({
      failure: 'unknown',
    })
    const [, second] = fake.messages
    if (!second) throw new Error('it was not posted')
    const before = (at: number) => ({ ...second, id: `${BigInt(second.id) - BigInt(at)}`, components: [] })
    fake.messages.unshift(...Array.from({ length: 250 }, (_, at) => before(300 - at)))
    const found = await platform.find(place, 'key', long)
    expect(found).toEqual({ ok: true, message: { ...place, message: second.id } })
  })

  test('sees nothing where nothing was sent', async () => {
    const { platform, fake } = await startScripted(silent)
    await lost(platform, () => fake.misbehave(POST, { does: 'fails', status: 500 }), 'key')
    expect(await platform.find(place, 'key', long)).toEqual({ ok: true, message: undefined })
  })

  test('looks no further back than it was told', async () => {
    const { platform } = await startScripted(silent)
    await platform.post(place, said('次第'), 'key')
    const later = Temporal.Now.instant().add({ hours: 1 })
    expect(await platform.find(place, 'key', later)).toEqual({ ok: true, message: undefined })
  })

  test('does not take hidden history for an empty channel', async () => {
    const { platform } = await startScripted(silent, { readsHistory: false })
    await platform.post(place, said('次第'), 'key')
    expect(await platform.find(place, 'key', long)).toMatchObject({
      failure: 'refused',
      reason: 'no-permission',
    })
  })

  test('works in direct messages', async () => {
    const { platform } = await startScripted(silent)
    const direct = { platform: 'discord', workspace: GUILD, user: SAKURA } as const
    const posted = await platform.post(direct, said('x'), 'key')
    expect(await platform.find(direct, 'key', long)).toEqual(posted)
  })
})

describe('updating', () => {
  test('changes the message in its place', async () => {
    const { platform, driver } = await startScripted(silent)
    const posted = await platform.post(place, said('前', buttons('見る')), 'key')
    if (!posted.ok) throw new Error('not posted')
    expect(await platform.update(posted.message, said('後'))).toEqual({ ok: true })
    expect(await driver.inChannel(CHANNEL)).toMatchObject([{ text: '後', buttons: [] }])
  })

  test('a message that is gone is refused', async () => {
    const { platform } = await startScripted(silent)
    const gone = { ...place, message: '999999999999999999' }
    expect(await platform.update(gone, said('x'))).toMatchObject({ failure: 'refused', reason: 'no-place' })
  })
})

describe('the audience', () => {
  const ROLE = '970000000000000001'
  const VIEW = '1024'
  const audienceWith = async (more: Parameters<typeof startScripted>[1]) =>
    (await startScripted(silent, more)).platform.audience(place)

  test('of a private channel are those let in by name, by role, and who may do everything', async () => {
    const seen = await audienceWith({
      channels: [
        {
          id: CHANNEL,
          isPrivate: true,
          members: [],
          overwrites: [
            { id: GUILD, type: 0, allow: '0', deny: VIEW },
            { id: ROLE, type: 0, allow: VIEW, deny: '0' },
          ],
        },
      ],
      roles: [
        { id: ROLE, permissions: '0', members: [SAKURA] },
        { id: '970000000000000002', permissions: '8', members: [MIDORI] },
      ],
      owner: '1',
    })
    expect(seen).toEqual({
      ok: true,
      audience: { isPrivate: true, isSharedOutside: false, members: [MIDORI, SAKURA] },
    })
  })

  test('leaves out who is shut out by name, though a role lets them in', async () => {
    const seen = await audienceWith({
      channels: [
        {
          id: CHANNEL,
          isPrivate: true,
          members: [],
          overwrites: [
            { id: GUILD, type: 0, allow: '0', deny: VIEW },
            { id: ROLE, type: 0, allow: VIEW, deny: '0' },
            { id: SAKURA, type: 1, allow: '0', deny: VIEW },
          ],
        },
      ],
      roles: [{ id: ROLE, permissions: '0', members: [SAKURA, RIKU] }],
      owner: RIKU,
    })
    expect(seen).toMatchObject({ audience: { members: [RIKU] } })
  })

  test('of a public channel is everybody', async () => {
    const seen = await audienceWith({ channels: [{ id: CHANNEL, isPrivate: false, members: [] }] })
    expect(seen).toMatchObject({ audience: { isPrivate: false, members: [MIDORI, SAKURA, RIKU] } })
  })

  test('of a thread is that of its channel', async () => {
    const parent = '960000000000000002'
    const seen = await audienceWith({
      channels: [
        { id: CHANNEL, isPrivate: false, members: [], parent },
        { id: parent, isPrivate: true, members: [RIKU] },
      ],
    })
    expect(seen).toMatchObject({ audience: { isPrivate: true, members: [RIKU] } })
  })

  test('cannot be known where members may not be listed, and that is refused', async () => {
    expect(await audienceWith({ listsMembers: false })).toMatchObject({
      failure: 'refused',
      reason: 'no-permission',
    })
  })

  test('of direct messages is the person', async () => {
    const { platform } = await startScripted(silent)
    const seen = await platform.audience({ platform: 'discord', workspace: GUILD, user: SAKURA })
    expect(seen).toMatchObject({ audience: { isPrivate: true, members: [SAKURA] } })
  })
})
