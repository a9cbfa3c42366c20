import { computed, signal } from '@preact/signals'
import type { Card } from '../../card.ts'
import type { FormFaults, FormView } from '../../form.ts'
import type { Language } from '../../port.ts'
import type { Conversation } from '../practice-store.ts'
import type {
  ClockView,
  ConversationView,
  FileView,
  MessageView,
  StartView,
  ThreadView,
  Unread,
} from '../protocol.ts'

/** What is loaded of a conversation: its newest messages, back to some point. */
export type Page = {
  messages: MessageView[]
  earlier: boolean
  last: number
  /** Where the member had read to when the conversation was opened. */
  readThrough: number
}

/** An answer only the asker sees, kept in this page alone. It stands after the messages that were there by then. */
export type Answer = {
  id: string
  member: string
  conversation: Conversation
  after: number
  at: string
  card: Card
  files: FileView[]
  /** What was typed to get it, where something was. */
  typed?: string
}

export type OpenForm = {
  id: string
  member: string
  conversation: Conversation
  form: FormView
  faults?: FormFaults
}

export type Notice = { id: number; text: string; tone: 'calm' | 'trouble' }

export const language = signal<Language>('ja')
export const start = signal<StartView | undefined>(undefined)
export const startFailed = signal(false)
export const me = signal('')
export const conversations = signal<ConversationView[]>([])
export const unread = signal<Unread>({})
export const opened = signal<Conversation>('direct:')
export const pages = signal<Partial<Record<Conversation, Page | 'failed'>>>({})
export const thread = signal<ThreadView | undefined>(undefined)
export const home = signal<Card | undefined>(undefined)
export const answers = signal<Answer[]>([])
/** What stands in the input, by member and conversation. */
export const drafts = signal<Record<string, string>>({})
export const clock = signal<ClockView | undefined>(undefined)
/** A leap that this page requested is in flight. */
export const leaping = signal(false)
export const form = signal<OpenForm | undefined>(undefined)
export const notices = signal<Notice[]>([])
export const isConnected = signal(true)
export const isDrawerOpen = signal(false)
/** What a screen reader is told. */
export const spoken = signal('')

export const myself = computed(() => start.value?.members.find((member) => member.id === me.value))
export const openedView = computed(() => conversations.value.find(({ id }) => id === opened.value))
export const openedPage = computed(() => pages.value[opened.value])
export const isLeaping = computed(() => leaping.value || clock.value?.advancing === true)
