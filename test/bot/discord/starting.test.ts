import { pino } from 'pino'
import { describe, expect, onTestFinished, test } from 'vitest'
import { startDiscord } from '../../../src/bot/discord/start.ts'
import type { Reply } from '../../../src/bot/port.ts'
import { GUILD, startFakeDiscord } from '../../support/fake-discord.ts'
import { CHANNEL, COMMANDS, held, messageOf, SAKURA, said, startScripted, toAsker } from './scripted.ts'

const OTHER = '910000000000000002'
const show = (code: string) => ({
  id: '940',
  name: 'case',
  type: 1,
  options: [{ name: 'show', type: 1, options: [{ name: 'case', type: 3, value: code }] }],
})
const log = pino({ level: 'silent' })
const dispatch = async () => toAsker(said('x'))
const common = { receives: true, dispatch, commands: COMMANDS, log, readyWithinMs: 2_000, timeoutMs: 2_000 }

const fakeDiscord = async () => {
  const fake = await startFakeDiscord({ users: [], channels: [] })
  onTestFinished(fake.stop)
  return fake
}

describe('starting', () => {
  test('with a token that Discord does not take is a line that says what to do', async () => {
    const fake = await fakeDiscord()
    const started = await startDiscord({ ...common, token: 'wrong-token', apiUrl: fake.url })
    expect(started).toMatchObject({
      ok: false,
      why: 'refused',
      reason: expect.stringContaining('DISCORD_TOKEN'),
    })
  })

  test('without a Discord to reach is a line, too', async () => {
    const started = await startDiscord({ ...common, token: 'any-token', apiUrl: 'http://127.0.0.1:9/api' })
    expect(started).toMatchObject({
      ok: false,
      why: 'unreachable',
      reason: expect.stringContaining('ECONNREFUSED'),
    })
  })

  test.each([
    ['REST', /^GET \/users\/@me$/],
    ['the gateway', /^GET \/gateway\/bot$/],
  ])('while %s is down is a line, too', async (_, request) => {
    const fake = await fakeDiscord()
    fake.misbehave(request, { does: 'fails', status: 503 })
    const started = await startDiscord({ ...common, token: fake.token, apiUrl: fake.url })
    expect(started).toMatchObject({
      ok: false,
      why: 'unreachable',
      reason: expect.stringContaining('Discord'),
    })
  })
})

describe('a gateway that lets nobody in', () => {
  const quick = { ...common, readyWithinMs: 400 }

  test('is knocked at with growing pauses, and told of once: in the answer, not in the log', async () => {
    const fake = await fakeDiscord()
    fake.gatewayIs('broken')
    const lines: string[] = []
    const loud = pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) })
    const given = { ...common, log: loud, token: fake.token, apiUrl: fake.url }
    expect(await startDiscord(given)).toMatchObject({ ok: false, why: 'unreachable' })
    // At once, then after a second and a half: the library alone would have come back three times by now.
    expect(fake.knocks()).toBe(2)
    expect(lines).toEqual([])
  })

  test('sees no more of a bot that has given up: it does not turn up later, online and deaf', async () => {
    const fake = await fakeDiscord()
    fake.gatewayIs('closed')
    const given = { ...quick, token: fake.token, apiUrl: fake.url }
    expect(await startDiscord(given)).toMatchObject({ ok: false })
    fake.gatewayIs('open')
    const started = await startDiscord({ ...common, token: fake.token, apiUrl: fake.url })
    if (!started.ok) throw new Error(started.reason)
    // The library comes back half a second after a connection is lost: time enough for the other to turn up, too.
    for (const resumed of [1, 2, 3]) {
      fake.reconnect()
      await fake.until(() => (fake.resumes() === resumed ? true : undefined))
    }
    expect(fake.identifies()).toBe(1)
    await started.platform.stop()
  })

  test('and does not answer at all is left at once when the bot is stopped', async () => {
    const fake = await fakeDiscord()
    fake.gatewayIs('silent')
    const stopping = new AbortController()
    const given = { ...common, readyWithinMs: 60_000, token: fake.token, apiUrl: fake.url }
    const started = startDiscord({ ...given, signal: stopping.signal })
    await fake.until(() => (fake.waiting() === 1 ? true : undefined))
    stopping.abort()
    expect(await started).toMatchObject({ ok: false, why: 'unreachable' })
    await fake.until(() => (fake.waiting() === 0 ? true : undefined))
  })

  test('because the bot is not allowed what it asks for is a refusal', async () => {
    const fake = await fakeDiscord()
    fake.gatewayIs('forbidden')
    const started = await startDiscord({ ...common, token: fake.token, apiUrl: fake.url })
    expect(started).toMatchObject({ ok: false, why: 'refused', reason: expect.stringContaining('4014') })
  })
})

test('a bot holds the shards it is given', async () => {
  const fake = await fakeDiscord()
  const shards = { ids: [1], count: 2 }
  const started = await startDiscord({ ...common, shards, token: fake.token, apiUrl: fake.url })
  if (!started.ok) throw new Error(started.reason)
  expect(fake.shards).toEqual([[1, 2]])
  await started.platform.stop()
})

