import type { Card, Choice } from '../card.ts'
import type { FormFaults, FormView } from '../form.ts'
import type { CommandView } from '../port.ts'
import type { Conversation, PracticeContent, PracticeMember, PracticeMessage } from './practice-store.ts'

/** On the page's root where the workspace is for training only. */
export const TRAINING_CLASS = 'is-training'

/** What the server tells the page. Instants are ISO strings in UTC. */
export type StartView = {
  region: { id: string; name: string }
  members: PracticeMember[]
  commands: readonly CommandView[]
  clock: ClockView
}

export type ClockView = { now: string; timeZone: string; next?: string | undefined; advancing: boolean }

export const LEAPS = ['next-reminder', 'next-day', 'next-week'] as const
/** How far a press on the clock goes. */
export type Leap = (typeof LEAPS)[number]

export type ConversationView = {
  id: Conversation
  kind: 'channel' | 'direct'
  /** Empty for a direct conversation: it is called after the bot. */
  name: string
  topic: string
  isPrivate: boolean
  /** Names of the people in it, besides the bot. */
  people: string[]
}

export type Unread = Partial<Record<Conversation, number>>

/** One member's workspace. `change`: live updates go on from here. */
export type WorkspaceView = { conversations: ConversationView[]; unread: Unread; change: number }

export type MessageView = {
  id: string
  conversation: Conversation
  /** A member's id. Absent: the bot. */
  author?: string | undefined
  threadOf?: string | undefined
  content: PracticeContent
  postedAt: string
  sequence: number
  replies: number
  pinned: boolean
}

export const viewOf = (message: PracticeMessage): MessageView => ({
  id: message.id,
  conversation: message.conversation,
  author: message.author,
  threadOf: message.threadOf,
  content: message.content,
  postedAt: message.postedAt.toString(),
  sequence: message.sequence,
  replies: message.replies,
  pinned: message.pinned,
})

export type PageView = { messages: MessageView[]; earlier: boolean; last: number; readThrough: number }
export type ThreadView = { parent: MessageView; replies: MessageView[] }

/** A file inside the answer: the page shows pictures and offers the rest, and nothing is kept on the server. */
export type FileView = { name: string; mediaType: string; alt: string; base64: string }

/** What comes of an interaction. A card is for the asker's eyes; a message stands in the conversation. */
export type AnswerView =
  | { kind: 'card'; card: Card; files?: FileView[] | undefined }
  | { kind: 'posted'; message: MessageView }
  | { kind: 'replaced'; message: MessageView }
  | { kind: 'replace'; card: Card }
  | { kind: 'form'; form: FormView }
  | { kind: 'correct'; form: FormView; faults: FormFaults }
  | { kind: 'home'; card: Card }
  | { kind: 'suggestions'; choices: Choice[] }
  | { kind: 'nothing' }

export type AdvanceView = { clock: ClockView; delivered: number }

/** Why a request was not taken, with a status of 4xx or 5xx. */
export type RefusalView = { reason: RefusalReason }
export type RefusalReason =
  | 'foreign'
  | 'malformed'
  | 'unknown-member'
  | 'unknown-conversation'
  | 'unknown-message'
  | 'busy'
  | 'stopping'
  | 'broken'

/** Server-sent events, by name. */
export type LiveEvents = {
  messages: MessageView[]
  unread: Unread
  clock: ClockView
}
