import type { Card } from '../card.ts'
import type { Language } from '../port.ts'

/** Where messages stand: a body's channel, or one member's direct messages with the bot. */
export type Conversation = `channel:${string}` | `direct:${string}`

/** `office` and `role` are words to show, in the reader's language; `office` may be empty. */
export type PracticeMember = { id: string; name: string; office: string; role: string }

/** A body as a channel. `members` are member ids; a private channel is seen by them alone. */
export type PracticeChannel = {
  id: string
  name: string
  topic: string
  isPrivate: boolean
  members: readonly string[]
}

export type PracticeContent = { kind: 'card'; card: Card } | { kind: 'text'; text: string }

export type PracticeMessage = {
  id: string
  conversation: Conversation
  /** A member's id. Absent: the bot. */
  author?: string
  /** The message this one replies to; replies have no replies. */
  threadOf?: string
  content: PracticeContent
  postedAt: Temporal.Instant
  /** Place in the order of writing within the region; never changes. */
  sequence: number
  /** Grows with every change in the region: unique among messages. */
  changeNumber: number
  /** How many replies stand below it. */
  replies: number
  /** Kept at hand at the top of its conversation. */
  pinned: boolean
}

export type NewPracticeMessage = {
  conversation: Conversation
  author?: string
  threadOf?: string
  content: PracticeContent
  /** Idempotency key: adding it again returns the message that is there. */
  key: string
  postedAt: Temporal.Instant
}

/**
 * Oldest first. `earlier`: there are more before these. `last`: the conversation's highest sequence, replies included.
 */
type PracticePage = { messages: PracticeMessage[]; earlier: boolean; last: number }

/**
 * What the practice workspace keeps, within one region. Nothing here decides who may see what: the workspace does.
 * Ids that do not exist answer undefined or an empty list; a throw means that the store itself is in trouble.
 */
export type PracticeStore = {
  /** The region's id is the workspace's id. */
  region(): Promise<{ id: string; name: string }>
  /** In the order to show; the first one is who a newcomer starts as. */
  members(language: Language): Promise<PracticeMember[]>
  /** In the order to show. */
  channels(): Promise<PracticeChannel[]>

  /** The last `limit` messages, without replies, that stand before the sequence `before` (absent: the newest). */
  messages(conversation: Conversation, page: { before?: number; limit: number }): Promise<PracticePage>
  message(id: string): Promise<PracticeMessage | undefined>
  /** Oldest first. */
  replies(threadOf: string): Promise<PracticeMessage[]>

  /**
   * Adds idempotently: returns what the key added before, by the unique constraint and not by a read before it.
   * A reply counts as a change of the message it replies to, which gets a new change number.
   */
  add(message: NewPracticeMessage): Promise<PracticeMessage>
  find(key: string): Promise<PracticeMessage | undefined>
  /** A new change number, everything else but the content as it was. Undefined: no such message, or no card. */
  updateCard(id: string, card: Card): Promise<PracticeMessage | undefined>

  /** A change of the message. False: no such message. */
  setPinned(id: string, pinned: boolean): Promise<boolean>

  /** The region's highest change number; 0 where nothing was ever written. Polled: must be cheap. */
  latestChange(): Promise<number>
  /**
   * Messages and replies whose change number is above `since`, by change number, at most `limit`. Change numbers must
   * become visible in order (one writer at a time in a region), or a reader would pass over a late one.
   */
  changes(since: number, limit: number): Promise<PracticeMessage[]>

  /** How far the member has read, as a sequence; 0 where never. */
  readThrough(member: string, conversation: Conversation): Promise<number>
  /** Never moves backwards. */
  markRead(member: string, conversation: Conversation, sequence: number): Promise<void>
  /**
   * By conversation, how many messages by others (replies too) stand after the member's mark. Zeros may be left out.
   */
  unread(member: string): Promise<Partial<Record<Conversation, number>>>
}
