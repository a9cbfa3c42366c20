import { test } from 'vitest'
import { startDiscordDriver } from '../support/discord-driver.ts'
import { GUILD } from '../support/fake-discord.ts'
import { firstStory } from './first-story.ts'

/** Discord's ids are numbers. */
const numbered = (prefix: string) => {
  const ids = new Map<string, string>()
  return (name: string): string => {
    const id = ids.get(name) ?? `${prefix}${String(ids.size).padStart(6, '0')}`
    ids.set(name, id)
    return id
  }
}

test('the first story, on Discord', () => {
  const user = numbered('950000000000')
  const channel = numbered('960000000000')
  return firstStory({
    start: startDiscordDriver,
    workspace: GUILD,
    user,
    channel,
    connect: (region, workspace) => ({
      ...region,
      workspaces: [{ platform: 'discord', id: workspace }],
      members: region.members.map((member) => ({
        ...member,
        accounts: [{ platform: 'discord', workspace, user: user(member.id) }],
      })),
      bodies: region.bodies.map((body) => ({
        ...body,
        channels: [{ platform: 'discord', workspace, channel: channel(body.id) }],
      })),
    }),
  })
})
