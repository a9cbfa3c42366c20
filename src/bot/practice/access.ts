import type { Conversation, PracticeChannel, PracticeMember, PracticeStore } from './practice-store.ts'
import type { ConversationView } from './protocol.ts'

/** A member with the conversations open to them: public channels, their private ones, their direct messages. */
export type Visitor = {
  member: PracticeMember
  sees: (conversation: Conversation) => boolean
  channels: PracticeChannel[]
}

export const directOf = (member: string): Conversation => `direct:${member}`
export const channelOf = (channel: string): Conversation => `channel:${channel}`

/** The channel's id, where the conversation is one. */
export const channelIn = (conversation: Conversation): string | undefined =>
  conversation.startsWith('channel:') ? conversation.slice('channel:'.length) : undefined

/** Undefined: no such member in the region. */
export const findVisitor = async (store: PracticeStore, id: string): Promise<Visitor | undefined> => {
  const [members, all] = await Promise.all([store.members('ja'), store.channels()])
  const member = members.find((one) => one.id === id)
  if (!member) return undefined
  const channels = all.filter((channel) => !channel.isPrivate || channel.members.includes(id))
  const open = new Set<Conversation>([...channels.map((channel) => channelOf(channel.id)), directOf(id)])
  return { member, channels, sees: (conversation) => open.has(conversation) }
}

/** The list at the side: channels in the region's order, then the bot. */
export const conversationsOf = (visitor: Visitor, members: PracticeMember[]): ConversationView[] => {
  const names = new Map(members.map((member) => [member.id, member.name]))
  const channels = visitor.channels.map(
    (channel): ConversationView => ({
      id: channelOf(channel.id),
      kind: 'channel',
      name: channel.name,
      topic: channel.topic,
      isPrivate: channel.isPrivate,
      people: channel.members.flatMap((id) => names.get(id) ?? []),
    }),
  )
  const direct: ConversationView = {
    id: directOf(visitor.member.id),
    kind: 'direct',
    name: '',
    topic: '',
    isPrivate: true,
    people: [visitor.member.name],
  }
  return [...channels, direct]
}
