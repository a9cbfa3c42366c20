import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { calendarFeed } from '../../src/app/calendar-feed.ts'
import { storedPractice } from '../../src/app/stored-practice.ts'
import { listen } from '../../src/app/web.ts'
import { practiceWorkspace } from '../../src/bot/practice/practice.ts'
import { people, saidIn } from '../support/people.ts'
import { everythingOf } from '../support/whole-region.ts'
import { fuzz, TRACE } from './inputs.ts'
import { mutated, retyped } from './mutate.ts'
import { nasty, slipped } from './nasty.ts'
import { type Asked, ask, inHeader, inPath } from './over-http.ts'
import { errorLog, type Live, liveRegion, wordOf } from './stage.ts'

const serve = async () => {
  const { log, errors } = errorLog()
  const live = await liveRegion(log)
  const { product, region } = live
  let hours = 0
  /** Each look at the clock is a new window for whoever asks too often. */
  const now = () => {
    hours += 1
    return product.clock.now().add({ hours })
  }
  const { app, platform } = practiceWorkspace({
    dispatch: product.dispatch,
    commands: product.registry.views,
    store: storedPractice(product.database, region.id, product.clock),
    time: {
      now: product.clock.now,
      timeZone: region.timeZone,
      next: async () => undefined,
      advance: async () => ({ now: product.clock.now(), delivered: 0 }),
    },
    log,
  })
  const calendar = calendarFeed({ database: product.database, clock: { now } })
  const server = await listen({ ready: async () => true, practice: app, calendar }, 0, '127.0.0.1')
  onTestFinished(async () => {
    await platform.stop()
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { live, errors, port }
}

const BODY_KEYS = [
  'words',
  'text',
  'typed',
  'option',
  'case',
  'code',
  'why',
  'title',
  'message',
  'threadOf',
  'command',
  'event',
  'conversation',
]

/** What the page sends, each a valid one. */
const bodies = (message: string): [string, object][] => {
  const common = { event: randomUUID(), conversation: 'direct:sakura', language: 'ja' }
  const press = { command: 'case.show', options: { case: 'S-0901' } }
  const values = { title: 'x', why: 'y', code: 'S-0910' }
  return [
    ['say', { event: randomUUID(), conversation: 'direct:sakura', text: 'こんにちは', threadOf: message }],
    ['read', { conversation: 'direct:sakura', sequence: 3 }],
    ['interact', { ...common, kind: 'words', words: 'case show S-0901' }],
    ['interact', { ...common, kind: 'run', press, message }],
    [
      'interact',
      { ...common, kind: 'submit', press: { command: 'handover.send', options: { case: 'S-0901' } }, values },
    ],
    ['interact', { ...common, kind: 'keep', press, values }],
    ['interact', { ...common, kind: 'home' }],
    ['interact', { ...common, kind: 'suggest', press, option: 'case', typed: 'S' }],
  ]
}

const asked = ({ own, region }: Live, port: number): fc.Arbitrary<Asked> => {
  const host = `127.0.0.1:${port}`
  const odd = fc.integer({ min: 1, max: 12 }).map((chance) => chance === 1)
  const headers = fc
    .record({
      odd,
      header: fc.constantFrom('host', 'origin', 'content-type', 'sec-fetch-site', 'last-event-id'),
      value: nasty(2_000),
    })
    .map(({ odd: isOdd, header, value }) => ({
      host,
      origin: `http://${host}`,
      'content-type': 'application/json',
      ...(isOdd ? { [header]: inHeader(value) } : {}),
    }))
  const message = fc.constantFrom(...own.ids)
  const member = fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom('sakura', 'midori') },
    { weight: 1, arbitrary: nasty(200) },
  )
  const query = fc.oneof(fc.constantFrom('1', '0', ''), wordOf(own.ids, 3_000))
  const written = fc.tuple(message, fc.nat(7), member).chain(([of, which, who]) => {
    const [path, body] = bodies(of)[which] as [string, object]
    const valid = { ...body, event: randomUUID() }
    return fc
      .oneof(mutated(valid), retyped(valid as never, BODY_KEYS, 5_000), mutated(valid))
      .map((made) => ({
        method: 'POST',
        path: `/api/as/${inPath(who)}/${path}`,
        body: JSON.stringify(made) ?? '',
      }))
  })
  const reading = fc.tuple(member, query, query, fc.nat(5)).map(([who, one, two, which]) => {
    const path = [
      `/api/as/${inPath(who)}/messages?conversation=${inPath(encodeURIComponent(one.toWellFormed()))}&before=${inPath(two)}`,
      `/api/as/${inPath(who)}/messages?conversation=direct:sakura&before=${inPath(two)}`,
      `/api/as/${inPath(who)}/threads/${inPath(one)}`,
      `/api/as/${inPath(who)}/live?since=${inPath(one)}`,
      `/api/start?language=${inPath(one)}`,
      `/assets/${inPath(one)}`,
    ][which]
    return { method: 'GET', path: (path ?? '/').slice(0, 8_000) }
  })
  const raw = fc.record({
    method: fc.constantFrom('POST', 'PUT', 'DELETE', 'OPTIONS'),
    path: slipped('/api/as/sakura/say').map(inPath),
    body: nasty(600_000),
  })
  return fc
    .tuple(
      fc.oneof(
        { weight: 6, arbitrary: written },
        { weight: 4, arbitrary: reading },
        { weight: 1, arbitrary: raw },
      ),
      headers,
    )
    .map(([what, sent]) => ({
      ...what,
      path: what.path.startsWith('/') ? what.path.slice(0, 10_000) : `/${region.id}`,
      headers: sent,
    }))
}

