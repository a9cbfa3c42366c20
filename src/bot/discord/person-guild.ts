import { Routes } from 'discord.js'
import { LRUCache } from 'lru-cache'
import type { Calls } from './calls.ts'

const GUILDS_MOST = 50
const PEOPLE_MOST = 5_000

export type PersonGuilds = { of(user: string): Promise<string | undefined>; forget(): void }

/**
 * The one guild that a person shares with the bot: what a slash command in direct messages counts for, since those
 * belong to none. Undefined where there are several or none, or too many to look through.
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
