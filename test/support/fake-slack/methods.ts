import { randomUUID } from 'node:crypto'
import { messageFault, viewFault } from './check.ts'
import { manifestFaults } from './manifest.ts'
import type { Block, Body, SlackMessage, SlackView } from './shapes.ts'
import { BOT, type World } from './world.ts'

export type Answer = Body & { ok: boolean }

const no = (error: string, detail?: string): Answer => ({
  ok: false,
  error,
  ...(detail === undefined ? {} : { response_metadata: { messages: [`[ERROR] ${detail}`] } }),
})

/** The Web API's methods that we use, by name. */
export const methodsOf = (world: World): Record<string, (body: Body) => Answer> => ({
  'apps.manifest.validate': ({ manifest }) => {
    const errors = manifestFaults(manifest as Body)
    return errors.length > 0 ? { ...no('invalid_manifest'), errors } : { ok: true, errors }
  },
  'auth.test': () => ({ ok: true, team_id: world.caller.team, user_id: BOT, bot_id: 'BBOT' }),
  'chat.postMessage': (body) => post(world, body),
  'chat.postEphemeral': (body) => post(world, body, String(body.user)),
  'chat.update': (body) => {
    const fault = messageFault(body.blocks)
    if (fault) return no(fault.error, fault.detail)
    const found = world.messages.find(
      ({ channel, ts, onlyFor }) => channel === body.channel && ts === body.ts && onlyFor === undefined,
    )
    if (!found) return no('message_not_found')
    rewrite(found, body)
    return { ok: true, channel: found.channel, ts: found.ts }
  },
  'pins.add': (body) => {
    if (!world.messages.some(({ ts }) => ts === body.timestamp)) return no('message_not_found')
    if (world.pins.has(String(body.timestamp))) return no('already_pinned')
    world.pins.add(String(body.timestamp))
    return { ok: true }
  },
  'pins.remove': (body) => (world.pins.delete(String(body.timestamp)) ? { ok: true } : no('no_pin')),
  'conversations.open': ({ users }) =>
    world.here().users.includes(String(users))
      ? { ok: true, channel: { id: world.directChannel(String(users)) } }
      : no('user_not_found'),
  'conversations.history': (body) => {
    if (!reachable(world, String(body.channel))) return no('channel_not_found')
    const found = world.messages
      .filter(({ channel, onlyFor }) => channel === body.channel && onlyFor === undefined)
      .filter(({ ts }) => Number(ts) >= Number(body.oldest ?? 0))
      .toReversed()
      .map(({ metadata, ...message }) => (body.include_all_metadata ? { ...message, metadata } : message))
    return page('messages', found, body)
  },
  'conversations.info': ({ channel }) => {
    if ([...world.directs.values()].includes(String(channel)))
      return { ok: true, channel: { id: channel, is_im: true } }
    const found = world.here().channels.find(({ id }) => id === channel)
    if (!found) return no('channel_not_found')
    const { isPrivate, isShared = false, withoutBot = false } = found
    const shared = { is_ext_shared: isShared, is_shared: isShared }
    return {
      ok: true,
      channel: { id: channel, is_private: isPrivate, is_member: !withoutBot, ...shared },
    }
  },
  'conversations.members': (body) => {
    const direct = [...world.directs].find(([, id]) => id === body.channel)
    const found = world.here().channels.find(({ id }) => id === body.channel)
    const members = direct ? [direct[0]] : found?.members
    return members ? page('members', [...members, BOT], body) : no('channel_not_found')
  },
  'files.getUploadURLExternal': ({ filename, length }) => {
    if (!filename || !Number(length)) return no('invalid_arguments')
    const id = `F${world.next()}`
    world.files.set(id, { name: String(filename), length: Number(length) })
    return { ok: true, file_id: id, upload_url: world.uploadAt(id) }
  },
  'files.completeUploadExternal': ({ files, channel_id, initial_comment }) => {
    const wanted = files as { id: string; title?: string }[]
    const shared = wanted.map(({ id }) => world.files.get(id))
    if (shared.some((file) => file?.bytes === undefined)) return no('file_not_found')
    if (!reachable(world, String(channel_id))) return no('channel_not_found')
    const names = wanted.map(({ title = '' }) => title)
    keepMessage(world, String(channel_id), { text: [initial_comment, ...names].join('\n'), blocks: [] })
    return { ok: true, files: wanted.map(({ id }) => ({ id })) }
  },
  'users.info': ({ user, include_locale }) => {
    if (user !== BOT && !world.here().users.includes(String(user))) return no('user_not_found')
    const locale = world.options.locales?.[String(user)] ?? 'ja-JP'
    return { ok: true, user: { id: user, is_bot: user === BOT, ...(include_locale ? { locale } : {}) } }
  },
  'views.open': ({ trigger_id, view }) => {
    const user = world.triggers.get(String(trigger_id))
    if (user === undefined) return no('expired_trigger_id')
    const answer = keepView(world, `V${world.next()}`, view as Body, user)
    if (answer.ok) world.triggers.delete(String(trigger_id))
    return answer
  },
  'views.push': ({ trigger_id, view }) => {
    const user = world.triggers.get(String(trigger_id))
    if (user === undefined) return no('expired_trigger_id')
    const open = [...world.views.values()].filter((one) => one.user === user && one.type === 'modal')
    if (open.length >= VIEWS_MOST) return no('push_limit_reached')
    const answer = keepView(world, `V${world.next()}`, view as Body, user, open.at(-1)?.id)
    if (answer.ok) world.triggers.delete(String(trigger_id))
    return answer
  },
  'views.update': ({ view_id, view, hash }) => {
    const known = world.views.get(String(view_id))
    if (!known) return no('not_found')
    if (hash !== undefined && hash !== known.hash) return no('hash_conflict')
    return keepView(world, known.id, view as Body, known.user, known.previous_view_id)
  },
  'views.publish': ({ user_id, view, hash }) => {
    const id = `HOME-${user_id}`
    const known = world.views.get(id)
    if (hash !== undefined && hash !== known?.hash) return no('hash_conflict')
    return keepView(world, id, view as Body, String(user_id))
  },
})

