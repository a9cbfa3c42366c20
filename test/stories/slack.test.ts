import { describe, test } from 'vitest'
import { startSlackDriver } from '../support/slack-driver.ts'
import { firstStory } from './first-story.ts'

describe.each(['http', 'socket'] as const)('on Slack over %s', (mode) => {
  test('the first story', () =>
    firstStory({
      start: startSlackDriver(mode),
      workspace: 'T0TSUNAGI',
      user: (member) => `U-${member}`,
      channel: (body) => `C-${body}`,
      connect: (region, workspace) => ({
        ...region,
        workspaces: [{ platform: 'slack', id: workspace }],
        members: region.members.map((member) => ({
          ...member,
          accounts: [{ platform: 'slack', workspace, user: `U-${member.id}` }],
        })),
        bodies: region.bodies.map((body) => ({
          ...body,
          channels: [{ platform: 'slack', workspace, channel: `C-${body.id}` }],
        })),
      }),
    }))
})
