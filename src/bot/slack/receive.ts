import type {
  App,
  BlockAction,
  GlobalShortcut,
  MessageShortcut,
  RespondFn,
  SlashCommand,
  ViewClosedAction,
  ViewSubmitAction,
} from '@slack/bolt'
import type { WebClient } from '@slack/web-api'
import type { CommandView, Interaction } from '../port.ts'
import { decodePress, type Press } from '../press.ts'
import { accountOf, acknowledge, answerTo, common, type Receiving, renewHome, teamOf } from './receiving.ts'
import { noticeView, readCarried, readOrigin, readValues } from './render-form.ts'
import { type Asking, openView, publishHome, saysCard, showReply } from './show-reply.ts'
import { submitted } from './submit.ts'
import { WORDS } from './words.ts'

/** Turns what Slack delivers into interactions. Every kind is acknowledged at once, known or not. */
export const receive = (app: App, receiving: Receiving): void => {
  const { background, log } = receiving
  app.command(/.*/, async ({ command, ack, respond, client }) => {
    await acknowledge(ack, receiving)
    background(() => typed(command, respond, client, receiving))
  })
  app.action({}, async ({ body, ack, respond, client }) => {
    await acknowledge(ack, receiving)
    if (body.type === 'block_actions') background(() => acted(body, respond, client, receiving))
  })
  app.shortcut({}, async ({ shortcut, ack, client }) => {
    await acknowledge(() => ack(), receiving)
    background(() => chosen(shortcut, client, receiving))
  })
  app.view<ViewSubmitAction>({ type: 'view_submission' }, async ({ body, ack, client }) =>
    submitted(body, ack, client, receiving),
  )
  app.view<ViewClosedAction>({ type: 'view_closed' }, async ({ body, ack, client }) => {
    await acknowledge(() => ack(), receiving)
    background(() => closed(body, client, receiving))
  })
  app.event('app_home_opened', async ({ event, body, client }) => {
    if (event.tab === 'home') background(() => openedHome(event.user, body, client, receiving))
  })
  app.event('app_uninstalled', async ({ body }) => background(() => left(body, receiving)))
  app.event('tokens_revoked', async ({ event, body }) => {
    if ((event.tokens.bot ?? []).length > 0) background(() => left(body, receiving))
  })
  app.error(async (error) => log.error({ error }, 'slack: an event failed'))
}

const typed = async (
  command: SlashCommand,
  respond: RespondFn,
  client: WebClient,
  receiving: Receiving,
): Promise<void> => {
  const words = `${command.command.replace(/^\//, '')} ${command.text}`.trim()
  const interaction: Interaction = {
    kind: 'words',
    words,
    event: command.trigger_id,
    account: accountOf(command.team_id, command.user_id),
    name: command.user_name,
    channel: command.channel_id,
  }
  const origin = { channel: command.channel_id }
  const asking = {
    ...common(client, receiving, command.user_id, origin),
    respond,
    triggerId: command.trigger_id,
  }
  await answer(interaction, asking, wordsOpenForm(words, receiving.commands), receiving)
}

/**
 * A trigger lives three seconds: for a command that answers with a form, a modal is opened before the answer is known.
 */
const answer = async (
  interaction: Interaction,
  asking: Asking,
  opens: boolean,
  receiving: Receiving,
): Promise<void> => {
  const reply = answerTo(interaction, asking.client, receiving)
  if (!opens) return showReply(await reply, asking)
  // It is awaited below: a rejection while the modal opens must not end the process as unhandled.
  reply.catch(() => undefined)
  const view = await openView(asking, noticeView(WORDS.loading, asking.origin))
  return showReply(await reply, { ...asking, view: view ?? asking.view, triggerId: undefined })
}

const wordsOpenForm = (typedWords: string, commands: readonly CommandView[]): boolean => {
  const [noun = '', verb = ''] = typedWords.normalize('NFKC').trim().split(/\s+/u)
  const is = (word: { ja: string; en: string }, text: string) =>
    word.en === text.toLowerCase() || word.ja === text
  return commands.some((command) => command.opensForm && is(command.noun, noun) && is(command.verb, verb))
}