const page = (name: string, all: unknown[], { limit, cursor }: Body): Answer => {
  const from = Number(cursor ?? 0)
  const to = from + Number(limit ?? 100)
  const next_cursor = to < all.length ? String(to) : ''
  return { ok: true, [name]: all.slice(from, to), response_metadata: { next_cursor } }
}

const reachable = (world: World, channel: string): boolean =>
  world.here().channels.some(({ id }) => id === channel) || [...world.directs.values()].includes(channel)

const post = (world: World, body: Body, onlyFor?: string): Answer => {
  const to = String(body.channel)
  const channel = world.here().users.includes(to) ? world.directChannel(to) : to
  const fault = messageFault(body.blocks)
  if (fault) return no(fault.error, fault.detail)
  if (!reachable(world, channel)) return no('channel_not_found')
  const place = world.here().channels.find(({ id }) => id === channel)
  if (place?.withoutBot) return no('not_in_channel')
  if (onlyFor !== undefined && place && !place.members.includes(onlyFor)) return no('user_not_in_channel')
  const ts = keepMessage(world, channel, body, onlyFor).ts
  return onlyFor === undefined ? { ok: true, channel, ts } : { ok: true, message_ts: ts }
}

export const keepMessage = (world: World, channel: string, body: Body, onlyFor?: string): SlackMessage => {
  const message: SlackMessage = {
    ts: world.nextTs(),
    team: world.caller.team,
    channel,
    user: BOT,
    text: String(body.text),
    blocks: body.blocks as Block[],
    changes: 0,
    ...(body.metadata ? { metadata: body.metadata as NonNullable<SlackMessage['metadata']> } : {}),
    ...(onlyFor === undefined ? {} : { onlyFor }),
  }
  world.messages.push(message)
  return message
}

export const rewrite = (message: SlackMessage, body: Body): void => {
  message.text = String(body.text)
  message.blocks = body.blocks as Block[]
  message.changes += 1
}

/** Views of one person on top of each other. */
const VIEWS_MOST = 3

export const keepView = (
  world: World,
  id: string,
  view: Body,
  user: string,
  below: string | null = null,
): Answer => {
  const fault = viewFault(view)
  if (fault) return no(fault.error, fault.detail)
  const defaults = { callback_id: '', private_metadata: '' }
  const stack = { previous_view_id: below, root_view_id: world.views.get(below ?? '')?.root_view_id ?? id }
  const kept = { ...defaults, ...view, ...stack, id, hash: randomUUID(), user } as SlackView
  world.views.set(id, kept)
  return { ok: true, view: { id, hash: kept.hash } }
}

/** What Slack does with an answer sent to a response address. Gives the HTTP status. */
export const answerAt = (world: World, id: string, body: Body): number => {
  const address = world.addresses.get(id)
  if (!address || address.uses >= 5) return 404
  if (messageFault(body.blocks)) return 400
  address.uses += 1
  if (body.replace_original === true && address.message) rewrite(address.message, body)
  else
    keepMessage(world, address.channel, body, body.response_type === 'in_channel' ? undefined : address.user)
  return 200
}
