import { randomUUID } from 'node:crypto'
import type { Body, Element, SlackMessage, SlackView } from './shapes.ts'
import type { World } from './world.ts'

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
      team_id: world.teamOf(user),
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
  team: { id: world.teamOf(user), domain: 'tsunagi-test' },
  enterprise: null,
  is_enterprise_install: false,
  user: { id: user, username: user.toLowerCase(), team_id: world.teamOf(user) },
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
    view: { ...view, team_id: world.teamOf(view.user), state: { values } },
    response_urls: [],
  },
})

const event = (world: World, team: string, what: Body): Payload => ({
  kind: 'event',
  body: {
    ...common,
    team_id: team,
    type: 'event_callback',
    event_id: `Ev${randomUUID()}`,
    event_time: Math.floor(Date.now() / 1000),
    authorizations: [{ team_id: team, user_id: 'UBOT', is_bot: true, is_enterprise_install: false }],
    event: { ...what, event_ts: world.nextTs() },
  },
})

export const appHomeOpened = (world: World, user: string): Payload =>
  event(world, world.teamOf(user), {
    type: 'app_home_opened',
    user,
    channel: world.directChannel(user),
    tab: 'home',
  })

export const appUninstalled = (world: World, team: string): Payload =>
  event(world, team, { type: 'app_uninstalled' })

export const tokensRevoked = (
  world: World,
  team: string,
  tokens: { oauth?: string[]; bot?: string[] },
): Payload => event(world, team, { type: 'tokens_revoked', tokens })

export const globalShortcut = (world: World, user: string, callback_id: string): Payload => ({
  kind: 'interaction',
  body: { type: 'shortcut', ...interaction(world, user), callback_id, action_ts: world.nextTs() },
})

export const messageShortcut = (
  world: World,
  user: string,
  callback_id: string,
  message: { channel: string; text: string },
  respondAt: (id: string) => string,
): Payload => ({
  kind: 'interaction',
  body: {
    type: 'message_action',
    ...interaction(world, user),
    callback_id,
    action_ts: world.nextTs(),
    message_ts: world.nextTs(),
    channel: { id: message.channel, name: 'test' },
    message: { type: 'message', user, ts: world.nextTs(), text: message.text },
    response_url: respondAt(world.newAddress(message.channel, user)),
  },
})
