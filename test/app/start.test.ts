import { once } from 'node:events'
import { connect, createServer, type Server } from 'node:net'
import { expect, onTestFinished, test, vi } from 'vitest'
import { cancelMeeting } from '../../src/actions/meeting/change-meeting.ts'
import { type Assembly, planRegions } from '../../src/app/assemble.ts'
import type { Backoff } from '../../src/app/keep-connecting.ts'
import { RATES as DISCORD } from '../../src/bot/discord/limits.ts'
import type { Platform } from '../../src/bot/port.ts'
import { RATES as SLACK } from '../../src/bot/slack/limits.ts'
import { meetingChangedKind } from '../../src/domain/meeting/notices.ts'
import { dueCalls } from '../../src/jobs/find-due.ts'
import { lastChange } from '../../src/store/meeting/meeting-changes.ts'
import { meetingsBetween } from '../../src/store/meeting/meetings.ts'
import { addDeliveries } from '../../src/store/outbox/deliveries.ts'
import { saveRegion } from '../../src/store/region/regions.ts'
import { asOwner } from '../support/database.ts'
import { startFakeDiscord } from '../support/fake-discord.ts'
import { sampleRegion } from '../support/product.ts'
import { slackStage } from '../support/stages.ts'
import { fakeSlack, onSlack, startedBot } from '../support/started-bot.ts'

const fakeDiscord = async () => {
  const fake = await startFakeDiscord({ users: [], channels: [] })
  onTestFinished(fake.stop)
  return fake
}

const CALLS = ['post', 'find', 'update', 'audience', 'people', 'pin', 'openThread', 'stop'] satisfies Exclude<
  keyof Platform,
  'name' | 'limits'
>[]

test('every platform of a started bot has the limits of its adapter and the whole port', async () => {
  const [slack, discord] = await Promise.all([fakeSlack(), fakeDiscord()])
  const { real, practice } = await startedBot({
    PRACTICE: 'on',
    ...onSlack(slack),
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.url,
  })
  const limitsOf = (assembly: Assembly | undefined) =>
    Object.fromEntries([...(assembly?.platforms ?? [])].map(([name, platform]) => [name, platform.limits]))
  expect(limitsOf(real)).toEqual({ slack: SLACK, discord: DISCORD })
  expect(limitsOf(practice)).toEqual({ practice: 'unlimited' })
  for (const [name, platform] of [...(real?.platforms ?? []), ...(practice?.platforms ?? [])]) {
    expect(platform.name).toBe(name)
    for (const call of CALLS) expect(platform[call], `${name} ${call}`).toBeTypeOf('function')
  }
})

test('a platform that lost a part of the port on its way is not taken in', async () => {
  const { assembly } = await startedBot({ PRACTICE: 'on' })
  const whole = assembly.platforms.get('practice')
  if (!whole) throw new Error('no practice workspace')
  const { find: _, limits: __, ...part } = whole
  expect(() => assembly.join(part as Platform)).toThrow('practice has no find, limits')
  expect(assembly.platforms.get('practice')).toBe(whole)
})