test('the practice workspace answers whatever comes over HTTP', async () => {
  const { live, errors, port } = await serve()
  const { product, others } = live
  await fuzz('the practice workspace', asked(live, port), async (what) => {
    const { status, text } = await ask(port, what, what.path.includes('/live?'))
    const told = `${what.method} ${what.path.slice(0, 200)} ${String(what.body ?? '').slice(0, 500)} ${errors.at(-1) ?? ''}`
    expect(status, told).toBeLessThan(500)
    expect(text, told).not.toMatch(TRACE)
    expect(text, told).not.toContain('answer.bug')
  })
  expect(errors).toEqual([])
  expect((await everythingOf(product, others.id)).hashes).toEqual(others.before)
}, 3_600_000)

test('a calendar’s address that is not one tells nothing', async () => {
  const { live, errors, port } = await serve()
  const link = saidIn(await people(live.product, live.region.id).types('sakura', 'calendar link'))
  const [, address = ''] = /http:\/\/localhost:3000(\/calendar\/[\w-]+\/[\w-]{43}\.ics)/.exec(link) ?? []
  expect(address).not.toBe('')
  const input = fc.record({ path: slipped(address, 9_000), known: nasty(3_000) })
  await fuzz('calendar addresses', input, async ({ path, known }) => {
    const headers = { host: `127.0.0.1:${port}`, 'if-none-match': inHeader(known) }
    const { status, text } = await ask(port, {
      method: 'GET',
      path: inPath(path.startsWith('/') ? path : `/${path}`),
      headers,
    })
    expect([200, 304, 400, 404, 429, 431]).toContain(status)
    if (path === address) expect([200, 304, 429]).toContain(status)
    if (status === 200 && path.startsWith('/calendar/')) expect(text.startsWith('BEGIN:VCALENDAR')).toBe(true)
    expect(text).not.toMatch(TRACE)
  })
  expect(errors).toEqual([])
}, 3_600_000)

test('what is no HTTP is turned away, and the next one is served', async () => {
  const { errors, port } = await serve()
  const lines = [
    'nonsense\r\n\r\n',
    'GET / HTTP/9.9\r\n\r\n',
    'GET /\0 HTTP/1.1\r\nhost: a\r\n\r\n',
    'GET //evil HTTP/1.1\r\nhost: \r\n\r\n',
    'GET http://[::1 HTTP/1.1\r\nhost: [::1\r\n\r\n',
    'GET / HTTP/1.1\r\n\r\n',
    'GET /%ff%fe HTTP/1.1\r\nhost: localhost\r\n\r\n',
    'GET /calendar/%E0%A4%A/x.ics HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n',
    `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nhost: localhost\r\n\r\n`,
    'POST /api/as/sakura/say HTTP/1.1\r\nhost: localhost\r\ncontent-length: -1\r\n\r\n',
    'POST /api/as/sakura/say HTTP/1.1\r\nhost: localhost\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n',
    '* / *',
  ]
  for (const line of lines) {
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(port, '127.0.0.1')
      let text = ''
      socket.on('data', (chunk) => {
        text += String(chunk)
        socket.end()
      })
      socket.on('close', () => resolve(text))
      socket.on('error', () => resolve(text))
      socket.end(line)
    })
    expect(answer, line).not.toMatch(TRACE)
    expect(answer, line).not.toMatch(/^HTTP\/1.1 5/)
  }
  const { status } = await ask(port, { method: 'GET', path: '/healthz', headers: { host: 'localhost' } })
  expect(status).toBe(200)
  expect(errors).toEqual([])
}, 120_000)
