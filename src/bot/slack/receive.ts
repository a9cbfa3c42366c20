import type {
  AckFn,
  App,
  BlockAction,
  RespondFn,
  SlashCommand,
  ViewClosedAction,
  ViewResponseAction,
  ViewSubmitAction,
} from '@slack/bolt'
import type { WebClient } from '@slack/web-api'
import type { Logger } from 'pino'
import type { CommandView, Dispatch, Interaction, Reply } from '../port.ts'
import { decodePress, type Press } from '../press.ts'
import { type Asking, openView, ownCard, publishHome, show } from './answer.ts'
import {
  FORM_CALLBACK,
  faultsAtFields,
  noticeView,
  type Origin,
  readCarried,
  readValues,
  renderForm,
} from './render-form.ts'
import { within } from './within.ts'
import { WORDS } from './words.ts'

export type Receiving = {
  client: WebClient
  dispatch: Dispatch
  commands: readonly CommandView[]
  log: Logger
  /** How long a submitted form waits for its answer before it says that it is being saved. Slack waits 3 s. */
  patienceMs: number
  /** Does work after its acknowledgement; a failure goes to the log, and `stop` waits for it. */
  background: (work: () => Promise<void>) => void
}

/** Turns what Slack delivers into interactions. Every kind is acknowledged at once, known or not. */
export const receive = (app: App, receiving: Receiving): void => {
  const { background } = receiving
  app.command(/.*/, async ({ command, ack, respond }) => {
    await acknowledge(ack, receiving)
    background(() => typed(command, respond, receiving))
  })
  app.action({}, async ({ body, ack, respond }) => {
    await acknowledge(ack, receiving)
    if (body.type === 'block_actions') background(() => acted(body, respond, receiving))
  })
  app.view<ViewSubmitAction>({ type: 'view_submission' }, async ({ body, ack }) =>
    submitted(body, ack, receiving),
  )
  app.view<ViewClosedAction>({ type: 'view_closed' }, async ({ body, ack }) => {
    await acknowledge(() => ack(), receiving)
    background(() => closed(body, receiving))
  })
  app.event('app_home_opened', async ({ event, body }) => {
    if (event.tab === 'home') background(() => openedHome(event.user, body, receiving))
  })
  app.error(async (error) => receiving.log.error({ error }, 'slack: an event failed'))
}

/** A connection that broke meanwhile must not lose what the person did: the answer goes another way. */
const acknowledge = async (ack: () => Promise<void>, { log }: Receiving): Promise<void> => {
  try {
    await ack()
  } catch (error) {
    log.warn({ error }, 'slack: not acknowledged')
  }
}

const typed = async (command: SlashCommand, respond: RespondFn, receiving: Receiving): Promise<void> => {
  const words = `${command.command.replace(/^\//, '')} ${command.text}`.trim()
  const interaction: Interaction = {
    kind: 'words',
    words,
    event: command.trigger_id,
    account: { platform: 'slack', workspace: command.team_id, user: command.user_id },
    name: command.user_name,
    channel: command.channel_id,
  }
  const asking = {
    ...common(receiving, command.user_id, { channel: command.channel_id }),
    respond,
    triggerId: command.trigger_id,
  }
  await answer(interaction, asking, wordsOpenForm(words, receiving.commands), receiving)
}

const common = ({ client, log }: Receiving, user: string, origin: Origin): Asking => ({
  client,
  log,
  user,
  origin,
})

/** A trigger lives three seconds: for a command that answers with a form, a modal is opened before the answer is known. */
const answer = async (
  interaction: Interaction,
  asking: Asking,
  opens: boolean,
  { dispatch }: Receiving,
): Promise<void> => {
  const reply = dispatch(interaction)
  if (!opens) return show(await reply, asking)
  const viewId = await openView(asking, noticeView(WORDS.loading))
  return show(await reply, { ...asking, viewId, triggerId: undefined })
}

const wordsOpenForm = (typedWords: string, commands: readonly CommandView[]): boolean => {
  const [noun = '', verb = ''] = typedWords.normalize('NFKC').trim().split(/\s+/u)
  const is = (word: { ja: string; en: string }, text: string) =>
    word.en === text.toLowerCase() || word.ja === text
  return commands.some((command) => command.opensForm && is(command.noun, noun) && is(command.verb, verb))
}

