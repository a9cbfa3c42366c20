import { expect, test } from 'vitest'
import type { Answer, Page } from '../../../src/bot/practice/browser/state.ts'
import { timelineOf, withMessages } from '../../../src/bot/practice/browser/timeline.ts'
import { dayAndTime, dayOf, timeOf } from '../../../src/bot/practice/browser/times.ts'
import type { MessageView } from '../../../src/bot/practice/protocol.ts'
import { textCard } from './scripted-cards.ts'

const TOKYO = { language: 'ja', timeZone: 'Asia/Tokyo' } as const
const NOW = '2026-11-20T05:05:00Z'

const message = (sequence: number, postedAt: string, author?: string): MessageView => ({
  id: `m${sequence}`,
  conversation: 'channel:renraku',
  ...(author === undefined ? {} : { author }),
  content: { kind: 'text', text: `${sequence}` },
  postedAt,
  sequence,
  replies: 0,
  pinned: false,
  change: sequence,
})
const page = (messages: MessageView[], rest: Partial<Page> = {}): Page => ({
  messages,
  earlier: false,
  last: messages.at(-1)?.sequence ?? 0,
  readThrough: 0,
  ...rest,
})
const answer = (after: number, at: string): Answer => ({
  id: `a${after}`,
  member: 'minato',
  conversation: 'channel:renraku',
  after,
  at,
  card: textCard('x'),
  files: [],
})
const shapes = (lines: ReturnType<typeof timelineOf>) =>
  lines.map((line) => (line.line === 'message' ? `${line.key}${line.follows ? '+' : ''}` : line.line))

test.each([
  ['2026-11-20T05:05:00Z', '11月20日（金）', '14:05'],
  ['2026-11-19T15:00:00Z', '11月20日（金）', '0:00'],
  ['2025-12-31T14:59:00Z', '2025年12月31日（水）', '23:59'],
])('%s is written %s %s', (at, day, time) => {
  expect(dayOf(at, TOKYO, NOW)).toBe(day)
  expect(timeOf(at, TOKYO)).toBe(time)
})

test('in English a day is written the English way', () => {
  expect(dayAndTime(NOW, { ...TOKYO, language: 'en' }, NOW)).toBe('Fri, 20 November 14:05')
})

test('a divider stands where the day changes in the region, not in UTC', () => {
  const messages = [message(1, '2026-11-19T14:00:00Z', 'sora'), message(2, '2026-11-19T15:30:00Z', 'sora')]
  expect(shapes(timelineOf(page(messages), [], 'minato', TOKYO))).toEqual(['day', 'm1', 'day', 'm2'])
})

test('words of one person within five minutes stand together', () => {
  const messages = [
    message(1, '2026-11-20T01:00:00Z', 'sora'),
    message(2, '2026-11-20T01:03:00Z', 'sora'),
    message(3, '2026-11-20T01:09:00Z', 'sora'),
    message(4, '2026-11-20T01:10:00Z'),
    message(5, '2026-11-20T01:10:00Z'),
  ]
  const lines = timelineOf(page(messages), [], 'minato', TOKYO)
  expect(shapes(lines)).toEqual(['day', 'm1', 'm2+', 'm3', 'm4', 'm5'])
})

test('the unread line stands once, before the first unread message of another', () => {
  const messages = [
    message(1, '2026-11-20T01:00:00Z', 'sora'),
    message(2, '2026-11-20T02:00:00Z', 'minato'),
    message(3, '2026-11-20T03:00:00Z', 'sora'),
    message(4, '2026-11-20T04:00:00Z', 'sora'),
  ]
  const lines = timelineOf(page(messages, { readThrough: 1 }), [], 'minato', TOKYO)
  expect(shapes(lines)).toEqual(['day', 'm1', 'm2', 'unread', 'm3', 'm4'])
})

test('a private answer stays where it was given when more is said', () => {
  const messages = [message(1, '2026-11-20T01:00:00Z', 'sora'), message(3, '2026-11-20T03:00:00Z', 'sora')]
  const lines = timelineOf(page(messages), [answer(1, '2026-11-20T02:00:00Z')], 'minato', TOKYO)
  expect(shapes(lines)).toEqual(['day', 'm1', 'answer', 'm3'])
})

test('a changed message takes its own place, a new one the end, a reply none', () => {
  const before = page([message(1, '2026-11-20T01:00:00Z'), message(2, '2026-11-20T02:00:00Z')])
  const changed = { ...message(1, '2026-11-20T01:00:00Z'), replies: 1 }
  const reply = { ...message(4, '2026-11-20T04:00:00Z'), threadOf: 'm1' }
  const after = withMessages(before, [message(3, '2026-11-20T03:00:00Z'), changed, reply])
  expect(after.messages.map(({ id, replies }) => [id, replies])).toEqual([
    ['m1', 1],
    ['m2', 0],
    ['m3', 0],
  ])
  expect(after.last).toBe(4)
})

test('a state that comes late changes nothing: somebody else has pressed since', () => {
  const now = {
    ...message(1, '2026-11-20T01:00:00Z'),
    content: { kind: 'text', text: '終わり' },
    change: 9,
  } as const
  const late = { ...now, content: { kind: 'text', text: '途中' }, change: 8 } as const
  expect(withMessages(page([now]), [late]).messages).toEqual([now])
  expect(withMessages(page([late]), [now]).messages).toEqual([now])
})

test('a change before what is loaded waits until that is loaded', () => {
  const before = page([message(8, '2026-11-20T01:00:00Z')], { earlier: true })
  const after = withMessages(before, [message(2, '2026-11-01T01:00:00Z')])
  expect(after.messages.map(({ id }) => id)).toEqual(['m8'])
})
