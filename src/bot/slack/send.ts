import type { WebClient } from '@slack/web-api'
import type { Card } from '../card.ts'
import { type Failed, refused } from '../kit/failure.ts'
import type { AudienceSeen, Found, MessageRef, Place, Platform, Posted, Updated } from '../port.ts'
import type { Connections } from './connections.ts'
import { failureOf, lookFailureOf } from './errors.ts'
import { RATES } from './limits.ts'
import { type People, peopleOf } from './people.ts'
import { fallbackText, renderCard } from './render-card.ts'

/** The key of a delivery travels in the message's metadata, where `find` sees it again. */
const EVENT_TYPE = 'tsunagi_delivery'
const PAGE = 200
const HISTORY_PAGES = 10
const MEMBER_PAGES = 5
/** Slack stamps messages by its own clock, which may be behind ours. */
const CLOCK_SKEW = Temporal.Duration.from('PT5M')

const failed = (error: unknown): Failed => ({ ok: false, ...failureOf(error) })
const notSeen = (error: unknown): Failed => ({ ok: false, ...lookFailureOf(error) })

/** What every message of ours says to Slack beside its blocks: no previews, no markup. */
export const messageOf = (card: Card) => ({
  text: fallbackText(card),
  blocks: renderCard(card),
  mrkdwn: false,
  unfurl_links: false,
  unfurl_media: false,
})

/** The channel of a place, to look into; a person's direct messages are opened for that. */
const channelOf = async (
  client: WebClient,
  place: Place,
): Promise<{ ok: true; channel: string } | Failed> => {
  if ('channel' in place) return { ok: true, channel: place.channel }
  try {
    const { channel } = await client.conversations.open({ users: place.user })
    if (channel?.id) return { ok: true, channel: channel.id }
    return { ok: false, failure: 'unavailable', detail: 'conversations.open gave no channel' }
  } catch (error) {
    return notSeen(error)
  }
}

const post = async (client: WebClient, place: Place, card: Card, key: string): Promise<Posted> => {
  const message = messageOf(card)
  // A person stands for their direct messages: opening them first would be bound to 50 calls a minute.
  const to = 'channel' in place ? place.channel : place.user
  try {
    const metadata = { event_type: EVENT_TYPE, event_payload: { key } }
    const posted = await client.chat.postMessage({ channel: to, ...message, metadata })
    if (!posted.ts) return { ok: false, failure: 'unknown', detail: 'no timestamp in the answer' }
    const { platform, workspace } = place
    return {
      ok: true,
      message: { platform, workspace, channel: posted.channel ?? to, message: posted.ts },
    }
  } catch (error) {
    return failed(error)
  }
}

/** Searches at most 2,000 messages for the key. Where there are more, the result is unknown. */
const find = async (
  client: WebClient,
  place: Place,
  key: string,
  since: Temporal.Instant,
): Promise<Found> => {
  const at = await channelOf(client, place)
  if (!at.ok) return at
  const { channel } = at
  const oldest = String(since.subtract(CLOCK_SKEW).epochMilliseconds / 1_000)
  const request = { channel, oldest, inclusive: true, include_all_metadata: true, limit: PAGE }
  let cursor: string | undefined
  try {
    for (let page = 0; page < HISTORY_PAGES; page += 1) {
      const history = await client.conversations.history({ ...request, cursor })
      const message = history.messages?.find(({ metadata }) => keyIn(metadata) === key)
      if (message?.ts) {
        const { platform, workspace } = place
        return { ok: true, message: { platform, workspace, channel, message: message.ts } }
      }
      cursor = history.response_metadata?.next_cursor
      if (!cursor) return { ok: true, message: undefined }
    }
    return {
      ok: false,
      failure: 'unavailable',
      detail: `over ${HISTORY_PAGES * PAGE} messages to look through`,
    }
  } catch (error) {
    return notSeen(error)
  }
}

