import { MessageFlags, Routes, SnowflakeUtil } from 'discord.js'
import type { APIMessageTopLevelComponent } from 'discord-api-types/v10'
import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import type { Card } from '../card.ts'
import { type Failed, ofLook, refused } from '../kit/failure.ts'
import {
  EVENTS,
  type Found,
  type MessageRef,
  type Place,
  type Platform,
  type Posted,
  type Updated,
} from '../port.ts'
import { audienceOf, mayReadHistory, peopleOf } from './audience.ts'
import type { Called, Calls } from './calls.ts'
import { putEvent } from './events.ts'
import type { ChannelGuild } from './guilds.ts'
import { LIMIT, oneLine, RATES } from './limits.ts'
import { type Mark, markIn, markOf, nonceOf } from './mark.ts'
import { renderCard } from './render-card.ts'
import { wordsIn } from './words.ts'

export type Sending = {
  calls: Calls
  bot: string
  guildOfChannel: (channel: string) => Promise<ChannelGuild>
  stop: () => Promise<void>
}

type Channel = { ok: true; channel: string } | Failed

const Created = z.object({ id: z.string() })
const Messages = z.array(
  z.object({
    id: z.string(),
    author: z.object({ id: z.string() }),
    nonce: z.union([z.string(), z.number()]).nullish(),
    components: z.array(z.custom<APIMessageTopLevelComponent>()).nullish(),
  }),
)

const DIRECTS_MOST = 5_000
const PAGE = 100
const PAGES = 10
/** How far Discord's clock may be behind ours. */
const SKEW_SECONDS = 120

/**
 * Builds the request of a message. Mentions are off altogether. The enforced nonce makes posting idempotent for some
 * minutes (Discord returns the first message); the mark is for `find` later on.
 */
const bodyOf = (card: Card, guild: string, key?: string) => ({
  flags: MessageFlags.IsComponentsV2,
  components: [
    renderCard(card, { words: wordsIn(undefined), guild, mark: key === undefined ? undefined : markOf(key) }),
  ],
  allowed_mentions: { parse: [] },
  nonce: key === undefined ? undefined : nonceOf(key),
  enforce_nonce: key === undefined ? undefined : true,
})

/** Resolves a place to a channel id. A person's direct messages are opened lazily, and their id is cached. */
const channels = ({ calls, guildOfChannel }: Sending): ((place: Place) => Promise<Channel>) => {
  const directs = new LRUCache<string, string>({ max: DIRECTS_MOST })
  return async (place) => {
    if ('channel' in place) {
      const seen = await guildOfChannel(place.channel)
      if (!seen.ok) return seen
      if (seen.guild === place.workspace) return { ok: true, channel: place.channel }
      return refused('no-place', `channel ${place.channel} belongs to another server`)
    }
    const known = directs.get(place.user)
    if (known !== undefined) return { ok: true, channel: known }
    const opened = await calls.post(Routes.userChannels(), { recipient_id: place.user })
    if (!opened.ok) return { ok: false, ...ofLook(opened) }
    const channel = Created.parse(opened.answer).id
    directs.set(place.user, channel)
    return { ok: true, channel }
  }
}

const post = async (
  { calls }: Sending,
  opened: Channel,
  place: Place,
  card: Card,
  key: string,
): Promise<Posted> => {
  if (!opened.ok) return opened
  const { channel } = opened
  const posted = await calls.post(Routes.channelMessages(channel), bodyOf(card, place.workspace, key))
  if (!posted.ok) return posted
  return { ok: true, message: refOf(place, channel, Created.parse(posted.answer).id) }
}

const refOf = ({ platform, workspace }: Place, channel: string, message: string): MessageRef => ({
  platform,
  workspace,
  channel,
  message,
})

