import { Routes } from 'discord.js'
import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import type { Failure } from '../port.ts'
import type { Calls } from './calls.ts'

const CHANNELS_MOST = 5_000

const Channel = z.object({ guild_id: z.string().optional() })

export type ChannelGuild = { ok: true; guild: string | undefined } | ({ ok: false } & Failure)

/**
 * The guild of a channel, which never changes: told by the gateway where there is one (`told`), else asked once.
 * A lost answer is `unavailable`: asking does nothing.
 */
export const channelGuilds = (
  calls: Calls,
  told: (channel: string) => string | undefined,
): ((channel: string) => Promise<ChannelGuild>) => {
  const known = new LRUCache<string, string>({ max: CHANNELS_MOST })
  return async (channel) => {
    const before = told(channel) ?? known.get(channel)
    if (before !== undefined) return { ok: true, guild: before }
    const asked = await calls.get(Routes.channel(channel))
    if (!asked.ok)
      return asked.failure === 'unknown' ? { ok: false, failure: 'unavailable', detail: asked.detail } : asked
    const guild = Channel.parse(asked.answer).guild_id
    if (guild === undefined) return { ok: true, guild }
    known.set(channel, guild)
    return { ok: true, guild }
  }
}
