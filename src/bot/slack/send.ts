import type { WebClient } from '@slack/web-api'
import type { Card } from '../card.ts'
import type { AudienceSeen, Failure, Found, MessageRef, Place, Platform, Posted, Updated } from '../port.ts'
import { failureOf } from './errors.ts'
import { fallbackText, renderCard } from './render-card.ts'

/** The key of a delivery travels in the message's metadata, where `find` sees it again. */
const EVENT_TYPE = 'tsunagi_delivery'
const HISTORY_PAGES = 10
const MEMBER_PAGES = 10

type Failed = { ok: false } & Failure
const failed = (error: unknown): Failed => ({ ok: false, ...failureOf(error) })

/** The channel of a place; a person's direct messages are opened when they are needed. */
const channelOf = async (client: WebClient, place: Place): Promise<string> => {
  if ('channel' in place) return place.channel
  const opened = await client.conversations.open({ users: place.user })
  if (!opened.channel?.id) throw new Error('conversations.open gave no channel')
  return opened.channel.id
}

const post = async (client: WebClient, place: Place, card: Card, key: string): Promise<Posted> => {
  try {
    const channel = await channelOf(client, place)
    const posted = await client.chat.postMessage({
      channel,
      text: fallbackText(card),
      blocks: renderCard(card),
      unfurl_links: false,
      unfurl_media: false,
      metadata: { event_type: EVENT_TYPE, event_payload: { key } },
    })
    if (!posted.ts) return { ok: false, failure: 'unknown', detail: 'no timestamp in the answer' }
    const { platform, workspace } = place
    return {
      ok: true,
      message: { platform, workspace, channel: posted.channel ?? channel, message: posted.ts },
    }
  } catch (error) {
    return failed(error)
  }
}

const find = async (
  client: WebClient,
  place: Place,
  key: string,
  since: Temporal.Instant,
): Promise<Found> => {
  try {
    const channel = await channelOf(client, place)
    const oldest = String(since.epochMilliseconds / 1_000)
    let cursor: string | undefined
    for (let page = 0; page < HISTORY_PAGES; page += 1) {
      const history = await client.conversations.history({
        channel,
        oldest,
        include_all_metadata: true,
        limit: 200,
        ...(cursor ? { cursor } : {}),
      })
      const message = history.messages?.find(({ metadata }) => keyIn(metadata) === key)
      if (message?.ts) {
        const { platform, workspace } = place
        return { ok: true, message: { platform, workspace, channel, message: message.ts } }
      }
      cursor = history.response_metadata?.next_cursor
      if (!cursor) break
    }
    return { ok: true, message: undefined }
  } catch (error) {
    return failed(error)
  }
}

const keyIn = (metadata: { event_type?: string; event_payload?: unknown } | undefined): unknown => {
  const payload = metadata?.event_payload
  if (metadata?.event_type !== EVENT_TYPE || typeof payload !== 'object' || payload === null) return undefined
  return 'key' in payload ? payload.key : undefined
}

const update = async (client: WebClient, { channel, message }: MessageRef, card: Card): Promise<Updated> => {
  try {
    await client.chat.update({ channel, ts: message, text: fallbackText(card), blocks: renderCard(card) })
    return { ok: true }
  } catch (error) {
    return failed(error)
  }
}

const audience = async (client: WebClient, place: Place): Promise<AudienceSeen> => {
  try {
    const channel = await channelOf(client, place)
    const { channel: info } = await client.conversations.info({ channel })
    const ids: string[] = []
    let cursor: string | undefined
    for (let page = 0; page < MEMBER_PAGES; page += 1) {
      const members = await client.conversations.members({
        channel,
        limit: 200,
        ...(cursor ? { cursor } : {}),
      })
      ids.push(...(members.members ?? []))
      cursor = members.response_metadata?.next_cursor
      if (!cursor) break
    }
    const people: string[] = []
    for (const user of ids) {
      const known = await client.users.info({ user })
      if (!known.user?.is_bot) people.push(user)
    }
    return {
      ok: true,
      audience: {
        isPrivate: info?.is_private === true || info?.is_im === true,
        isSharedOutside:
          info?.is_ext_shared === true || info?.is_shared === true || info?.is_pending_ext_shared === true,
        members: people,
      },
    }
  } catch (error) {
    return failed(error)
  }
}

/** One attempt each: the client is made without retries, which would post twice. */
export const slackPlatform = (client: WebClient, stop: () => Promise<void>): Platform => ({
  name: 'slack',
  post: (place, card, key) => post(client, place, card, key),
  find: (place, key, since) => find(client, place, key, since),
  update: (message, card) => update(client, message, card),
  audience: (place) => audience(client, place),
  stop,
})
