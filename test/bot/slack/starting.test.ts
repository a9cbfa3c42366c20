import { pino } from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { systemClock } from '../../../src/app/system-clock.ts'
import { startSlack } from '../../../src/bot/slack/start.ts'
import { startFakeSlack } from '../../support/fake-slack.ts'
import { COMMANDS, HALL, PEOPLE, say, stage, toAsker } from './stage.ts'

const start = async (change: { botToken?: string; appToken?: string; apiUrl?: string } = {}) => {
  const fake = await startFakeSlack({ users: PEOPLE, channels: [] })
  onTestFinished(() => fake.stop())
  const started = startSlack({
    botToken: change.botToken ?? fake.botToken,
    apiUrl: change.apiUrl ?? fake.url,
    receiver: { mode: 'socket', appToken: change.appToken ?? fake.appToken },
    receives: true,
    dispatch: async () => ({ kind: 'nothing' }),
    commands: COMMANDS,
    now: systemClock.now,
    log: pino({ level: 'silent' }),
    timeoutMs: 500,
  })
  return { fake, started }
}

test('a bot token that Slack does not know is a reason that says what to mend', async () => {
  const { started } = await start({ botToken: 'xoxb-wrong' })
  expect(await started).toEqual({
    ok: false,
    why: 'refused',
    reason: expect.stringContaining('SLACK_BOT_TOKEN'),
  })
})

test('so is an app token', async () => {
  const { started } = await start({ appToken: 'xapp-wrong' })
  expect(await started).toEqual({
    ok: false,
    why: 'refused',
    reason: expect.stringContaining('SLACK_APP_TOKEN'),
  })
})

test('a Slack that cannot be reached is a reason, at once', async () => {
  const { started } = await start({ apiUrl: 'http://127.0.0.1:9/api/' })
  expect(await started).toEqual({
    ok: false,
    why: 'unreachable',
    reason: expect.stringContaining('Slackにつながりません'),
  })
})

test('so is one that fails or does not answer', async () => {
  for (const how of [{ does: 'fails', status: 503 }, { does: 'hangs' }] as const) {
    const fake = await startFakeSlack({ users: PEOPLE, channels: [] })
    onTestFinished(() => fake.stop())
    fake.misbehave('auth.test', how)
    const started = await startSlack({
      botToken: fake.botToken,
      apiUrl: fake.url,
      receiver: { mode: 'http', signingSecret: fake.signingSecret },
      receives: true,
      dispatch: async () => ({ kind: 'nothing' }),
      commands: COMMANDS,
      now: systemClock.now,
      log: pino({ level: 'silent' }),
      timeoutMs: 300,
    })
    expect(started).toEqual({
      ok: false,
      why: 'unreachable',
      reason: expect.stringContaining('Slackにつながりません'),
    })
  }
})

test('when Slack refreshes the connection, the bot is back and takes commands', async () => {
  const { fake, driver } = await stage('socket', () => toAsker(say('3件です')))
  fake.refreshSocket()
  await fake.until(() => (fake.connections() === 2 ? true : undefined))
  expect(await driver.types('U0SORA', '/case list', HALL)).toMatchObject({ seen: { text: '3件です' } })
})

test('when the connection breaks and Slack refuses the next one, the bot tries again', async () => {
  const { fake, driver } = await stage('socket', () => toAsker(say('3件です')))
  fake.misbehave('apps.connections.open', { does: 'refuses', error: 'invalid_auth' })
  fake.dropSocket()
  await fake.until(() => (fake.connections() === 2 ? true : undefined))
  expect(await driver.types('U0SORA', '/case list', HALL)).toMatchObject({ seen: { text: '3件です' } })
})

test('a process that only sends posts, and takes no connection and no requests', async () => {
  const fake = await startFakeSlack({
    users: PEOPLE,
    channels: [{ id: HALL, isPrivate: true, members: PEOPLE }],
  })
  onTestFinished(() => fake.stop())
  const common = {
    botToken: fake.botToken,
    apiUrl: fake.url,
    receives: false,
    dispatch: async () => ({ kind: 'nothing' as const }),
    commands: COMMANDS,
    now: systemClock.now,
    log: pino({ level: 'silent' }),
  }
  const started = await Promise.all([
    startSlack({ ...common, receiver: { mode: 'socket', appToken: fake.appToken } }),
    startSlack({ ...common, receiver: { mode: 'http', signingSecret: fake.signingSecret } }),
  ])
  for (const slack of started) {
    if (!slack.ok) throw new Error(slack.reason)
    expect(slack.requestListener).toBeUndefined()
    const place = { platform: 'slack', workspace: fake.teamId, channel: HALL } as const
    expect(await slack.platform.post(place, say('3件です'), 'k1')).toMatchObject({ ok: true })
    await slack.platform.stop()
  }
  expect(fake.connections()).toBe(0)
})
