import { OverwriteType, PermissionFlagsBits, Routes } from 'discord.js'
import { z } from 'zod'
import { type Failed, refused } from '../kit/failure.ts'
import type { AudienceSeen, PeopleSeen } from '../port.ts'
import type { Calls } from './calls.ts'

const Channel = z.object({
  guild_id: z.string().optional(),
  parent_id: z.string().nullish(),
  type: z.number(),
  permission_overwrites: z
    .array(z.object({ id: z.string(), type: z.number(), allow: z.string(), deny: z.string() }))
    .default([]),
})
const Guild = z.object({
  owner_id: z.string(),
  roles: z.array(z.object({ id: z.string(), permissions: z.string() })),
})
const Member = z.object({
  user: z.object({
    id: z.string(),
    bot: z.boolean().default(false),
    global_name: z.string().nullish(),
    username: z.string().default(''),
  }),
  nick: z.string().nullish(),
  roles: z.array(z.string()),
})

type Facts = { guildId: string; channel: z.output<typeof Channel>; guild: z.output<typeof Guild> }
type Person = { id: string; roles: readonly string[]; name?: string }

/**
 * Computes a person's permissions in a channel in Discord's order: owner and administrators everything; else the
 * roles' grants, changed for everyone, then for the roles, then for the person.
 */
const permissionsOf = ({ guildId, channel, guild }: Facts, { id, roles }: Person): bigint => {
  const held = guild.roles.filter((role) => role.id === guildId || roles.includes(role.id))
  const base = held.reduce((bits, role) => bits | BigInt(role.permissions), 0n)
  const all = PermissionFlagsBits.Administrator
  if (id === guild.owner_id || (base & all) === all) return ~0n
  const changed = (bits: bigint, applies: (id: string, type: number) => boolean): bigint => {
    const changes = channel.permission_overwrites.filter((one) => applies(one.id, one.type))
    const deny = changes.reduce((sum, one) => sum | BigInt(one.deny), 0n)
    const allow = changes.reduce((sum, one) => sum | BigInt(one.allow), 0n)
    return (bits & ~deny) | allow
  }
  const isRole = (type: number) => type === OverwriteType.Role
  const forEveryone = changed(base, (one, type) => isRole(type) && one === guildId)
  const forRoles = changed(forEveryone, (one, type) => isRole(type) && one !== guildId && roles.includes(one))
  return changed(forRoles, (one, type) => !isRole(type) && one === id)
}

const may = (facts: Facts, person: Person, permission: bigint): boolean =>
  (permissionsOf(facts, person) & permission) === permission

const THREADS = new Set([10, 11, 12])

/** A thread is read by those who read its channel: for a private thread that says too many, never too few. */
const factsOf = async (
  calls: Calls,
  guildId: string,
  id: string,
): Promise<{ ok: true; facts: Facts } | Failed> => {
  const seen = await calls.get(Routes.channel(id))
  if (!seen.ok) return seen
  const channel = Channel.parse(seen.answer)
  if (channel.guild_id !== undefined && channel.guild_id !== guildId)
    return refused('no-place', `channel ${id} belongs to another server`)
  if (THREADS.has(channel.type) && channel.parent_id) return factsOf(calls, guildId, channel.parent_id)
  const guild = await calls.get(Routes.guild(guildId))
  if (!guild.ok) return guild
  return { ok: true, facts: { guildId, channel, guild: Guild.parse(guild.answer) } }
}

/**
 * Who can view a channel. Discord lists a server's members only to bots with the Server Members Intent: without it
 * nobody can say who reads, which is a refusal.
 */
export const audienceOf = async (calls: Calls, guildId: string, channel: string): Promise<AudienceSeen> => {
  const known = await factsOf(calls, guildId, channel)
  if (!known.ok) return known
  const members = await membersOf(calls, guildId)
  if (!members.ok) return members
  const view = PermissionFlagsBits.ViewChannel
  return {
    ok: true,
    audience: {
      isPrivate: !may(known.facts, { id: '', roles: [] }, view),
      isSharedOutside: false,
      members: members.people.filter((person) => may(known.facts, person, view)).map(({ id }) => id),
    },
  }
}

/** Which of these permissions, by name, the bot lacks in a channel. */
export const lacksIn = async (
  calls: Calls,
  guildId: string,
  channel: string,
  bot: string,
  needed: Readonly<Record<string, bigint>>,
): Promise<{ ok: true; names: string[] } | Failed> => {
  const known = await factsOf(calls, guildId, channel)
  if (!known.ok) return known
  const own = await calls.get(Routes.guildMember(guildId, bot))
  if (!own.ok) return own
  const { roles } = Member.parse(own.answer)
  const lacks = ([, permission]: [string, bigint]) => !may(known.facts, { id: bot, roles }, permission)
  return {
    ok: true,
    names: Object.entries(needed)
      .filter(lacks)
      .map(([name]) => name),
  }
}

/**
 * Whether the bot is shown a channel's past messages: where it is not, Discord answers with an empty list, not an
 * error.
 */
export const mayReadHistory = async (
  calls: Calls,
  guildId: string,
  channel: string,
  bot: string,
): Promise<{ ok: true } | Failed> => {
  const needed = { history: PermissionFlagsBits.ViewChannel | PermissionFlagsBits.ReadMessageHistory }
  const lacks = await lacksIn(calls, guildId, channel, bot, needed)
  if (!lacks.ok) return lacks
  return lacks.names.length === 0
    ? { ok: true }
    : refused('no-permission', `Read Message History is missing in ${channel}`)
}

/** Who is in a server, each by the name they show there. Needs the Server Members Intent. */
export const peopleOf = async (calls: Calls, guildId: string): Promise<PeopleSeen> => {
  const members = await membersOf(calls, guildId)
  if (!members.ok) return members
  return { ok: true, people: members.people.map(({ id, name }) => ({ user: id, name: name || id })) }
}

const PAGE = 1_000
const PAGES = 20

const membersOf = async (calls: Calls, guildId: string): Promise<{ ok: true; people: Person[] } | Failed> => {
  const people: Person[] = []
  let after = '0'
  for (let page = 0; page < PAGES; page += 1) {
    const seen = await calls.get(Routes.guildMembers(guildId), { limit: String(PAGE), after })
    if (!seen.ok) return seen
    const members = z.array(Member).parse(seen.answer)
    const persons = members.filter(({ user }) => !user.bot)
    people.push(
      ...persons.map(({ user, nick, roles }) => ({
        id: user.id,
        roles,
        name: nick || user.global_name || user.username,
      })),
    )
    after = members.at(-1)?.user.id ?? after
    if (members.length < PAGE) return { ok: true, people }
  }
  return refused('no-permission', `server ${guildId} has more members than can be looked through`)
}
