import { createHash } from 'node:crypto'
import { type Client, MessageFlags, Routes, SnowflakeUtil } from 'discord.js'
import { z } from 'zod'
import type { Card } from '../card.ts'
import type { Failure, Found, MessageRef, Place, Platform, Posted, Updated } from '../port.ts'
import { audience } from './audience.ts'
import { failureOf } from './errors.ts'
import { renderCard } from './render-card.ts'

type Failed = { ok: false } & Failure
export const failed = (error: unknown): Failed => ({ ok: false, ...failureOf(error) })

const Created = z.object({ id: z.string() })
const Messages = z.array(
  z.object({
    id: z.string(),
    author: z.object({ id: z.string() }),
    nonce: z.union([z.string(), z.number()]).optional(),
    components: z.array(z.object({ id: z.number().optional() })).default([]),
  }),
)

/** Discord answers a repeated nonce with the first message, for some minutes. At most 25 characters. */
const nonceOf = (key: string): string => createHash('sha256').update(key).digest('base64url').slice(0, 24)

/** Beyond those minutes a message is known by its container's number, which the API gives back. */
const tagOf = (key: string): number => createHash('sha256').update(key).digest().readUInt32BE(0) & 0x7f_ff_ff_ff

const channelOf = async ({ rest }: Client, place: Place): Promise<string> => {
  if ('channel' in place) return place.channel
  const opened = await rest.post(Routes.userChannels(), { body: { recipient_id: place.user } })
  return Created.parse(opened).id
}

const body = (card: Card, guild: string, key?: string) => ({
  flags: MessageFlags.IsComponentsV2,
  components: [renderCard(card, guild, key === undefined ? undefined : tagOf(key)).toJSON()],
  allowed_mentions: { parse: [] },
  ...(key === undefined ? {} : { nonce: nonceOf(key), enforce_nonce: true }),
})

const post = async (client: Client, place: Place, card: Card, key: string): Promise<Posted> => {
  try {
    const channel = await channelOf(client, place)
    const created = await client.rest.post(Routes.channelMessages(channel), { body: body(card, place.workspace, key) })
    const { platform, workspace } = place
    return { ok: true, message: { platform, workspace, channel, message: Created.parse(created).id } }
  } catch (error) {
    return failed(error)
  }
}

const PAGES = 10
const PAGE = 100

const find = async (client: Client, place: Place, key: string, since: Temporal.Instant): Promise<Found> => {
  try {
    const channel = await channelOf(client, place)
    let after = SnowflakeUtil.generate({ timestamp: since.epochMilliseconds }).toString()
    for (let page = 0; page < PAGES; page += 1) {
      const query = new URLSearchParams({ after, limit: String(PAGE) })
      const messages = Messages.parse(await client.rest.get(Routes.channelMessages(channel), { query }))
      const mine = messages.find(
        ({ author, nonce, components }) =>
          author.id === client.user?.id && (nonce === nonceOf(key) || components[0]?.id === tagOf(key)),
      )
      if (mine) {
        const { platform, workspace } = place
        return { ok: true, message: { platform, workspace, channel, message: mine.id } }
      }
      const newest = messages.map(({ id }) => id).toSorted((a, b) => (BigInt(a) < BigInt(b) ? -1 : 1)).at(-1)
      if (messages.length < PAGE || newest === undefined) break
      after = newest
    }
    return { ok: true, message: undefined }
  } catch (error) {
    return failed(error)
  }
}

const update = async (client: Client, message: MessageRef, card: Card): Promise<Updated> => {
  try {
    const route = Routes.channelMessage(message.channel, message.message)
    await client.rest.patch(route, { body: body(card, message.workspace) })
    return { ok: true }
  } catch (error) {
    return failed(error)
  }
}

/** One attempt each: the client is made without retries; the queue decides. */
export const discordPlatform = (client: Client, stop: () => Promise<void>): Platform => ({
  name: 'discord',
  post: (place, card, key) => post(client, place, card, key),
  find: (place, key, since) => find(client, place, key, since),
  update: (message, card) => update(client, message, card),
  audience: (place) => audience(client, place),
  stop,
})
