import { batch } from '@preact/signals'
import type { Conversation } from '../practice-store.ts'
import type { MessageView } from '../protocol.ts'
import { getMessages, getThread, newEvent, postInteract, postRead } from './api.ts'
import { notifyFailure } from './notices.ts'
import { home, me, opened, type Page, pages, thread, unread } from './state.ts'
import { newerOf, withMessages } from './timeline.ts'

export const loadPage = async (conversation: Conversation): Promise<void> => {
  const member = me.value
  const loaded = await getMessages(conversation)
  if (me.value !== member) return
  pages.value = { ...pages.value, [conversation]: loaded.ok ? loaded.value : 'failed' }
  if (loaded.ok) await markRead(conversation)
}

export const loadEarlier = async (conversation: Conversation): Promise<void> => {
  const page = pages.value[conversation]
  const oldest = page !== undefined && page !== 'failed' ? page.messages[0] : undefined
  if (!oldest) return
  const loaded = await getMessages(conversation, oldest.sequence)
  if (!loaded.ok) return notifyFailure(loaded.reason)
  change(conversation, (now) => ({
    ...now,
    messages: [...loaded.value.messages, ...now.messages],
    earlier: loaded.value.earlier,
  }))
}

/** What is shown counts as read, while somebody looks. */
export const markRead = async (conversation: Conversation): Promise<void> => {
  const page = pages.value[conversation]
  if (page === undefined || page === 'failed' || document.visibilityState !== 'visible') return
  if (opened.value !== conversation) return
  unread.value = { ...unread.value, [conversation]: 0 }
  if (page.last > 0) await postRead(conversation, page.last)
}

export const takeMessages = (incoming: readonly MessageView[]): void => {
  const places = new Set(incoming.map(({ conversation }) => conversation))
  batch(() => {
    for (const place of places) {
      const here = incoming.filter(({ conversation }) => conversation === place)
      change(place, (page) => withMessages(page, here))
    }
    for (const message of incoming) takeIntoThread(message)
  })
  if (places.has(opened.value)) void markRead(opened.value)
}

export const openThread = async (message: string): Promise<void> => {
  const loaded = await getThread(message)
  if (!loaded.ok) return notifyFailure(loaded.reason)
  thread.value = loaded.value
}

export const refreshHome = async (): Promise<void> => {
  const member = me.value
  const answer = await postInteract({ kind: 'home', event: newEvent(), conversation: `direct:${member}` })
  if (me.value !== member || !answer.ok) return
  if (answer.value.kind === 'home' || answer.value.kind === 'card') home.value = answer.value.card
}

const change = (conversation: Conversation, how: (page: Page) => Page): void => {
  const page = pages.value[conversation]
  if (page === undefined || page === 'failed') return
  pages.value = { ...pages.value, [conversation]: how(page) }
}

const takeIntoThread = (message: MessageView): void => {
  const open = thread.value
  if (!open) return
  if (message.id === open.parent.id) thread.value = { ...open, parent: newerOf(message, open.parent) }
  if (message.threadOf !== open.parent.id) return
  const known = open.replies.find(({ id }) => id === message.id)
  const replies = [...open.replies.filter((one) => one !== known), newerOf(message, known)]
  thread.value = { ...open, replies: replies.sort((a, b) => a.sequence - b.sequence) }
}
