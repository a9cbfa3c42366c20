import { expect, test } from 'vitest'
import { agendaCard, textCard } from './scripted-cards.ts'
import { startWorkspace } from './workspace.ts'

const CHANNEL = { platform: 'practice', workspace: 'mihon', channel: 'renraku' } as const
const PERSON = { platform: 'practice', workspace: 'mihon', user: 'minato' } as const
const SINCE = Temporal.Instant.from('2026-11-01T00:00:00Z')

test('a delivery posted twice under one key stands there once', async () => {
  const { platform, store } = startWorkspace()
  const first = await platform.post(CHANNEL, agendaCard, 'delivery-1')
  const again = await platform.post(CHANNEL, agendaCard, 'delivery-1')
  expect(first).toMatchObject({ ok: true })
  expect(again).toEqual(first)
  expect((await store.messages('channel:renraku', { limit: 10 })).messages).toHaveLength(1)
})

test('ten posts of one delivery at the same moment make one message', async () => {
  const { platform, store } = startWorkspace()
  await Promise.all(Array.from({ length: 10 }, () => platform.post(PERSON, agendaCard, 'delivery-1')))
  expect((await store.messages('direct:minato', { limit: 20 })).messages).toHaveLength(1)
})

test('a delivery is found by its key at its place, and nowhere else', async () => {
  const { platform } = startWorkspace()
  expect(await platform.find(CHANNEL, 'delivery-1', SINCE)).toEqual({ ok: true, message: undefined })
  const posted = await platform.post(CHANNEL, agendaCard, 'delivery-1')
  expect(await platform.find(CHANNEL, 'delivery-1', SINCE)).toEqual(posted)
  expect(await platform.find(PERSON, 'delivery-1', SINCE)).toEqual({ ok: true, message: undefined })
})

test('an update changes the message in its place', async () => {
  const { platform, store } = startWorkspace()
  const posted = await platform.post(PERSON, agendaCard, 'delivery-1')
  if (!posted.ok) throw new Error('not posted')
  expect(await platform.update(posted.message, textCard('中止になりました'))).toEqual({ ok: true })
  const { messages } = await store.messages('direct:minato', { limit: 10 })
  expect(messages.map(({ content }) => content)).toEqual([
    { kind: 'card', card: textCard('中止になりました') },
  ])
})

test('the audience of a channel is its members; of direct messages, the one person', async () => {
  const { platform } = startWorkspace()
  expect(await platform.audience(CHANNEL)).toEqual({
    ok: true,
    audience: { isPrivate: true, isSharedOutside: false, members: ['minato', 'sora', 'hatsune'] },
  })
  expect(await platform.audience({ ...CHANNEL, channel: 'hiroba' })).toMatchObject({
    ok: true,
    audience: { isPrivate: false },
  })
  expect(await platform.audience(PERSON)).toMatchObject({ ok: true, audience: { members: ['minato'] } })
})

test.each([
  ['a channel that is not there', { ...CHANNEL, channel: 'nowhere' }],
  ['a person who is not there', { ...PERSON, user: 'nobody' }],
  ['another region', { ...CHANNEL, workspace: 'elsewhere' }],
])('posting to %s is refused for good', async (_, place) => {
  const { platform, store } = startWorkspace()
  const posted = await platform.post(place, agendaCard, 'delivery-1')
  expect(posted).toMatchObject({ ok: false, failure: 'refused', reason: 'no-place' })
  expect(await store.latestChange()).toBe(0)
})
