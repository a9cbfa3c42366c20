import { z } from 'zod'
import type { Card } from '../card.ts'

export const Workspace = z.object({
  id: z.string(),
  people: z.array(z.object({ user: z.string(), name: z.string() })),
  channels: z.array(z.object({ id: z.string(), isPrivate: z.boolean(), members: z.array(z.string()) })),
})
export type Workspace = z.output<typeof Workspace>

export type Message = { id: string; place: string; key: string; card: Card; pinned: boolean }

/** The workspace with what was said in it. A person's direct messages are a place called `@user`. */
export const world = (workspace: Workspace) => {
  const messages = new Map<string, Message>()
  return {
    ...workspace,
    messages,
    has: (place: string) =>
      place.startsWith('@')
        ? workspace.people.some(({ user }) => `@${user}` === place)
        : workspace.channels.some(({ id }) => id === place),
    /** The same key again gives back what is there. */
    say: (place: string, key: string, card: Card): Message => {
      const there = [...messages.values()].find((one) => one.key === key)
      if (there) return there
      const message = { id: `m${messages.size + 1}`, place, key, card, pinned: false }
      messages.set(message.id, message)
      return message
    },
  }
}
export type World = ReturnType<typeof world>
