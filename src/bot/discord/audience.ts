import { type Client, OverwriteType, PermissionFlagsBits, Routes } from 'discord.js'
import { z } from 'zod'
import type { AudienceSeen, Place } from '../port.ts'
import { failureOf } from './errors.ts'

const Channel = z.object({
  permission_overwrites: z
    .array(z.object({ id: z.string(), type: z.number(), allow: z.string(), deny: z.string() }))
    .default([]),
})
const Guild = z.object({ owner_id: z.string(), roles: z.array(z.object({ id: z.string(), permissions: z.string() })) })
const Members = z.array(
  z.object({ user: z.object({ id: z.string(), bot: z.boolean().default(false) }), roles: z.array(z.string()) }),
)

const VIEW = PermissionFlagsBits.ViewChannel
const ADMINISTRATOR = PermissionFlagsBits.Administrator
const has = (bits: string, flag: bigint): boolean => (BigInt(bits) & flag) === flag

const MEMBER_PAGES = 20

/**
 * Who can view a channel, by Discord's own order: owner and administrators always; else everyone, then roles, then
 * the person. Needs the list of the guild's members; where Discord refuses it, nobody can say who reads, and nothing
 * about cases is posted.
 */
export const audience = async ({ rest }: Client, place: Place): Promise<AudienceSeen> => {
  if ('user' in place) return { ok: true, audience: { isPrivate: true, isSharedOutside: false, members: [place.user] } }
  const guildId = place.workspace
  try {
    const channel = Channel.parse(await rest.get(Routes.channel(place.channel)))
    const guild = Guild.parse(await rest.get(Routes.guild(guildId)))
    const members = await membersOf(rest, guildId)
    const permissions = new Map(guild.roles.map(({ id, permissions }) => [id, permissions]))
    const overwrite = (id: string, type: OverwriteType) =>
      channel.permission_overwrites.find((one) => one.id === id && one.type === type)
    const sees = (user: string, roles: readonly string[]): boolean => {
      const all = [guildId, ...roles]
      if (user === guild.owner_id || all.some((role) => has(permissions.get(role) ?? '0', ADMINISTRATOR))) return true
      const own = overwrite(user, OverwriteType.Member)
      if (own && has(own.allow, VIEW)) return true
      if (own && has(own.deny, VIEW)) return false
      const byRole = roles.map((role) => overwrite(role, OverwriteType.Role))
      if (byRole.some((one) => one && has(one.allow, VIEW))) return true
      if (byRole.some((one) => one && has(one.deny, VIEW))) return false
      const everyone = overwrite(guildId, OverwriteType.Role)
      if (everyone && has(everyone.deny, VIEW)) return false
      if (everyone && has(everyone.allow, VIEW)) return true
      return all.some((role) => has(permissions.get(role) ?? '0', VIEW))
    }
    const people = members.filter(({ user }) => !user.bot)
    return {
      ok: true,
      audience: {
        isPrivate: !sees('', []),
        isSharedOutside: false,
        members: people.filter(({ user, roles }) => sees(user.id, roles)).map(({ user }) => user.id),
      },
    }
  } catch (error) {
    return { ok: false, ...failureOf(error) }
  }
}

const membersOf = async (rest: Client['rest'], guildId: string): Promise<z.output<typeof Members>> => {
  const found: z.output<typeof Members> = []
  for (let page = 0; page < MEMBER_PAGES; page += 1) {
    const after = found.at(-1)?.user.id ?? '0'
    const query = new URLSearchParams({ limit: '1000', after })
    const members = Members.parse(await rest.get(Routes.guildMembers(guildId), { query }))
    found.push(...members)
    if (members.length < 1_000) break
  }
  return found
}