const find = async (
  { calls, bot }: Sending,
  opened: Channel,
  place: Place,
  key: string,
  since: Temporal.Instant,
): Promise<Found> => {
  if (!opened.ok) return opened
  const { channel } = opened
  const wanted = { nonce: nonceOf(key), mark: markOf(key) }
  const start = since.subtract({ seconds: SKEW_SECONDS }).epochMilliseconds
  let after = SnowflakeUtil.generate({ timestamp: start, increment: 0n }).toString()
  for (let page = 0; page < PAGES; page += 1) {
    const seen: Called = await calls.get(Routes.channelMessages(channel), { after, limit: String(PAGE) })
    if (!seen.ok) return seen
    const messages = Messages.parse(seen.answer)
    const found = messages.find(
      ({ author, nonce, components }) =>
        author.id === bot && (nonce === wanted.nonce || isSame(markIn(components ?? []), wanted.mark)),
    )
    if (found) return { ok: true, message: refOf(place, channel, found.id) }
    const newest = messages.map(({ id }) => id).toSorted((a, b) => (BigInt(a) < BigInt(b) ? -1 : 1))
    if (messages.length < PAGE) {
      const hidden = page === 0 && messages.length === 0 && 'channel' in place
      const seesAll = hidden
        ? await mayReadHistory(calls, place.workspace, channel, bot)
        : { ok: true as const }
      return seesAll.ok ? { ok: true, message: undefined } : seesAll
    }
    after = newest.at(-1) ?? after
  }
  return { ok: false, failure: 'unavailable', detail: `more than ${PAGES * PAGE} messages to look through` }
}

const isSame = (mark: Mark | undefined, wanted: Mark): boolean =>
  mark?.container === wanted.container && mark.first === wanted.first

const update = async (
  { calls }: Sending,
  { channel, message, workspace }: MessageRef,
  card: Card,
): Promise<Updated> => {
  const updated = await calls.patch(Routes.channelMessage(channel, message), bodyOf(card, workspace))
  return updated.ok ? { ok: true } : updated
}

const pin = async (
  { calls }: Sending,
  { channel, message }: MessageRef,
  instead: MessageRef | undefined,
): Promise<Updated> => {
  const pinned = await calls.put(Routes.channelMessagesPin(channel, message), undefined)
  if (!pinned.ok || !instead) return pinned.ok ? { ok: true } : pinned
  const taken = await calls.delete(Routes.channelMessagesPin(instead.channel, instead.message))
  return taken.ok ? { ok: true } : taken
}

/** Discord's own number for a message that has its thread already. */
const HAS_THREAD = /\b160004\b/
/** Discord archives a thread after a week without a message. */
const ARCHIVE_MINUTES = 10_080

const openThread = async (
  { calls }: Sending,
  { channel, message }: MessageRef,
  name: string,
): Promise<Updated> => {
  const body = { name: oneLine(name, LIMIT.threadName), auto_archive_duration: ARCHIVE_MINUTES }
  const opened = await calls.post(Routes.threads(channel, message), body)
  if (opened.ok) return { ok: true }
  return 'detail' in opened && HAS_THREAD.test(opened.detail) ? { ok: true } : opened
}

/** Posting an event is idempotent by itself, so there is nothing to look for. */
const isEvents = (place: Place): boolean => 'channel' in place && place.channel === EVENTS

/** Makes the sending half of the platform. One attempt a call: the queue does the retries. */
export const discordPlatform = (sending: Sending): Platform => {
  const channelOf = channels(sending)
  return {
    name: 'discord',
    limits: RATES,
    post: async (place, card, key) =>
      isEvents(place)
        ? putEvent(sending.calls, sending.bot, place, card)
        : post(sending, await channelOf(place), place, card, key),
    find: async (place, key, since) =>
      isEvents(place)
        ? { ok: true, message: undefined }
        : find(sending, await channelOf(place), place, key, since),
    update: (message, card) => update(sending, message, card),
    pin: (message, instead) => pin(sending, message, instead),
    openThread: (message, name) => openThread(sending, message, name),
    audience: async (place) =>
      'user' in place
        ? { ok: true, audience: { isPrivate: true, isSharedOutside: false, members: [place.user] } }
        : audienceOf(sending.calls, place.workspace, place.channel),
    people: (workspace) => peopleOf(sending.calls, workspace),
    stop: sending.stop,
  }
}
