import { expect, test } from 'vitest'
import type { Dispatch } from '../../../src/bot/port.ts'
import { receiver } from '../../../src/bot/practice/receive.ts'
import { practiceMemoryStore } from '../../support/practice-memory-store.ts'
import { textCard } from './scripted-cards.ts'
import { REGION } from './scripted-region.ts'

const FILES = [
  { name: 'forecast.png', mediaType: 'image/png', bytes: Buffer.from('picture'), alt: '見通しの図' },
]
const dispatch: Dispatch = async () => ({
  kind: 'card',
  card: textCard('見通しです'),
  to: 'asker',
  files: FILES,
})

test('files of an answer come inside it, to the asker, and are kept nowhere', async () => {
  const store = practiceMemoryStore(REGION)
  const receive = receiver({
    dispatch,
    store,
    now: () => Temporal.Instant.from('2026-11-20T00:00Z'),
    changed: () => {},
  })
  const request = {
    kind: 'words',
    words: 'x',
    event: 'e',
    conversation: 'channel:renraku',
    language: 'ja',
  } as const
  const answer = await receive('mihon', 'minato', request)
  expect(answer).toMatchObject({
    kind: 'card',
    files: [{ name: 'forecast.png', alt: '見通しの図', base64: Buffer.from('picture').toString('base64') }],
  })
  expect((await store.messages('channel:renraku', { limit: 10 })).messages).toEqual([])
})