describe('a process that only sends', () => {
  const THERE = { platform: 'discord', workspace: GUILD, channel: CHANNEL } as const
  const HERE = { id: CHANNEL, isPrivate: true, members: [SAKURA] }
  const onlySends = async () => {
    const fake = await startFakeDiscord({ users: [SAKURA], channels: [HERE] })
    onTestFinished(fake.stop)
    const started = await startDiscord({ ...common, receives: false, token: fake.token, apiUrl: fake.url })
    if (!started.ok) throw new Error(started.reason)
    return { fake, platform: started.platform }
  }

  test('posts without a session on the gateway, and leaves the commands alone', async () => {
    const { fake, platform } = await onlySends()
    expect(await platform.post(THERE, said('お知らせ'), 'key-1')).toMatchObject({ ok: true })
    const direct = { platform: 'discord', workspace: GUILD, user: SAKURA } as const
    expect(await platform.post(direct, said('お知らせ'), 'key-2')).toMatchObject({ ok: true })
    expect(fake.identifies()).toBe(0)
    expect(fake.requests.some(({ path }) => /gateway|commands/.test(path))).toBe(false)
  })

  test('asks once whose a channel is, and keeps to its own server', async () => {
    const { fake, platform } = await onlySends()
    const elsewhere = { ...THERE, workspace: '910000000000000009' }
    for (const key of ['key-1', 'key-2'])
      expect(await platform.post(elsewhere, said('x'), key)).toMatchObject({ ok: false, reason: 'no-place' })
    expect(fake.messages).toEqual([])
    expect(fake.requests.filter(({ path }) => path === `/channels/${CHANNEL}`)).toHaveLength(1)
  })

  test('sends nothing while it cannot know', async () => {
    const { fake, platform } = await onlySends()
    fake.misbehave(/^GET \/channels\/\d+$/, { does: 'drops' })
    expect(await platform.post(THERE, said('x'), 'key-1')).toMatchObject({ failure: 'unavailable' })
    expect(fake.messages).toEqual([])
    expect(await platform.post(THERE, said('x'), 'key-1')).toMatchObject({ ok: true })
  })
})

describe('the gateway', () => {
  test('is resumed when Discord asks for it, and what came meanwhile is answered', async () => {
    const { fake, driver, heard } = await startScripted(() => toAsker(said('x')))
    fake.reconnect()
    await fake.until(() => (fake.resumes() === 1 ? true : undefined))
    await driver.types(SAKURA, '/case show S-1', CHANNEL)
    expect(heard).toHaveLength(1)
    expect(fake.identifies()).toBe(1)
  })

  test('is resumed when it breaks without a word', async () => {
    const { fake, driver } = await startScripted(() => toAsker(said('x')))
    fake.dropGateway()
    const answer = await driver.types(SAKURA, '/case show S-1', CHANNEL)
    expect(messageOf(answer).seen.text).toBe('x')
    expect(fake.resumes()).toBe(1)
  })

  test('what people do while it is broken arrives once, in its order, after the resumption', async () => {
    const { fake, heard } = await startScripted(() => toAsker(said('x')))
    const act = { type: 2 as const, user: SAKURA, channel: CHANNEL, data: show('S-1') }
    fake.dropGateway()
    const ids = [1, 2, 3].map(() => fake.interact(act))
    await fake.until(() => heard[2])
    const after = fake.interact(act)
    await fake.until(() => heard[3])
    expect(heard.map(({ event }) => event)).toEqual([...ids, after])
    expect([fake.resumes(), fake.identifies()]).toEqual([1, 1])
  })

  test('an event delivered twice carries one id', async () => {
    const { fake, driver, heard } = await startScripted(() => toAsker(said('x')))
    await driver.types(SAKURA, '/case show S-1', CHANNEL)
    fake.repeat([...fake.exchanges.keys()][0] ?? '')
    await fake.until(() => heard[1])
    expect(heard[1]?.event).toBe(heard[0]?.event)
  })
})

describe('a server', () => {
  test('that the bot is taken out of is told; one with an outage is not', async () => {
    const left: string[] = []
    const told = held<void>()
    const onLeft = async (workspace: string) => {
      left.push(workspace)
      told.resolve()
    }
    const { fake } = await startScripted(() => toAsker(said('x')), {
      onLeft,
      otherGuilds: [{ id: OTHER, users: [] }],
    })
    fake.leave(OTHER, 'outage')
    fake.leave(GUILD, 'removed')
    await told.promise
    expect(left).toEqual([GUILD])
  })
})

describe('the log', () => {
  test('tells of an answer that was not shown, without its text or a token', async () => {
    const lines: string[] = []
    const { fake, driver } = await startScripted(() => toAsker(said('ケースの中身')), {
      log: pino({ level: 'debug' }, { write: (line: string) => void lines.push(line) }),
    })
    fake.misbehave(/callback$/, { does: 'refuses', status: 400, code: 50035 })
    void driver.types(SAKURA, '/case show S-1', CHANNEL)
    await fake.until(() => fake.requests.find(({ path }) => path.endsWith('/callback')))
    await driver.stop()
    const log = lines.join('')
    expect(log).toContain('50035')
    expect(log).not.toMatch(/ケースの中身|token-/)
  })
})

describe('stopping', () => {
  test('waits for the answer under way', async () => {
    const reply = held<Reply>()
    const asked = held<void>()
    const { platform, driver } = await startScripted(() => {
      asked.resolve()
      return reply.promise
    })
    const answer = driver.types(SAKURA, '/case show S-1', CHANNEL)
    await asked.promise
    const stopped = platform.stop()
    reply.resolve(toAsker(said('最後に')))
    expect(messageOf(await answer).seen.text).toBe('最後に')
    await stopped
  })
})
