import type { Card } from '../../bot/card.ts'
import type { Place, Platform } from '../../bot/port.ts'
import type { Region } from '../../domain/region/region.ts'
import { everOnRoster, rosterOf } from '../../domain/region/roster.ts'

export type Post = { place: Place; card: Card; key: string }

/** A fake platform that records posts: every message arrives; duplicates are counted. */
export type RecordingPlatform = { platform: Platform; posts: Post[]; duplicates(): number }

/** `today`: who is in a body's channel is who sits on it then; without it, whoever ever does. */
export const recordingPlatform = (region: Region, today?: () => Temporal.PlainDate): RecordingPlatform => {
  const inChannel = (body: string) => (today ? rosterOf(region, body, today()) : everOnRoster(region, body))
  const posts: Post[] = []
  const platform: Platform = {
    name: 'practice',
    limits: 'unlimited',
    post: async (place, card, key) => {
      posts.push({ place, card, key })
      return { ok: true, message: messageOf(place, posts.length) }
    },
    find: async (place, key) => {
      const index = posts.findIndex((post) => post.key === key)
      return { ok: true, message: index < 0 ? undefined : messageOf(place, index + 1) }
    },
    update: async () => ({ ok: true }),
    pin: async () => ({ ok: true }),
    openThread: async () => ({ ok: true }),
    audience: async (place) => ({
      ok: true,
      audience: {
        isPrivate: true,
        isSharedOutside: false,
        members: 'channel' in place ? inChannel(place.channel) : [place.user],
      },
    }),
    people: async () => ({
      ok: true,
      people: region.members.map(({ id, name }) => ({ user: id, name })),
    }),
    stop: async () => undefined,
  }
  return { platform, posts, duplicates: () => posts.length - new Set(posts.map(({ key }) => key)).size }
}

const messageOf = (place: Place, number: number) => ({
  platform: place.platform,
  workspace: place.workspace,
  channel: 'channel' in place ? place.channel : place.user,
  message: String(number),
})
