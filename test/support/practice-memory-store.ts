import { randomUUID } from 'node:crypto'
import type {
  Conversation,
  NewPracticeMessage,
  PracticeChannel,
  PracticeMember,
  PracticeMessage,
  PracticeStore,
} from '../../src/bot/practice/practice-store.ts'

export type MemoryRegion = {
  id: string
  name: string
  members: PracticeMember[]
  channels: PracticeChannel[]
}

/** The practice workspace's store without a database, for tests of the workspace itself. */
export const practiceMemoryStore = ({ id, name, members, channels }: MemoryRegion): PracticeStore => {
  const byId = new Map<string, PracticeMessage>()
  const keys = new Map<string, string>()
  const reads = new Map<string, number>()
  let sequence = 0
  let changeNumber = 0
  const all = () => [...byId.values()].sort((a, b) => a.sequence - b.sequence)
  const put = (message: PracticeMessage): PracticeMessage => {
    changeNumber += 1
    const changed = { ...message, changeNumber }
    byId.set(changed.id, changed)
    return changed
  }
  const find = (key: string) => byId.get(keys.get(key) ?? '')
  const add = ({ key, ...rest }: NewPracticeMessage): PracticeMessage => {
    const known = find(key)
    if (known) return known
    sequence += 1
    const message = put({ ...rest, id: randomUUID(), sequence, changeNumber: 0, replies: 0, pinned: false })
    keys.set(key, message.id)
    const parent = byId.get(rest.threadOf ?? '')
    if (parent) put({ ...parent, replies: parent.replies + 1 })
    return message
  }
  const readKey = (member: string, conversation: Conversation) => `${member} ${conversation}`
  return {
    region: async () => ({ id, name }),
    members: async () => members,
    channels: async () => channels,
    messages: async (conversation, { before, limit }) => {
      const here = all().filter((message) => message.conversation === conversation)
      const older = here.filter((m) => m.threadOf === undefined && m.sequence < (before ?? sequence + 1))
      return {
        messages: older.slice(-limit),
        earlier: older.length > limit,
        last: here.at(-1)?.sequence ?? 0,
      }
    },
    message: async (message) => byId.get(message),
    replies: async (threadOf) => all().filter((message) => message.threadOf === threadOf),
    add: async (message) => add(message),
    find: async (key) => find(key),
    updateCard: async (message, card) => {
      const known = byId.get(message)
      return known?.content.kind === 'card' ? put({ ...known, content: { kind: 'card', card } }) : undefined
    },
    setPinned: async (message, pinned) => {
      const known = byId.get(message)
      if (known) put({ ...known, pinned })
      return known !== undefined
    },
    latestChange: async () => changeNumber,
    changes: async (since, limit) =>
      [...byId.values()]
        .filter((message) => message.changeNumber > since)
        .sort((a, b) => a.changeNumber - b.changeNumber)
        .slice(0, limit),
    readThrough: async (member, conversation) => reads.get(readKey(member, conversation)) ?? 0,
    markRead: async (member, conversation, to) => {
      const key = readKey(member, conversation)
      reads.set(key, Math.max(reads.get(key) ?? 0, to))
    },
    unread: async (member) => {
      const counts: Partial<Record<Conversation, number>> = {}
      for (const message of byId.values()) {
        const { conversation, author } = message
        const isRead = message.sequence <= (reads.get(readKey(member, conversation)) ?? 0)
        if (!isRead && author !== member) counts[conversation] = (counts[conversation] ?? 0) + 1
      }
      return counts
    },
  }
}
