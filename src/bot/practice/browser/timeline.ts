import type { MessageView } from '../protocol.ts'
import type { Answer, Page } from './state.ts'
import { dayKey, type Reading } from './times.ts'

export type Line =
  | { line: 'day'; key: string; at: string }
  | { line: 'unread'; key: string }
  /** `follows`: by the same person shortly after; it needs no name again. */
  | { line: 'message'; key: string; message: MessageView; follows: boolean }
  | { line: 'answer'; key: string; answer: Answer }

const TOGETHER_MS = 5 * 60_000

/** Messages and private answers in one order, with dividers where the day changes and where the unread part begins. */
export const timelineOf = (page: Page, answers: readonly Answer[], me: string, reading: Reading): Line[] => {
  const lines: Line[] = []
  let day = ''
  let isPastUnread = false
  const divide = (at: string) => {
    const key = dayKey(at, reading)
    if (key === day) return
    day = key
    lines.push({ line: 'day', key: `day:${key}:${lines.length}`, at })
  }
  const answered = (from: number, to: number) => {
    for (const answer of answers.filter(({ after }) => after >= from && after < to)) {
      divide(answer.at)
      lines.push({ line: 'answer', key: answer.id, answer })
    }
  }
  let reached = 0
  let before: MessageView | undefined
  for (const message of page.messages) {
    answered(reached, message.sequence)
    reached = message.sequence
    divide(message.postedAt)
    if (
      !isPastUnread &&
      page.readThrough > 0 &&
      message.sequence > page.readThrough &&
      message.author !== me
    ) {
      isPastUnread = true
      lines.push({ line: 'unread', key: 'unread' })
    }
    const follows = lines.at(-1)?.line === 'message' && isTogether(before, message)
    lines.push({ line: 'message', key: message.id, message, follows })
    before = message
  }
  answered(reached, Number.POSITIVE_INFINITY)
  return lines
}

const isTogether = (before: MessageView | undefined, message: MessageView): boolean =>
  before !== undefined &&
  before.author === message.author &&
  message.author !== undefined &&
  Date.parse(message.postedAt) - Date.parse(before.postedAt) < TOGETHER_MS

/** Upserts messages into the loaded page; those older than the page are left until they are loaded. */
export const withMessages = (page: Page, incoming: readonly MessageView[]): Page => {
  const byId = new Map(page.messages.map((message) => [message.id, message]))
  const oldest = page.messages[0]?.sequence ?? 0
  let last = page.last
  for (const message of incoming) {
    last = Math.max(last, message.sequence)
    const isBefore = page.earlier && message.sequence < oldest
    if (message.threadOf === undefined && !isBefore)
      byId.set(message.id, newerOf(message, byId.get(message.id)))
  }
  const messages = [...byId.values()].sort((a, b) => a.sequence - b.sequence)
  return { ...page, messages, last }
}

/** The answer to one's own press may come after the live update that tells what somebody else did next. */
export const newerOf = (incoming: MessageView, known: MessageView | undefined): MessageView =>
  known !== undefined && known.change > incoming.change ? known : incoming
