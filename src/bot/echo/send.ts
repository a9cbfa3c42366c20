import { refused } from '../kit/failure.ts'
import type { MessageRef, Place, Platform } from '../port.ts'
import type { Message, World } from './world.ts'

/** Its server is the bot itself: a message is there once it is said, and nothing is in doubt. */
export const echoPlatform = (world: World, stop: () => Promise<void>): Platform => {
  const at = (place: Place): string => ('user' in place ? `@${place.user}` : place.channel)
  const refOf = ({ id, place }: Message): MessageRef => ({
    platform: 'echo',
    workspace: world.id,
    channel: place,
    message: id,
  })
  const isHere = (place: Place) => place.workspace === world.id && world.has(at(place))
  const noPlace = refused('no-place', 'no such place')
  const change = ({ message }: MessageRef, by: Partial<Message>) => {
    const found = world.messages.get(message)
    if (!found) return noPlace
    Object.assign(found, by)
    return { ok: true as const }
  }
  return {
    name: 'echo',
    limits: 'unlimited',
    post: async (place, card, key) =>
      isHere(place) ? { ok: true, message: refOf(world.say(at(place), key, card)) } : noPlace,
    find: async (place, key) => {
      const found = [...world.messages.values()].find((one) => one.key === key && one.place === at(place))
      return { ok: true, message: found && refOf(found) }
    },
    update: async (message, card) => change(message, { card }),
    pin: async (message, instead) => {
      if (instead) change(instead, { pinned: false })
      return change(message, { pinned: true })
    },
    openThread: async () => ({ ok: true }),
    audience: async (place) => {
      if (!isHere(place)) return noPlace
      if ('user' in place)
        return { ok: true, audience: { isPrivate: true, isSharedOutside: false, members: [place.user] } }
      const found = world.channels.find(({ id }) => id === place.channel)
      return found
        ? {
            ok: true,
            audience: { isPrivate: found.isPrivate, isSharedOutside: false, members: found.members },
          }
        : noPlace
    },
    people: async () => ({ ok: true, people: world.people }),
    stop,
  }
}
