import { pino } from 'pino'
import { expect, test } from 'vitest'
import { practiceWorkspace } from '../../../src/bot/practice/practice.ts'
import { practiceMemoryStore } from '../../support/practice-memory-store.ts'
import { eventId, get, post } from './post.ts'
import { REGION } from './scripted-region.ts'
import { startWorkspace } from './workspace.ts'

const said = () => ({ event: eventId(), conversation: 'channel:renraku', text: 'こんにちは' })

test('a write from another origin is refused', async () => {
  const { app, store } = startWorkspace()
  const response = await post(app, '/api/as/minato/say', said(), { origin: 'http://elsewhere.example' })
  expect(response.status).toBe(403)
  expect(await store.latestChange()).toBe(0)
})

test('a write without an origin is refused', async () => {
  const { app } = startWorkspace()
  const response = await post(app, '/api/as/minato/say', said(), { origin: '' })
  expect(response.status).toBe(403)
})

test('a read that another site makes is refused', async () => {
  const { app } = startWorkspace()
  const response = await get(app, '/api/as/minato/workspace', { 'sec-fetch-site': 'cross-site' })
  expect(response.status).toBe(403)
})

test.each(['elsewhere.example', 'localhost.elsewhere.example:3000', '127.0.0.1.elsewhere.example'])(
  'the host %s is refused, for the page and for its data',
  async (host) => {
    const { app } = startWorkspace()
    expect((await get(app, '/', { host })).status).toBe(403)
    expect((await get(app, '/api/start?language=ja', { host })).status).toBe(403)
    const response = await post(app, '/api/as/minato/say', said(), { host, origin: `http://${host}` })
    expect(response.status).toBe(403)
  },
)

test.each(['localhost:3000', '127.0.0.1:8080', '[::1]:3000', 'localhost'])(
  'the host %s is this machine',
  async (host) => {
    const { app } = startWorkspace()
    expect((await get(app, '/', { host })).status).toBe(200)
  },
)

test('a configured host is taken', async () => {
  const now = Temporal.Instant.from('2026-11-20T05:00:00Z')
  const { app } = practiceWorkspace({
    dispatch: async () => ({ kind: 'nothing' }),
    commands: [],
    store: practiceMemoryStore(REGION),
    time: {
      now: () => now,
      timeZone: 'UTC',
      next: async () => undefined,
      advance: async () => ({ now, delivered: 0 }),
    },
    log: pino({ level: 'silent' }),
    hosts: ['tsunagi.example'],
  })
  expect((await get(app, '/', { host: 'Tsunagi.example:3000' })).status).toBe(200)
})

test('a write that is not JSON is refused: no form elsewhere can send one that is', async () => {
  const { app } = startWorkspace()
  const response = await post(app, '/api/as/minato/say', said(), { 'content-type': 'text/plain' })
  expect(response.status).toBe(415)
})

test('a member the region does not have is refused', async () => {
  const { app } = startWorkspace()
  const response = await post(app, '/api/as/nobody/say', said())
  expect(response.status).toBe(404)
  expect(await response.json()).toEqual({ reason: 'unknown-member' })
})

test('a private channel is closed to those who are not in it', async () => {
  const { app, asked, store } = startWorkspace()
  const conversation = 'channel:unei'
  const query = new URLSearchParams({ conversation })
  expect((await get(app, `/api/as/minato/messages?${query}`)).status).toBe(404)
  expect((await post(app, '/api/as/minato/say', { ...said(), conversation })).status).toBe(404)
  const command = { kind: 'words', words: 'case list', event: eventId(), conversation, language: 'ja' }
  expect((await post(app, '/api/as/minato/interact', command)).status).toBe(404)
  expect(asked).toEqual([])
  const { id } = await store.add({
    conversation,
    content: { kind: 'text', text: '運営会議だけの話' },
    key: 'one',
    postedAt: Temporal.Instant.from('2026-11-20T01:00:00Z'),
  })
  expect((await get(app, `/api/as/minato/threads/${id}`)).status).toBe(404)
  const workspace = await (await get(app, '/api/as/minato/workspace')).json()
  expect(JSON.stringify(workspace)).not.toContain('unei')
})

test('the direct messages of another member are closed', async () => {
  const { app } = startWorkspace()
  expect((await get(app, '/api/as/minato/messages?conversation=direct%3Asora')).status).toBe(404)
})

test.each([
  ['no id', { conversation: 'channel:renraku', text: 'a' }],
  ['an id of another shape', { event: 'x', conversation: 'channel:renraku', text: 'a' }],
  ['no text', { event: eventId(), conversation: 'channel:renraku', text: ' ' }],
  ['too much text', { event: eventId(), conversation: 'channel:renraku', text: 'a'.repeat(5_000) }],
  ['a conversation of no kind', { event: eventId(), conversation: 'renraku', text: 'a' }],
])('a message with %s is refused as malformed', async (_, body) => {
  const { app } = startWorkspace()
  expect((await post(app, '/api/as/minato/say', body)).status).toBe(400)
})

test('the page allows no script but its own, and no other site may frame it', async () => {
  const { app } = startWorkspace()
  const response = await get(app, '/')
  const policy = response.headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).not.toContain('unsafe')
  expect(await response.text()).not.toMatch(/https?:\/\//)
})

test('every module the page loads is served, with its types taken off and no import left unanswered', async () => {
  const { app } = startWorkspace()
  const page = await (await get(app, '/')).text()
  const paths = [...page.matchAll(/modulepreload" href="([^"]+)"/g)].map((match) => match[1] ?? '')
  expect(paths.length).toBeGreaterThan(20)
  const known = new Set(paths)
  for (const path of paths) {
    const response = await get(app, path)
    expect(response.status).toBe(200)
    const source = await response.text()
    const imports = [...source.matchAll(/from\s*'(\.[^']+)'/g)].map(
      (match) => new URL(match[1] ?? '', `http://localhost${path}`).pathname,
    )
    expect(imports.filter((one) => !known.has(one))).toEqual([])
  }
})
