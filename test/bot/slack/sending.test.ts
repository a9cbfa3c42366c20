import { createServer } from 'node:net'
import { WebClient } from '@slack/web-api'
import { describe, expect, test } from 'vitest'
import { systemClock } from '../../../src/app/system-clock.ts'
import type { Place } from '../../../src/bot/port.ts'
import { ownConnection } from '../../../src/bot/slack/connections.ts'
import { people } from '../../../src/bot/slack/people.ts'
import { slackPlatform } from '../../../src/bot/slack/send.ts'
import { visibleText } from '../../support/fake-slack/shapes.ts'
import type { Misbehaviour } from '../../support/fake-slack.ts'
import { HALL, PEOPLE, say, stage } from './stage.ts'

const hall: Place = { platform: 'slack', workspace: 'T0TSUNAGI', channel: HALL }
const sora: Place = { platform: 'slack', workspace: 'T0TSUNAGI', user: 'U0SORA' }
const long = (): Temporal.Instant => Temporal.Instant.from('2020-01-01T00:00:00Z')
const quiet = () => stage('http', () => ({ kind: 'nothing' }), { timeoutMs: 300 })

test('a message is posted with its key, and found by it', async () => {
  const { platform, fake } = await quiet()
  const posted = await platform.post(hall, say('<!channel> 次第です'), 'agenda-1')
  if (!posted.ok) throw new Error('not posted')
  expect(fake.messages).toMatchObject([
    {
      channel: HALL,
      text: '&lt;!channel&gt; 次第です',
      metadata: { event_type: 'tsunagi_delivery', event_payload: { key: 'agenda-1' } },
    },
  ])
  expect(await platform.find(hall, 'agenda-1', long())).toEqual({ ok: true, message: posted.message })
  expect(await platform.find(hall, 'agenda-2', long())).toEqual({ ok: true, message: undefined })
})

test('a direct message opens its conversation, and is found there', async () => {
  const { platform, fake } = await quiet()
  expect(await platform.post(sora, say('おはようございます'), 'digest-1')).toMatchObject({ ok: true })
  expect(fake.messages).toMatchObject([{ channel: fake.directChannel('U0SORA') }])
  expect(await platform.find(sora, 'digest-1', long())).toMatchObject({ ok: true, message: {} })
})

test('a message is found behind a page of later ones; where there are too many to look at, it is not said to be absent', async () => {
  const { platform, fake } = await quiet()
  await platform.post(hall, say('次第です'), 'agenda-1')
  const [first] = fake.messages
  if (!first) throw new Error('not posted')
  const other = (at: number) => ({
    ...first,
    ts: `${Number(first.ts) + at}`,
    metadata: { event_type: 'x', event_payload: {} },
  })
  fake.messages.push(...Array.from({ length: 450 }, (_, at) => other(at + 1)))
  expect(await platform.find(hall, 'agenda-1', long())).toMatchObject({
    ok: true,
    message: { message: first.ts },
  })
  fake.messages.push(...Array.from({ length: 2_000 }, (_, at) => other(at + 500)))
  expect(await platform.find(hall, 'agenda-1', long())).toMatchObject({ ok: false, failure: 'unavailable' })
})

test('a message is pinned in place of the one before; what is so already is fine; what is gone is said', async () => {
  const { platform, fake } = await quiet()
  const first = await platform.post(hall, say('第1回 次第'), 'agenda-1')
  const second = await platform.post(hall, say('第2回 次第'), 'agenda-2')
  if (!first.ok || !second.ok) throw new Error('not posted')
  expect(await platform.pin(first.message, undefined)).toEqual({ ok: true })
  expect(await platform.pin(second.message, first.message)).toEqual({ ok: true })
  expect(await platform.pin(second.message, first.message)).toEqual({ ok: true })
  expect([...fake.pins]).toEqual([second.message.message])
  const gone = { ...first.message, message: '1.000001' }
  expect(await platform.pin(gone, undefined)).toMatchObject({ ok: false, reason: 'no-place' })
})

test('a message can be changed', async () => {
  const { platform, fake } = await quiet()
  const posted = await platform.post(hall, say('案です'), 'agenda-1')
  if (!posted.ok) throw new Error('not posted')
  expect(await platform.update(posted.message, say('次第です'))).toEqual({ ok: true })
  expect(visibleText(fake.messages[0]?.blocks ?? [])).toBe('次第です')
  expect(await platform.update({ ...posted.message, message: '1.1' }, say('x'))).toMatchObject({
    ok: false,
    failure: 'refused',
    reason: 'no-place',
  })
})