/** A pressed button or a chosen value. */
const acted = async (body: BlockAction, respond: RespondFn, receiving: Receiving): Promise<void> => {
  const [action] = body.actions
  const press = action && pressOf(action)
  const inView = body.view?.type === 'modal'
  const message = body.container?.is_ephemeral === true ? undefined : body.message?.ts
  const carried = inView ? readCarried(body.view?.private_metadata ?? '') : undefined
  const asking: Asking = {
    ...common(receiving, body.user.id, carried ?? { channel: body.channel?.id, message }),
    triggerId: body.trigger_id,
    home: body.view?.type === 'home',
    ...(inView ? { viewId: body.view?.id } : {}),
    ...(body.response_url ? { respond } : {}),
  }
  if (!press) return show({ kind: 'card', card: ownCard(WORDS.stale), to: 'asker' }, asking)
  const interaction: Interaction = {
    kind: 'run',
    press,
    event: body.trigger_id,
    account: { platform: 'slack', workspace: teamOf(body), user: body.user.id },
    ...(body.channel ? { channel: body.channel.id } : {}),
  }
  const opens = receiving.commands.some(({ id, opensForm }) => id === press.command && opensForm)
  return answer(interaction, asking, opens && !inView, receiving)
}

const pressOf = (action: BlockAction['actions'][number]): Press | undefined => {
  if (action.type === 'button') return decodePress(action.value ?? '')
  if (action.type !== 'static_select') return undefined
  const press = decodePress(action.block_id.split('#')[0] ?? '')
  const option = /^choose:(.+)$/.exec(action.action_id)?.[1]
  if (!press || !option) return undefined
  return { ...press, options: { ...press.options, [option]: action.selected_option.value } }
}

/** The workspace; on an organisation's own install Slack names it beside the person. */
const teamOf = ({ team, user }: { team: { id: string } | null; user: { team_id?: string } }): string =>
  team?.id ?? user.team_id ?? ''

/** The acknowledgement of a submitted form is its answer, if it comes in time. */
const submitted = async (
  body: ViewSubmitAction,
  ack: AckFn<ViewResponseAction>,
  receiving: Receiving,
): Promise<void> => {
  const { view, user } = body
  const carried = view.callback_id === FORM_CALLBACK ? readCarried(view.private_metadata) : undefined
  if (!carried) return acknowledge(() => ack(), receiving)
  const { press, ...origin } = carried
  const reply = receiving.dispatch({
    kind: 'submit',
    press,
    values: readValues(view.state.values),
    // A second press of the same submit button is the same event; a form that was refused is not remembered.
    event: `${view.id}:${view.hash}`,
    account: { platform: 'slack', workspace: teamOf(body), user: user.id },
    ...(origin.channel ? { channel: origin.channel } : {}),
  })
  const asking = common(receiving, user.id, origin)
  const soon = await within(receiving.patienceMs, reply)
  if (!soon) {
    await acknowledge(() => ack({ response_action: 'update', view: noticeView(WORDS.saving) }), receiving)
    return receiving.background(async () => show(await reply, { ...asking, viewId: view.id }))
  }
  await acknowledge(() => ack(inModal(soon, view.blocks, origin)), receiving)
  if (soon.kind === 'card' || soon.kind === 'replace' || soon.kind === 'home')
    receiving.background(() => show(soon, asking))
}

/** A form that is closed keeps what was typed, as far as Slack tells it. */
const closed = async ({ view, user, ...body }: ViewClosedAction, receiving: Receiving): Promise<void> => {
  const carried = view.callback_id === FORM_CALLBACK ? readCarried(view.private_metadata) : undefined
  const state: ViewSubmitAction['view']['state'] | undefined = view.state
  if (!carried || !state) return
  const account = { platform: 'slack' as const, workspace: teamOf({ ...body, user }), user: user.id }
  const values = readValues(state.values)
  await receiving.dispatch({
    kind: 'keep',
    press: carried.press,
    values,
    account,
    event: `${view.id}:closed`,
  })
}

/** Faults at their fields where Slack can show them there; else the form again, with them on top. Both keep what was typed. */
const inModal = (
  reply: Reply,
  shown: readonly { type: string; block_id?: string }[],
  origin: Origin,
): ViewResponseAction => {
  if (reply.kind === 'form') return { response_action: 'update', view: renderForm(reply.form, origin) }
  if (reply.kind !== 'correct') return { response_action: 'clear' }
  const errors = faultsAtFields(reply.faults, shown)
  return errors
    ? { response_action: 'errors', errors }
    : { response_action: 'update', view: renderForm(reply.form, origin, reply.faults) }
}

const openedHome = async (
  user: string,
  { event_id, team_id }: { event_id: string; team_id: string },
  receiving: Receiving,
): Promise<void> => {
  const account = { platform: 'slack' as const, workspace: team_id, user }
  const reply = await receiving.dispatch({ kind: 'home', event: event_id, account })
  if (reply.kind === 'home' || reply.kind === 'card')
    await publishHome(reply.card, common(receiving, user, {}))
}
