import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { expect, inject, onTestFinished, test } from 'vitest'
import { planRegions } from '../src/assemble.ts'
import { RATES as DISCORD } from '../src/bot/discord/limits.ts'
import type { Platform } from '../src/bot/port.ts'
import { RATES as SLACK } from '../src/bot/slack/limits.ts'
import { readConfig } from '../src/config.ts'
import { dueCalls } from '../src/jobs/find-due.ts'
import { startBot } from '../src/start.ts'
import { cancelMeeting } from '../src/store/change-meeting.ts'
import { addDeliveries } from '../src/store/deliveries.ts'
import { lastChange } from '../src/store/meeting-changes.ts'
import { meetingsBetween } from '../src/store/meetings.ts'
import { saveRegion } from '../src/store/regions.ts'
import { asOwner, freshDatabase } from './support/database.ts'
import { startFakeDiscord } from './support/fake-discord.ts'
import { startFakeSlack } from './support/fake-slack.ts'
import { sampleRegion } from './support/product.ts'
import { slackStage } from './support/stages.ts'

const fakeSlack = async (channels: string[] = []) => {
  const fake = await startFakeSlack({
    users: [],
    channels: channels.map((id) => ({ id, isPrivate: true, members: [] })),
  })
  onTestFinished(fake.stop)
  return fake
}

const fakeDiscord = async () => {
  const fake = await startFakeDiscord({ users: [], channels: [] })
  onTestFinished(fake.stop)
  return fake
}

const onSlack = ({ url, botToken, signingSecret }: Awaited<ReturnType<typeof fakeSlack>>) => ({
  SLACK_BOT_TOKEN: botToken,
  SLACK_SIGNING_SECRET: signingSecret,
  SLACK_API_URL: url,
})

/** The bot as `tsunagi start` brings it up, in this process, on the test's own database and queues. */
const started = async (environment: Record<string, string>) => {
  const dataDir = await mkdtemp(join(tmpdir(), 'tsunagi-start-'))
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }))
  const databaseUrl = await freshDatabase()
  const read = readConfig({
    DATABASE_URL: databaseUrl,
    REDIS_URL: inject('redisUrl'),
    TSUNAGI_KEY: randomBytes(32).toString('base64'),
    DATA_DIR: dataDir,
    PORT: '0',
    ...environment,
  })
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  const log = pino({ level: process.env.TEST_LOG ?? 'silent' })
  const bot = await startBot(read.config, 'all', log, { queuePrefix: `{test-${randomUUID()}}` })
  if (!bot.ok) throw new Error(bot.reason)
  onTestFinished(bot.running.stop)
  return { ...bot.running, databaseUrl }
}

const CALLS = ['post', 'find', 'update', 'audience', 'people', 'pin', 'openThread', 'stop'] satisfies Exclude<
  keyof Platform,
  'name' | 'limits'
>[]

test('every platform of a started bot has the limits of its adapter and the whole port', async () => {
  const [slack, discord] = await Promise.all([fakeSlack(), fakeDiscord()])
  const { assembly } = await started({
    PRACTICE: 'on',
    ...onSlack(slack),
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.url,
  })
  const limits = Object.fromEntries(
    [...assembly.platforms].map(([name, platform]) => [name, platform.limits]),
  )
  expect(limits).toEqual({ practice: 'unlimited', slack: SLACK, discord: DISCORD })
  for (const [name, platform] of assembly.platforms) {
    expect(platform.name).toBe(name)
    for (const call of CALLS) expect(platform[call], `${name} ${call}`).toBeTypeOf('function')
  }
})

test('a platform that lost a part of the port on its way is not taken in', async () => {
  const { assembly } = await started({ PRACTICE: 'on' })
  const whole = assembly.platforms.get('practice')
  if (!whole) throw new Error('no practice workspace')
  const { find: _, limits: __, ...part } = whole
  expect(() => assembly.join(part as Platform)).toThrow('practice has no find, limits')
  expect(assembly.platforms.get('practice')).toBe(whole)
})

test('a started bot that Slack asks to wait leaves the whole workspace alone, not one channel', async () => {
  const channels = ['C-one', 'C-other']
  const slack = await fakeSlack(channels)
  const { assembly, databaseUrl } = await started({ PRACTICE: 'off', ...onSlack(slack) })
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
      addDeliveries(scope, [{ key: channel, kind: 'meeting-changed', subject, place, dueAt: clock.now() }]),
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
