import type { Failure, MessageRef, Place, Platform } from '../port.ts'
import { channelOf, directOf } from './access.ts'
import type { Conversation, PracticeMessage, PracticeStore } from './practice-store.ts'

type Options = {
  store: PracticeStore
  now: () => Temporal.Instant
  /** Notifies open pages of a write. */
  changed: () => void
  stop: () => Promise<void>
}

/** The practice workspace as a platform. Its server is ours: a message is there once its row is. */
export const practicePlatform = ({ store, now, changed, stop }: Options): Platform => ({
  name: 'practice',
  limits: 'unlimited',
  post: (place, card, key) =>
    attempt('unknown', async () => {
      const conversation = await conversationAt(store, place)
      if (!conversation) return noPlace('no such channel or member')
      const message = await store.add({ conversation, content: { kind: 'card', card }, key, postedAt: now() })
      changed()
      return { ok: true, message: refOf(message, place.workspace) }
    }),
  find: (place, key) =>
    attempt('unavailable', async () => {
      const [conversation, message] = await Promise.all([conversationAt(store, place), store.find(key)])
      const isThere = message !== undefined && message.conversation === conversation
      return { ok: true, message: isThere ? refOf(message, place.workspace) : undefined }
    }),
  update: ({ message }, card) =>
    attempt('unknown', async () => {
      if (!(await store.updateCard(message, card))) return noPlace('no such message')
      changed()
      return { ok: true }
    }),
  pin: ({ message }, instead) =>
    attempt('unknown', async () => {
      const pinned = await store.setPinned(message, true)
      if (pinned && instead) await store.setPinned(instead.message, false)
      changed()
      return pinned ? { ok: true } : noPlace('no such message')
    }),
  openThread: async () => ({ ok: true }),
  audience: (place) =>
    attempt('unavailable', async () => {
      if (!(await conversationAt(store, place))) return noPlace('no such channel or member')
      if ('user' in place) {
        return { ok: true, audience: { isPrivate: true, isSharedOutside: false, members: [place.user] } }
      }
      const channel = (await store.channels()).find((one) => one.id === place.channel)
      if (!channel) return noPlace('no such channel')
      const { isPrivate, members } = channel
      return { ok: true, audience: { isPrivate, isSharedOutside: false, members: [...members] } }
    }),
  people: () =>
    attempt('unavailable', async () => {
      const members = await store.members('ja')
      return { ok: true, people: members.map(({ id, name }) => ({ user: id, name })) }
    }),
  stop,
})

/** What the port calls the channel of a direct conversation is the conversation's own name. */
const refOf = ({ id, conversation }: PracticeMessage, workspace: string): MessageRef => ({
  platform: 'practice',
  workspace,
  channel: conversation.startsWith('channel:') ? conversation.slice('channel:'.length) : conversation,
  message: id,
})

const conversationAt = async (store: PracticeStore, place: Place): Promise<Conversation | undefined> => {
  if (place.platform !== 'practice' || place.workspace !== (await store.region()).id) return undefined
  if ('user' in place) {
    const members = await store.members('ja')
    return members.some((member) => member.id === place.user) ? directOf(place.user) : undefined
  }
  const channels = await store.channels()
  return channels.some((channel) => channel.id === place.channel) ? channelOf(place.channel) : undefined
}

const noPlace = (detail: string) => ({ ok: false, failure: 'refused', reason: 'no-place', detail }) as const

/** Returns an error of the store as an expected failure, like a platform that is down. */
const attempt = async <Result>(
  failure: 'unknown' | 'unavailable',
  act: () => Promise<Result>,
): Promise<Result | ({ ok: false } & Failure)> => {
  try {
    return await act()
  } catch (error) {
    return { ok: false, failure, detail: error instanceof Error ? error.name : 'the store failed' }
  }
}
