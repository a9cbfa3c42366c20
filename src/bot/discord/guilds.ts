import { Routes } from 'discord.js'
import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import { type Failed, ofLook } from '../kit/failure.ts'
import type { Calls } from './calls.ts'

const CHANNELS_MOST = 5_000

const Channel = z.object({ guild_id: z.string().optional() })

export type ChannelGuild = { ok: true; guild: string | undefined } | Failed

/**
 * Caches the guild of a channel, which never changes: `told` by the gateway where there is one, else looked up once.
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
    if (!asked.ok) return { ok: false, ...ofLook(asked) }
    const guild = Channel.parse(asked.answer).guild_id
    if (guild === undefined) return { ok: true, guild }
    known.set(channel, guild)
    return { ok: true, guild }
  }
}

const GUILDS_MOST = 50
const PEOPLE_MOST = 5_000

export type PersonGuilds = { of(user: string): Promise<string | undefined>; forget(): void }

/**
 * Finds the one guild that a person shares with the bot, for slash commands in direct messages, which belong to no
 * guild. Undefined where there are several or none, or too many to look through.
 */
export const personGuilds = (calls: Calls, guilds: () => string[]): PersonGuilds => {
  const known = new LRUCache<string, string>({ max: PEOPLE_MOST })
  return {
    of: async (user) => {
      const before = known.get(user)
      if (before !== undefined) return before
      const all = guilds()
      if (all.length > GUILDS_MOST) return undefined
      const looked = await Promise.all(
        all.map(async (guild) => ((await calls.get(Routes.guildMember(guild, user))).ok ? [guild] : [])),
      )
      const [only, ...others] = looked.flat()
      if (only === undefined || others.length > 0) return undefined
      known.set(user, only)
      return only
    },
    forget: () => known.clear(),
  }
}
