import { expect, test } from 'vitest'
import { serveOnLoopback } from '../../support/practice-server.ts'
import { eventId, post } from './post.ts'
import { agendaCard, textCard } from './scripted-cards.ts'
import { startWorkspace } from './workspace.ts'

type Told = { event: string; id?: string; data: string }

/** Reads events off the wire until one fits. */
const until = async (
  events: AsyncIterator<Told>,
  fits: (told: Told) => boolean,
): Promise<Told & { json: unknown }> => {
  for (let next = await events.next(); !next.done; next = await events.next()) {
    if (fits(next.value)) return { ...next.value, json: JSON.parse(next.value.data) }
  }
  throw new Error('the stream ended')
}

async function* eventsFrom(response: Response): AsyncGenerator<Told> {
  let text = ''
  for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += chunk
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const lines = text.slice(0, end).split('\n')
      text = text.slice(end + 2)
      const of = (name: string) => lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2)
      const id = of('id')
      yield { event: of('event') ?? '', data: of('data') ?? '', ...(id === undefined ? {} : { id }) }
    }
  }
}

const watching = async (member: string, headers: Record<string, string> = {}) => {
  const workspace = startWorkspace()
  const server = await serveOnLoopback(workspace.app)
  const leaving = new AbortController()
  const follow = async (since: number) => {
    const address = `${server.origin}/api/as/${member}/live?since=${since}`
    return eventsFrom(await fetch(address, { signal: leaving.signal, headers }))
  }
  return {
    ...workspace,
    follow,
    [Symbol.asyncDispose]: async () => {
      leaving.abort()
      await workspace.platform.stop()
      await server.close()
    },
  }
}

const channel = { platform: 'practice', workspace: 'mihon', channel: 'renraku' } as const

test('a message posted by the bot arrives at an open page, with its unread count', async () => {
  await using page = await watching('minato')
  const events = await page.follow(0)
  await until(events, ({ event }) => event === 'clock')
  await page.platform.post(channel, agendaCard, 'delivery-1')
  const told = await until(events, ({ event }) => event === 'messages')
  expect(told.json).toMatchObject([{ conversation: 'channel:renraku', content: { card: agendaCard } }])
  const unread = await until(events, ({ event }) => event === 'unread')
  expect(unread.json).toEqual({ 'channel:renraku': 1 })
})

test('an update of a message arrives too', async () => {
  await using page = await watching('minato')
  const posted = await page.platform.post(channel, agendaCard, 'delivery-1')
  if (!posted.ok) throw new Error('not posted')
  const events = await page.follow(await page.store.latestChange())
  await page.platform.update(posted.message, textCard('中止になりました'))
  const told = await until(events, ({ event }) => event === 'messages')
  expect(told.json).toMatchObject([
    { id: posted.message.message, content: { card: textCard('中止になりました') } },
  ])
})

test('what another process wrote is noticed without being told', async () => {
  await using page = await watching('minato')
  const events = await page.follow(0)
  await until(events, ({ event }) => event === 'clock')
  await page.store.add({
    conversation: 'direct:minato',
    content: { kind: 'card', card: textCard('朝のまとめ') },
    key: 'elsewhere',
    postedAt: Temporal.Instant.from('2026-11-20T05:00:00Z'),
  })
  const told = await until(events, ({ event }) => event === 'messages')
  expect(told.json).toMatchObject([{ conversation: 'direct:minato' }])
})

test('a page that comes back is told what it missed, from where it was', async () => {
  await using page = await watching('minato', { 'last-event-id': '1' })
  await page.platform.post(channel, textCard('見たもの'), 'delivery-1')
  await page.platform.post(channel, textCard('見ていないもの'), 'delivery-2')
  const events = await page.follow(0)
  const told = await until(events, ({ event }) => event === 'messages')
  expect(told.json).toMatchObject([{ content: { card: textCard('見ていないもの') } }])
  expect(told.id).toBe('2')
})

test('a page hears nothing of channels its member is not in', async () => {
  await using page = await watching('nagi')
  const events = await page.follow(0)
  await page.platform.post(channel, textCard('連絡会だけの話'), 'delivery-1')
  await page.platform.post({ ...channel, channel: 'unei' }, textCard('運営会議の話'), 'delivery-2')
  const told = await until(events, ({ data }) => data.includes('運営会議の話'))
  expect(told.data).not.toContain('連絡会だけの話')
})

test('a leap of the clock is told as it starts and as it ends', async () => {
  await using page = await watching('minato')
  const events = await page.follow(0)
  const first = await until(events, ({ event }) => event === 'clock')
  expect(first.json).toMatchObject({ now: '2026-11-20T05:05:00Z', advancing: false })
  page.whileLeaping(async () => {
    await until(events, ({ data }) => data.includes('"advancing":true'))
  })
  await post(page.app, '/api/clock/advance', { event: eventId(), to: 'next-day' })
  const after = await until(events, ({ data }) => data.includes('"advancing":false'))
  expect(after.json).toMatchObject({ now: '2026-11-21T05:05:00Z' })
})

test('stopping ends the streams and takes nothing more', async () => {
  await using page = await watching('minato')
  const events = await page.follow(0)
  await until(events, ({ event }) => event === 'clock')
  await page.platform.stop()
  await expect(until(events, () => false)).rejects.toThrow('the stream ended')
  const response = await page.app.request('http://localhost/api/start?language=ja')
  expect(response.status).toBe(503)
})
