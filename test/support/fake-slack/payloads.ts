import { randomUUID } from 'node:crypto'
import type { Body, Element, SlackMessage, SlackView } from './shapes.ts'
import { TEAM, type World } from './world.ts'

/** What Slack sends for what people do, field by field as its documentation shows it. */
export type Payload = { kind: 'command' | 'interaction' | 'event'; body: Body }

const common = { token: 'verification-token', api_app_id: 'A0TSUNAGI' }

export const slashCommand = (
  world: World,
  user: string,
  line: string,
  channel: string,
  respondAt: (id: string) => string,
): Payload => {
  const [command = '', ...text] = line.split(' ')
  return {
    kind: 'command',
    body: {
      ...common,
      team_id: TEAM,
      team_domain: 'tsunagi-test',
      channel_id: channel,
      channel_name: 'test',
      user_id: user,
      user_name: user.toLowerCase(),
      command,
      text: text.join(' '),
      is_enterprise_install: 'false',
      response_url: respondAt(world.newAddress(channel, user)),
      trigger_id: world.newTrigger(user),
    },
  }
}

const interaction = (world: World, user: string) => ({
  ...common,
  team: { id: TEAM, domain: 'tsunagi-test' },
  enterprise: null,
  is_enterprise_install: false,
  user: { id: user, username: user.toLowerCase(), team_id: TEAM },
  trigger_id: world.newTrigger(user),
})

/** What was pressed, and where it stands. */
export type Pressed = { element: Element; blockId: string; message?: SlackMessage; view?: SlackView }

export const blockActions = (
  world: World,
  user: string,
  { element, blockId, message, view }: Pressed,
  respondAt: (id: string) => string,
): Payload => ({
  kind: 'interaction',
  body: {
    type: 'block_actions',
    ...interaction(world, user),
    actions: [{ ...element, block_id: blockId, action_ts: world.nextTs() }],
    ...(message
      ? {
          container: {
            type: 'message',
            message_ts: message.ts,
            channel_id: message.channel,
            is_ephemeral: message.onlyFor !== undefined,
          },
          channel: { id: message.channel, name: 'test' },
          response_url: respondAt(world.newAddress(message.channel, user, message)),
          ...(message.onlyFor === undefined ? { message: { type: 'message', ...message } } : {}),
        }
      : {}),
    ...(view ? { container: { type: 'view', view_id: view.id }, view } : {}),
  },
})

export const viewSubmission = (world: World, view: SlackView, values: Body): Payload => ({
  kind: 'interaction',
  body: {
    type: 'view_submission',
    ...interaction(world, view.user),
    view: { ...view, team_id: TEAM, state: { values }, root_view_id: view.id },
    response_urls: [],
  },
})

export const appHomeOpened = (world: World, user: string): Payload => ({
  kind: 'event',
  body: {
    ...common,
    team_id: TEAM,
    type: 'event_callback',
    event_id: `Ev${randomUUID()}`,
    event_time: Math.floor(Date.now() / 1000),
    authorizations: [{ team_id: TEAM, user_id: 'UBOT', is_bot: true, is_enterprise_install: false }],
    event: {
      type: 'app_home_opened',
      user,
      channel: world.directChannel(user),
      tab: 'home',
      event_ts: world.nextTs(),
    },
  },
})