test('a started bot that Slack asks to wait leaves the whole workspace alone, not one channel', async () => {
  const channels = ['C-one', 'C-other']
  const slack = await fakeSlack(channels)
  const { assembly, databaseUrl } = await startedBot({ PRACTICE: 'off', ...onSlack(slack) })
  const { database, clock, queues } = assembly
  const region = slackStage('http').connect(await sampleRegion(), slack.teamId)
  await database.inRegion(region.id, (scope) => saveRegion(scope, region))
  await planRegions(assembly)
  slack.misbehave('chat.postMessage', { does: 'limits', retryAfter: 90 })
  const subject = await database.inRegion(region.id, async (scope) => {
    const now = clock.now()
    const [meeting] = await meetingsBetween(scope, now.add({ hours: 24 * 7 }), now.add({ hours: 24 * 90 }))
    if (!meeting) throw new Error('no meeting is planned')
    await cancelMeeting(scope, region, meeting, '講師の都合', { by: 'sakura', now })
    return (await lastChange(scope, meeting.id))?.id ?? ''
  })
  const tell = async (channel: string) => {
    const place = { platform: 'slack' as const, workspace: slack.teamId, channel }
    await database.inRegion(region.id, (scope) =>
      addDeliveries(scope, [
        { key: channel, ...meetingChangedKind.about({ change: subject }), place, dueAt: clock.now() },
      ]),
    )
    await queues.finish(await dueCalls(assembly))
  }
  const asked = clock.now()
  for (const channel of channels) await tell(channel)
  expect(slack.requests.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(1)
  const { rows } = await asOwner(databaseUrl, region.id, (owner) =>
    owner.query<{ opens_at: Date }>('select opens_at from paces where lane = $1', [`slack ${slack.teamId}`]),
  )
  expect(rows[0]?.opens_at.getTime()).toBeGreaterThanOrEqual(asked.add({ seconds: 89 }).epochMilliseconds)
})

/** An address where nobody answers, until a server is let through there. */
const awayAddress = async () => {
  const listener = (to = 0) =>
    createServer((client) => {
      const server = connect(to, '127.0.0.1')
      for (const [one, other] of [
        [client, server],
        [server, client],
      ] as const)
        one.on('error', () => other.destroy()).on('close', () => other.destroy())
      client.pipe(server).pipe(client)
    })
  const listen = async (server: Server, port: number): Promise<number> => {
    await once(server.listen(port, '127.0.0.1'), 'listening')
    const address = server.address()
    if (address === null || typeof address === 'string') throw new Error('no port')
    return address.port
  }
  const first = listener()
  const port = await listen(first, 0)
  await new Promise((resolve) => first.close(resolve))
  return {
    at: (url: string): string => Object.assign(new URL(url), { port: String(port) }).toString(),
    comesUp: async (url: string): Promise<void> => {
      const server = listener(Number(new URL(url).port))
      onTestFinished(() => void server.close())
      await listen(server, port)
    },
  }
}

/** The lines that an administrator sees about a platform. */
const linesAbout = (platform: string): (() => string[]) => {
  const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  onTestFinished(() => written.mockRestore())
  return () => written.mock.calls.map(([line]) => String(line)).filter((line) => line.includes(platform))
}

const SOON: Backoff = { firstMs: 10, mostMs: 40, refusedMs: 10 }
const readyz = async (address: string) => {
  const answer = await fetch(`${address}/readyz`)
  return [answer.status, await answer.text()]
}

test('platforms that are away at start join when they are there: until then the bot says so, and does the rest', async () => {
  const [slack, discord] = await Promise.all([fakeSlack(), fakeDiscord()])
  const [slackAway, discordAway] = await Promise.all([awayAddress(), awayAddress()])
  const [aboutSlack, aboutDiscord] = [linesAbout('Slack'), linesAbout('Discord')]
  const { assembly, address } = await startedBot(
    {
      PRACTICE: 'on',
      ...onSlack(slack),
      SLACK_API_URL: slackAway.at(slack.url),
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discordAway.at(discord.url),
    },
    { backoff: SOON },
  )
  expect([...assembly.platforms.keys()]).toEqual([])
  expect(await readyz(address)).toEqual([200, 'ready\nslack: unreachable\ndiscord: unreachable'])
  slack.deliverTo(`${address}/slack/events`)
  const typed = () => slack.deliver(slack.command('U1', '/case list', slack.directChannel('U1')))
  expect(await typed()).toMatchObject({ status: 503 })

  for (const _ of [1, 2, 3]) {
    slack.misbehave('auth.test', { does: 'fails', status: 503 })
    discord.misbehave(/^GET \/users\/@me$/, { does: 'fails', status: 503 })
  }
  discord.misbehave(/^GET \/gateway\/bot$/, { does: 'fails', status: 503 })
  await Promise.all([slackAway.comesUp(slack.url), discordAway.comesUp(discord.url)])
  await expect.poll(() => assembly.platforms.size, { timeout: 20_000, interval: 20 }).toBe(2)
  expect(await readyz(address)).toEqual([200, 'ready'])
  expect(await typed()).toMatchObject({ status: 200 })
  expect(discord.identifies()).toBe(1)
  for (const lines of [aboutSlack(), aboutDiscord()]) {
    expect(lines).toHaveLength(2)
    expect(lines[0]).toContain('まだつながっていません')
    expect(lines[1]).toContain('つながりました')
  }
})

test('a socket that Slack does not open at start is opened later', async () => {
  const slack = await fakeSlack()
  const about = linesAbout('Slack')
  const { SLACK_SIGNING_SECRET: _, ...access } = onSlack(slack)
  slack.misbehave('apps.connections.open', { does: 'fails', status: 503 })
  slack.misbehave('apps.connections.open', { does: 'fails', status: 503 })
  const { assembly } = await startedBot({ ...access, SLACK_APP_TOKEN: slack.appToken }, { backoff: SOON })
  await expect.poll(() => assembly.platforms.size, { timeout: 20_000, interval: 20 }).toBe(1)
  expect(slack.connections()).toBe(1)
  expect(about()).toHaveLength(2)
})

test('a refused token is told as that, once, and is tried again seldom', async () => {
  const [slack, discord] = await Promise.all([fakeSlack(), fakeDiscord()])
  const about = linesAbout('Slack')
  discord.misbehave(/^GET \/users\/@me$/, { does: 'fails', status: 503 })
  discord.misbehave(/^GET \/users\/@me$/, { does: 'fails', status: 503 })
  const { assembly, address } = await startedBot(
    {
      ...onSlack(slack),
      SLACK_BOT_TOKEN: 'xoxb-wrong',
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.url,
    },
    { backoff: { ...SOON, refusedMs: 600_000 } },
  )
  await expect
    .poll(() => [...assembly.platforms.keys()], { timeout: 20_000, interval: 20 })
    .toEqual(['discord'])
  expect(await readyz(address)).toEqual([200, 'ready\nslack: refused'])
  expect(slack.requests.filter(({ method }) => method === 'auth.test')).toHaveLength(1)
  expect(about()).toEqual([expect.stringContaining('SLACK_BOT_TOKEN が正しくありません')])
})

test('a bot that is stopped while a platform does not answer leaves nothing running', async () => {
  const [slack, discord] = await Promise.all([fakeSlack(), fakeDiscord()])
  linesAbout('Discord')
  discord.misbehave(/^GET \/users\/@me$/, { does: 'fails', status: 503 })
  slack.misbehave('auth.test', { does: 'fails', status: 503 })
  slack.misbehave('auth.test', { does: 'hangs' })
  discord.gatewayIs('silent')
  const { assembly, address, stop } = await startedBot(
    { ...onSlack(slack), DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.url },
    { backoff: SOON },
  )
  await discord.until(() => (discord.waiting() === 1 ? true : undefined))
  await slack.until(() => (slack.requests.length === 2 ? true : undefined))
  expect(await readyz(address)).toEqual([200, 'ready\nslack: unreachable\ndiscord: unreachable'])
  const before = performance.now()
  await stop()
  // Either would be given up by itself only after 10 s or more.
  expect(performance.now() - before).toBeLessThan(8_000)
  await discord.until(() => (discord.waiting() === 0 ? true : undefined))
  expect(assembly.platforms.size).toBe(0)
  expect([slack.requests.length, discord.knocks()]).toEqual([2, 1])
})