describe('what goes wrong while posting is told as it is, after one attempt', () => {
  const outcomes: [Misbehaviour, object, number][] = [
    [{ does: 'limits', retryAfter: 7 }, { failure: 'rate-limited', retryAfterSeconds: 7 }, 0],
    [{ does: 'refuses', error: 'ratelimited' }, { failure: 'rate-limited' }, 0],
    [{ does: 'fails', status: 500 }, { failure: 'unknown' }, 0],
    [{ does: 'garbles' }, { failure: 'unknown' }, 0],
    [{ does: 'drops' }, { failure: 'unknown' }, 1],
    [{ does: 'hangs' }, { failure: 'unknown' }, 1],
    [{ does: 'refuses', error: 'internal_error' }, { failure: 'unknown' }, 0],
    [{ does: 'refuses', error: 'service_unavailable' }, { failure: 'unavailable' }, 0],
    [{ does: 'refuses', error: 'is_archived' }, { failure: 'refused', reason: 'no-place' }, 0],
    [{ does: 'refuses', error: 'not_in_channel' }, { failure: 'refused', reason: 'no-permission' }, 0],
    [
      { does: 'refuses', error: 'messages_tab_disabled' },
      { failure: 'refused', reason: 'closed-to-bots' },
      0,
    ],
    [{ does: 'refuses', error: 'token_revoked' }, { failure: 'refused', reason: 'not-connected' }, 0],
    [{ does: 'refuses', error: 'invalid_blocks' }, { failure: 'refused', reason: 'malformed' }, 0],
  ]
  test.each(outcomes)('%o', async (how, outcome, messages) => {
    const { platform, fake } = await quiet()
    fake.misbehave('chat.postMessage', how)
    expect(await platform.post(hall, say('次第です'), 'agenda-1')).toMatchObject({ ok: false, ...outcome })
    expect(fake.requests.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(1)
    expect(fake.messages).toHaveLength(messages)
    expect(await platform.find(hall, 'agenda-1', long())).toMatchObject({
      ok: true,
      ...(messages === 0 ? { message: undefined } : { message: { channel: HALL } }),
    })
  })

  test('a channel that does not exist', async () => {
    const { platform } = await quiet()
    expect(await platform.post({ ...hall, channel: 'C0GONE' }, say('x'), 'k')).toMatchObject({
      failure: 'refused',
      reason: 'no-place',
    })
  })

  test('direct messages that could not be opened to look into: nothing is known', async () => {
    const { platform, fake } = await quiet()
    fake.misbehave('conversations.open', { does: 'drops' })
    expect(await platform.find(sora, 'k', long())).toMatchObject({ ok: false, failure: 'unavailable' })
  })

  test('a direct message is one call: to open it first would be bound to a slower limit', async () => {
    const { platform, fake } = await quiet()
    expect(await platform.post(sora, say('x'), 'k')).toMatchObject({ ok: true })
    expect(fake.requests.filter(({ method }) => method === 'conversations.open')).toEqual([])
  })

  test('nobody listening at Slack’s address', async () => {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : 0
    await new Promise((resolve) => server.close(resolve))
    const client = new WebClient('xoxb-1', {
      slackApiUrl: `http://127.0.0.1:${port}/api/`,
      retryConfig: { retries: 0 },
    })
    const own = { client, botToken: 'xoxb-1', botId: 'BBOT', botUserId: 'UBOT' }
    const connections = ownConnection(hall.workspace, own)
    const platform = slackPlatform(connections, people(systemClock.now), async () => undefined)
    expect(await platform.post(hall, say('x'), 'k')).toMatchObject({
      ok: false,
      failure: 'unavailable',
      detail: 'ECONNREFUSED',
    })
  })
})

describe('who can read a channel', () => {
  test('people, without bots, over several pages; asked about each once', async () => {
    const many = Array.from({ length: 230 }, (_, at) => `U${at}`)
    const channels = [{ id: HALL, isPrivate: true, members: many }]
    const { platform, fake } = await stage('http', () => ({ kind: 'nothing' }), { users: many, channels })
    const audience = { isPrivate: true, isSharedOutside: false, members: many }
    expect(await platform.audience(hall)).toEqual({ ok: true, audience })
    expect(await platform.audience(hall)).toEqual({ ok: true, audience })
    expect(fake.requests.filter(({ method }) => method === 'users.info')).toHaveLength(231)
  })

  test('somebody whom Slack does not show counts as a person; a shared channel as shared', async () => {
    const channels = [{ id: HALL, isPrivate: false, isShared: true, members: [...PEOPLE, 'U0OUTSIDE'] }]
    const { platform } = await stage('http', () => ({ kind: 'nothing' }), { channels })
    expect(await platform.audience(hall)).toEqual({
      ok: true,
      audience: { isPrivate: false, isSharedOutside: true, members: [...PEOPLE, 'U0OUTSIDE'] },
    })
  })

  test('direct messages are private to the person', async () => {
    const { platform } = await quiet()
    expect(await platform.audience(sora)).toEqual({
      ok: true,
      audience: { isPrivate: true, isSharedOutside: false, members: ['U0SORA'] },
    })
  })

  test('is not told in part', async () => {
    const many = Array.from({ length: 1_001 }, (_, at) => `U${at}`)
    const channels = [{ id: HALL, isPrivate: true, members: many }]
    const { platform, fake } = await stage('http', () => ({ kind: 'nothing' }), { channels })
    expect(await platform.audience(hall)).toMatchObject({ ok: false, failure: 'refused' })
    fake.misbehave('conversations.members', { does: 'drops' })
    expect(await platform.audience(hall)).toMatchObject({ ok: false, failure: 'unavailable' })
  })
})