const keyIn = (metadata: { event_type?: string; event_payload?: unknown } | undefined): unknown => {
  const payload = metadata?.event_payload
  if (metadata?.event_type !== EVENT_TYPE || typeof payload !== 'object' || payload === null) return undefined
  return 'key' in payload ? payload.key : undefined
}

const update = async (client: WebClient, { channel, message }: MessageRef, card: Card): Promise<Updated> => {
  const { text, blocks } = messageOf(card)
  try {
    await client.chat.update({ channel, ts: message, text, blocks })
    return { ok: true }
  } catch (error) {
    return failed(error)
  }
}

const audience = async (
  client: WebClient,
  place: Place,
  isBot: (user: string) => Promise<boolean>,
): Promise<AudienceSeen> => {
  const at = await channelOf(client, place)
  if (!at.ok) return at
  try {
    const { channel: info } = await client.conversations.info({ channel: at.channel })
    if (!info) return { ok: false, failure: 'unavailable', detail: 'conversations.info gave no channel' }
    const ids = await membersOf(client, at.channel)
    if (!ids) return refused('no-permission', `over ${MEMBER_PAGES * PAGE} members`)
    const members: string[] = []
    for (const id of ids) if (!(await isBot(id))) members.push(id)
    const { is_private, is_im, is_mpim, is_ext_shared, is_shared, is_pending_ext_shared } = info
    return {
      ok: true,
      audience: {
        isPrivate: is_private === true || is_im === true || is_mpim === true,
        isSharedOutside: is_ext_shared === true || is_shared === true || is_pending_ext_shared === true,
        members,
      },
    }
  } catch (error) {
    return notSeen(error)
  }
}

/** Slack's error codes for a call that was done before: the port's calls are idempotent. */
const ALREADY = new Set(['already_pinned', 'no_pin', 'not_pinned'])

const pinCall = async (call: () => Promise<unknown>): Promise<Updated> => {
  try {
    await call()
    return { ok: true }
  } catch (error) {
    const failure = failed(error)
    return 'detail' in failure && ALREADY.has(failure.detail) ? { ok: true } : failure
  }
}

const pin = async (
  client: WebClient,
  { channel, message }: MessageRef,
  instead: MessageRef | undefined,
): Promise<Updated> => {
  const pinned = await pinCall(() => client.pins.add({ channel, timestamp: message }))
  if (!pinned.ok || !instead) return pinned
  return pinCall(() => client.pins.remove({ channel: instead.channel, timestamp: instead.message }))
}

/** Undefined where there are more than can be looked at: an unseen member must not pass for an absent one. */
const membersOf = async (client: WebClient, channel: string): Promise<string[] | undefined> => {
  const ids: string[] = []
  let cursor: string | undefined
  for (let page = 0; page < MEMBER_PAGES; page += 1) {
    const request = { channel, limit: PAGE, cursor }
    const { members, response_metadata } = await client.conversations.members(request)
    ids.push(...(members ?? []))
    cursor = response_metadata?.next_cursor
    if (!cursor) return ids
  }
  return undefined
}

/** Makes the sending half of the platform, each place by its workspace's token. No retries: they would post twice. */
export const slackPlatform = (
  connections: Connections,
  people: People,
  stop: () => Promise<void>,
): Platform => {
  const by = async <Done>(workspace: string, work: (client: WebClient) => Promise<Done | Failed>) => {
    const connected = await connections(workspace)
    return connected.ok ? work(connected.connection.client) : connected
  }
  return {
    name: 'slack',
    limits: RATES,
    post: (place, card, key) => by(place.workspace, (client) => post(client, place, card, key)),
    find: (place, key, since) => by(place.workspace, (client) => find(client, place, key, since)),
    update: (message, card) => by(message.workspace, (client) => update(client, message, card)),
    pin: (message, instead) => by(message.workspace, (client) => pin(client, message, instead)),
    openThread: async () => ({ ok: true }),
    audience: (place) =>
      by(place.workspace, (client) =>
        audience(client, place, (user) => people.isBot(client, place.workspace, user)),
      ),
    people: (workspace) => by(workspace, peopleOf),
    stop,
  }
}
