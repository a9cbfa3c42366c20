import type { Region } from '../../src/domain/region/region.ts'
import { startDiscordDriver } from './discord-driver.ts'
import type { StartDriver } from './driver.ts'
import { GUILD } from './fake-discord.ts'
import { startPracticeDriver } from './practice-driver.ts'
import { startSlackDriver } from './slack-driver.ts'

/** How one platform stands for the sample region: its users and channels, and the region connected to them. */
export type Stage = {
  start: StartDriver
  /** The platform's user id of a member, and channel id of a body. */
  user: (memberId: string) => string
  channel: (bodyId: string) => string
  connect: (region: Region, workspace: string) => Region
  workspace: string
}

const connected =
  (platform: 'slack' | 'discord', { user, channel }: Pick<Stage, 'user' | 'channel'>): Stage['connect'] =>
  (region, workspace) => ({
    ...region,
    workspaces: [{ platform, id: workspace }],
    members: region.members.map((member) => ({
      ...member,
      accounts: [{ platform, workspace, user: user(member.id) }],
    })),
    bodies: region.bodies.map((body) => ({
      ...body,
      channels: [{ platform, workspace, channel: channel(body.id) }],
    })),
  })

export const slackStage = (mode: 'http' | 'socket'): Stage => {
  const names = { user: (member: string) => `U-${member}`, channel: (body: string) => `C-${body}` }
  return {
    start: startSlackDriver(mode),
    workspace: 'T0TSUNAGI',
    ...names,
    connect: connected('slack', names),
  }
}

/** Discord's ids are numbers. */
const numbered = (prefix: string) => {
  const ids = new Map<string, string>()
  return (name: string): string => {
    const id = ids.get(name) ?? `${prefix}${String(ids.size).padStart(6, '0')}`
    ids.set(name, id)
    return id
  }
}

export const discordStage = (): Stage => {
  const names = { user: numbered('950000000000'), channel: numbered('960000000000') }
  return { start: startDiscordDriver, workspace: GUILD, ...names, connect: connected('discord', names) }
}

/** The region itself is the workspace here. */
export const practiceStage = (): Stage => ({
  start: startPracticeDriver,
  workspace: 'region-practice',
  user: (member) => member,
  channel: (body) => body,
  connect: (region, workspace) => ({ ...region, id: workspace }),
})