/** A pressed button or a chosen value. */
const acted = async (
  body: BlockAction,
  respond: RespondFn,
  client: WebClient,
  receiving: Receiving,
): Promise<void> => {
  const [action] = body.actions
  const press = action && pressOf(action)
  const { view } = body
  const inModal = view?.type === 'modal'
  const onHome = view?.type === 'home'
  const message = body.container?.is_ephemeral === true ? undefined : body.message?.ts
  const origin = inModal
    ? readOrigin(view.private_metadata)
    : { channel: body.channel?.id, message, home: onHome ? true : undefined }
  const asking: Asking = {
    ...common(client, receiving, body.user.id, origin),
    triggerId: body.trigger_id,
    view: inModal ? { id: view.id, hash: view.hash } : undefined,
    respond: body.response_url ? respond : undefined,
  }
  if (!press) return showReply({ kind: 'card', card: saysCard(WORDS.stale), to: 'asker' }, asking)
  const account = accountOf(teamOf(body), body.user.id)
  const opens = receiving.commands.some(({ id, opensForm }) => id === press.command && opensForm)
  const interaction: Interaction = {
    kind: 'run',
    press,
    event: body.trigger_id,
    account,
    channel: body.channel?.id,
  }
  await answer(interaction, asking, opens, receiving)
  if (origin.home)
    await renewHome(account, body.trigger_id, asking, receiving, onHome ? view.hash : undefined)
}

const pressOf = (action: BlockAction['actions'][number]): Press | undefined => {
  if (action.type === 'button') return decodePress(action.value ?? '')
  if (action.type !== 'static_select') return undefined
  const press = decodePress(action.block_id.split('#')[0] ?? '')
  const option = /^choose:(.+)$/.exec(action.action_id)?.[1]
  if (!press || !option) return undefined
  return { ...press, options: { ...press.options, [option]: action.selected_option.value } }
}

/** A shortcut from the menu, or from a message whose text it takes along. There is no place for a card but a modal. */
const chosen = async (
  shortcut: GlobalShortcut | MessageShortcut,
  client: WebClient,
  receiving: Receiving,
): Promise<void> => {
  const press = decodePress(shortcut.callback_id)
  const ofMessage = shortcut.type === 'message_action'
  const channel = ofMessage ? shortcut.channel.id : undefined
  const asking = {
    ...common(client, receiving, shortcut.user.id, { channel }),
    triggerId: shortcut.trigger_id,
  }
  if (!press) return showReply({ kind: 'card', card: saysCard(WORDS.stale), to: 'asker' }, asking)
  const interaction: Interaction = {
    kind: 'run',
    press,
    event: shortcut.trigger_id,
    account: accountOf(teamOf(shortcut), shortcut.user.id),
    channel,
    quoted: ofMessage ? quotedText(shortcut.message.text ?? '') : undefined,
  }
  await answer(interaction, asking, true, receiving)
}

/** A form that is closed keeps what was typed, as far as Slack tells it. */
const closed = async (
  { view, user, ...body }: ViewClosedAction,
  client: WebClient,
  receiving: Receiving,
): Promise<void> => {
  const carried = readCarried(view.private_metadata)
  const state: ViewSubmitAction['view']['state'] | undefined = view.state
  if (!carried || !state) return
  const { press } = carried
  const account = accountOf(teamOf({ ...body, user }), user.id)
  const event = `${view.id}:closed`
  await answerTo({ kind: 'keep', press, values: readValues(state.values), account, event }, client, receiving)
}

const openedHome = async (
  user: string,
  { event_id, team_id }: { event_id: string; team_id: string },
  client: WebClient,
  receiving: Receiving,
): Promise<void> => {
  const reply = await answerTo(
    { kind: 'home', event: event_id, account: accountOf(team_id, user) },
    client,
    receiving,
  )
  if (reply.kind === 'home' || reply.kind === 'card') await publishHome(reply.card, { client, user })
}

const left = async (
  { team_id, event_time }: { team_id: string; event_time: number },
  receiving: Receiving,
): Promise<void> => receiving.left(team_id, Temporal.Instant.fromEpochMilliseconds(event_time * 1_000))

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>' }

/**
 * What somebody wrote in a message, as they see it, from Slack's markup: links by their words, channels by their
 * names. Who was called on is left out, since an account says nothing to a reader.
 */
export const quotedText = (markup: string): string =>
  markup
    .replace(/<@[^>]*>[ 　]?/g, '')
    .replace(/<!(?:subteam\^[^|>]*|date\^[^|>]*)(?:\|([^>]*))?>/g, '$1')
    .replace(/<!([a-z]+)[^>]*>/g, '@$1')
    .replace(/<#[^|>]*\|?([^>]*)>/g, (_, name: string) => (name === '' ? '' : `#${name}`))
    .replace(/<([^|>]+)\|([^>]*)>/g, '$2')
    .replace(/<([^>]+)>/g, '$1')
    .replace(/&(amp|lt|gt);/g, (_, name: string) => NAMED[name] ?? '')
    .trim()
