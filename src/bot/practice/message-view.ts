import type { PracticeMessage } from './practice-store.ts'
import type { MessageView } from './protocol.ts'

export const viewOf = (message: PracticeMessage): MessageView => ({
  id: message.id,
  conversation: message.conversation,
  ...(message.author === undefined ? {} : { author: message.author }),
  ...(message.threadOf === undefined ? {} : { threadOf: message.threadOf }),
  content: message.content,
  postedAt: message.postedAt.toString(),
  sequence: message.sequence,
  replies: message.replies,
  pinned: message.pinned,
})
