import { batch } from '@preact/signals'
import type { Conversation } from '../practice-store.ts'
import { getWorkspace } from './api.ts'
import { joinLive } from './live.ts'
import { loadPage, refreshHome } from './messages.ts'
import { notifyFailure } from './notices.ts'
import { placeInAddress, writeAddress } from './place.ts'
import { conversations, home, isDrawerOpen, me, opened, pages, start, thread, unread } from './state.ts'

/** Loads a member's workspace and opens a conversation of theirs; live updates follow. */
export const actAs = async (member: string, wanted?: Conversation): Promise<void> => {
  batch(() => {
    me.value = member
    conversations.value = []
    pages.value = {}
    unread.value = {}
    home.value = undefined
    thread.value = undefined
  })
  const workspace = await getWorkspace()
  if (me.value !== member) return
  if (!workspace.ok) return notifyFailure(workspace.reason)
  const { change } = workspace.value
  conversations.value = workspace.value.conversations
  unread.value = workspace.value.unread
  const there = conversations.value.find(({ id }) => id === wanted)?.id ?? (`direct:${member}` as const)
  joinLive(change)
  await openConversation(there, 'replace')
}

/** Another member, staying in the channel where they see it too. */
export const switchMember = async (member: string): Promise<void> => {
  const { value: here } = opened
  await actAs(member, here)
}

export const openConversation = async (
  conversation: Conversation,
  how: 'push' | 'replace' = 'push',
): Promise<void> => {
  batch(() => {
    opened.value = conversation
    isDrawerOpen.value = false
    thread.value = undefined
  })
  writeAddress(how)
  const work = [loadPage(conversation)]
  if (conversation.startsWith('direct:')) work.push(refreshHome())
  await Promise.all(work)
}

/** After the browser's back and forward. */
export const followAddress = async (): Promise<void> => {
  const { member, conversation } = placeInAddress()
  const isKnown = start.value?.members.some(({ id }) => id === member)
  if (member !== null && isKnown && member !== me.value) return actAs(member, conversation)
  if (conversations.value.some(({ id }) => id === conversation) && conversation)
    await openConversation(conversation, 'replace')
}
