import { expect, test } from 'vitest'
import type { MessageView, PageView, ThreadView, WorkspaceView } from '../../../src/bot/practice/protocol.ts'
import { eventId, get, jsonOf, post } from './post.ts'
import { agendaCard, attendedCard, textCard } from './scripted-cards.ts'
import { startWorkspace } from './workspace.ts'

const words = (line: string, event = eventId()) => ({
  kind: 'words',
  words: line,
  event,
  conversation: 'channel:renraku',
  language: 'ja',
})

test('a command repeated after a lost answer is handed on once and answered the same', async () => {
  const { app, asked, store } = startWorkspace()
  const body = words('agenda publish')
  const first = await (await post(app, '/api/as/minato/interact', body)).json()
  const again = await (await post(app, '/api/as/minato/interact', body)).json()
  expect(again).toEqual(first)
  expect(asked).toHaveLength(1)
  expect((await store.messages('channel:renraku', { limit: 10 })).messages).toHaveLength(1)
})

test('the same command twice at the same moment is handed on once', async () => {
  const { app, asked } = startWorkspace()
  const body = words('case list')
  await Promise.all([1, 2, 3].map(() => post(app, '/api/as/minato/interact', body)))
  expect(asked).toHaveLength(1)
})

test('one id used by two people is two things', async () => {
  const { app, asked } = startWorkspace()
  const body = words('case list')
  await post(app, '/api/as/minato/interact', body)
  await post(app, '/api/as/sora/interact', body)
  expect(asked.map(({ account }) => account.user)).toEqual(['minato', 'sora'])
})

test('an interaction names the region as workspace, the member as user and the body as channel', async () => {
  const { app, asked } = startWorkspace()
  const body = words('case list')
  await post(app, '/api/as/minato/interact', body)
  expect(asked[0]).toEqual({
    kind: 'words',
    words: 'case list',
    event: body.event,
    account: { platform: 'practice', workspace: 'mihon', user: 'minato' },
    channel: 'renraku',
    language: 'ja',
  })
})

test('in direct messages an interaction has no channel', async () => {
  const { app, asked } = startWorkspace()
  await post(app, '/api/as/minato/interact', { ...words('case list'), conversation: 'direct:minato' })
  expect(asked[0]?.channel).toBeUndefined()
})

test('an answer to the asker is in no conversation', async () => {
  const { app, store } = startWorkspace()
  const answer = await (await post(app, '/api/as/minato/interact', words('case list'))).json()
  expect(answer).toMatchObject({ kind: 'card', card: { tag: 'case.list' } })
  expect(await store.latestChange()).toBe(0)
})

test('a replacing answer takes the place of the message that was pressed', async () => {
  const { app, store } = startWorkspace()
  const posted = await store.add({
    conversation: 'channel:renraku',
    content: { kind: 'card', card: agendaCard },
    key: 'one',
    postedAt: Temporal.Instant.from('2026-11-20T01:00:00Z'),
  })
  const { words: _, ...common } = words('')
  const press = { command: 'meeting.attend', options: {} }
  const body = { ...common, kind: 'run', press, message: posted.id }
  const answer = await (await post(app, '/api/as/minato/interact', body)).json()
  expect(answer).toMatchObject({ kind: 'replaced', message: { id: posted.id } })
  expect((await store.message(posted.id))?.content).toEqual({ kind: 'card', card: attendedCard })
})

test('a press on a message of another conversation is refused and handed to nobody', async () => {
  const { app, asked, store } = startWorkspace()
  const posted = await store.add({
    conversation: 'channel:unei',
    content: { kind: 'card', card: textCard('運営会議だけのお知らせ') },
    key: 'one',
    postedAt: Temporal.Instant.from('2026-11-20T01:00:00Z'),
  })
  const { words: _, ...common } = words('')
  const body = {
    ...common,
    kind: 'run',
    press: { command: 'meeting.attend', options: {} },
    message: posted.id,
  }
  expect((await post(app, '/api/as/minato/interact', body)).status).toBe(404)
  expect(asked).toEqual([])
})

test('a plain message sent twice under one id stands there once', async () => {
  const { app, store } = startWorkspace()
  const body = { event: eventId(), conversation: 'channel:renraku', text: 'よろしくお願いします' }
  await post(app, '/api/as/minato/say', body)
  await post(app, '/api/as/minato/say', body)
  const { messages } = await store.messages('channel:renraku', { limit: 10 })
  expect(messages.map(({ content }) => content)).toEqual([{ kind: 'text', text: 'よろしくお願いします' }])
})

test('a reply stands in its thread and is counted at the message it replies to', async () => {
  const { app } = startWorkspace()
  const said = { conversation: 'channel:renraku', text: '1件、持ち越しをお願いします' }
  const parent = await jsonOf<MessageView>(post(app, '/api/as/minato/say', { ...said, event: eventId() }))
  const reply = { ...said, text: '承知しました', event: eventId(), threadOf: parent.id }
  await post(app, '/api/as/sora/say', reply)
  const query = new URLSearchParams({ conversation: 'channel:renraku' })
  const page = await jsonOf<PageView>(get(app, `/api/as/minato/messages?${query}`))
  expect(page.messages.map(({ id, replies }) => ({ id, replies }))).toEqual([{ id: parent.id, replies: 1 }])
  const thread = await jsonOf<ThreadView>(get(app, `/api/as/minato/threads/${parent.id}`))
  expect(thread.replies.map(({ content }) => content)).toEqual([{ kind: 'text', text: '承知しました' }])
})

test('reading a channel clears its unread count, and not for others', async () => {
  const { app } = startWorkspace()
  const said = { conversation: 'channel:renraku', text: 'お知らせです', event: eventId() }
  const { sequence } = await jsonOf<MessageView>(post(app, '/api/as/sora/say', said))
  const unread = async (member: string) =>
    (await jsonOf<WorkspaceView>(get(app, `/api/as/${member}/workspace`))).unread
  expect(await unread('minato')).toEqual({ 'channel:renraku': 1 })
  await post(app, '/api/as/minato/read', { conversation: 'channel:renraku', sequence })
  expect(await unread('minato')).toEqual({})
  expect(await unread('hatsune')).toEqual({ 'channel:renraku': 1 })
  expect(await unread('sora')).toEqual({})
})

test('a leap of the clock repeated under one id moves it once', async () => {
  const { app, leaps } = startWorkspace()
  const body = { event: eventId(), to: 'next-day' }
  const answers = await Promise.all([1, 2].map(() => post(app, '/api/clock/advance', body)))
  expect(answers.map(({ status }) => status)).toEqual([200, 200])
  expect(leaps).toEqual(['next-day'])
})

test('a second leap while one is under way is refused as busy', async () => {
  const { app, leaps, whileLeaping } = startWorkspace()
  const statuses: number[] = []
  whileLeaping(async () => {
    const second = await post(app, '/api/clock/advance', { event: eventId(), to: 'next-week' })
    statuses.push(second.status)
  })
  await post(app, '/api/clock/advance', { event: eventId(), to: 'next-day' })
  expect(statuses).toEqual([409])
  expect(leaps).toEqual(['next-day'])
})
