import type { App, BlockAction, SlackViewAction } from '@slack/bolt'
import type { WebClient } from '@slack/web-api'
import type { Logger } from 'pino'
import { catalogues } from '../../text/catalogue.ts'
import type { CommandView, Dispatch, Interaction, Reply } from '../port.ts'
import { decodePress, type Press } from '../press.ts'
import { type AnswerPlace, show } from './answer.ts'
import { LIMIT, plain } from './limits.ts'
import { renderCard } from './render-card.ts'
import { FORM_CALLBACK, noticeView, readCarried, readValues, renderForm } from './render-form.ts'

export type Receiving = {
  dispatch: Dispatch
  commands: readonly CommandView[]
  log: Logger
  /** How long a submitted form waits for its answer before it says that it is being saved. Slack waits 3 s. */
  patienceMs: number
  /** Work that goes on after its acknowledgement; `stop` waits for it. */
  track: (work: Promise<unknown>) => void
}

const words = catalogues.ja.slack
const MODAL_NOTICE = (text: string) =>
  noticeView(words.working, words.close, [{ type: 'section', text: plain(text, LIMIT.section) }])

/** Turns what Slack delivers into interactions. Every kind is acknowledged at once, known or not. */
export const receive = (app: App, receiving: Receiving): void => {
  const background = (work: () => Promise<void>) => {
    const running = work().catch((error: unknown) =>
      receiving.log.warn({ error }, 'slack: an answer was not shown'),
    )
    receiving.track(running)
  }
  app.command(/.*/, async ({ command, ack, respond, client }) => {
    await ack()
    const typed = `${command.command.replace(/^\//, '')} ${command.text}`.trim()
    const interaction: Interaction = {
      kind: 'words',
      words: typed,
      event: command.trigger_id,
      account: { platform: 'slack', workspace: command.team_id, user: command.user_id },
      channel: command.channel_id,
    }
    const place = { client, words, respond, channel: command.channel_id, user: command.user_id }
    const opens = opensForm(typed, receiving.commands)
    background(() => answer(interaction, { ...place, triggerId: command.trigger_id }, opens, receiving))
  })
  app.action<BlockAction>(/.*/, async ({ body, action, ack, respond, client }) => {
    await ack()
    const press = pressOf(action)
    if (!press) return
    background(() => pressed(body, press, client, respond, receiving))
  })
  app.view<SlackViewAction>(/.*/, async (args) => {
    if (args.body.type !== 'view_submission') return void (await args.ack())
    const carried =
      args.view.callback_id === FORM_CALLBACK ? readCarried(args.view.private_metadata) : undefined
    if (!carried) return void (await args.ack())
    const interaction: Interaction = {
      kind: 'submit',
      press: carried.press,
      values: readValues(args.view.state.values),
      event: `${args.view.id}:${args.view.hash}`,
      account: { platform: 'slack', workspace: args.body.team?.id ?? '', user: args.body.user.id },
      ...(carried.channel ? { channel: carried.channel } : {}),
    }
    const reply = receiving.dispatch(interaction)
    const soon = await Promise.race([reply, afterMs(receiving.patienceMs)])
    if (soon) return void (await args.ack(inModal(soon, carried.channel)))
    await args.ack({ response_action: 'update', view: MODAL_NOTICE(words.saving) })
    const place = { client: args.client, words, viewId: args.view.id, channel: carried.channel }
    background(async () => show(await reply, { ...place, user: args.body.user.id }))
  })
  app.event('app_home_opened', async ({ event, client, context }) => {
    if (event.tab !== 'home') return
    const reply = await receiving.dispatch({
      kind: 'home',
      event: `home:${event.user}:${event.event_ts}`,
      account: { platform: 'slack', workspace: context.teamId ?? '', user: event.user },
    })
    if (reply.kind !== 'home' && reply.kind !== 'card') return
    const blocks = renderCard(reply.card, LIMIT.viewBlocks)
    background(
      async () => void (await client.views.publish({ user_id: event.user, view: { type: 'home', blocks } })),
    )
  })
  app.shortcut(/.*/, async ({ ack }) => ack())
  app.options(/.*/, async ({ ack }) => ack({ options: [] }))
  app.error(async (error) => receiving.log.error({ error }, 'slack: an event failed'))
}

const afterMs = (ms: number): Promise<undefined> =>
  new Promise((resolve) => {
    setTimeout(() => resolve(undefined), ms).unref()
  })

/** The answer to a submitted form is its acknowledgement: faults at their fields, or the result in the modal. */
const inModal = (reply: Reply, channel: string | undefined) => {
  if (reply.kind === 'correct') {
    const { fields, general } = reply.faults
    const [first] = reply.form.fields
    const errors = Object.keys(fields).length > 0 || !first ? fields : { [first.name]: general ?? '' }
    return { response_action: 'errors' as const, errors }
  }
  if (reply.kind === 'form')
    return { response_action: 'update' as const, view: renderForm(reply.form, channel) }
  if (reply.kind === 'card' || reply.kind === 'replace' || reply.kind === 'home') {
    const view = noticeView(words.working, words.close, renderCard(reply.card, LIMIT.viewBlocks))
    return { response_action: 'update' as const, view }
  }
  return { response_action: 'clear' as const }
}

/** Opens a modal at once for a command that answers with a form: its trigger lives three seconds only. */
const answer = async (
  interaction: Interaction,
  place: AnswerPlace,
  opens: boolean,
  { dispatch }: Receiving,
): Promise<void> => {
  const reply = dispatch(interaction)
  if (!opens || !place.triggerId) return show(await reply, place)
  const view = MODAL_NOTICE(words.loading)
  const opened = await place.client.views.open({ trigger_id: place.triggerId, view })
  return show(await reply, { ...place, viewId: opened.view?.id })
}

const opensForm = (typed: string, commands: readonly CommandView[]): boolean => {
  const [noun = '', verb = ''] = typed.normalize('NFKC').split(/\s+/u)
  const is = (word: { ja: string; en: string }, text: string) =>
    word.en === text.toLowerCase() || word.ja === text
  return commands.some((command) => command.opensForm && is(command.noun, noun) && is(command.verb, verb))
}

const pressOf = (action: BlockAction['actions'][number]): Press | undefined => {
  if (action.type === 'button') return decodePress(action.value ?? '')
  if (action.type !== 'static_select') return undefined
  const press = decodePress(action.block_id.split('#')[0] ?? '')
  const option = /^choose:(.+)$/.exec(action.action_id)?.[1]
  if (!press || !option) return undefined
  return { ...press, options: { ...press.options, [option]: action.selected_option.value } }
}

const pressed = async (
  body: BlockAction,
  press: Press,
  client: WebClient,
  respond: AnswerPlace['respond'],
  receiving: Receiving,
): Promise<void> => {
  const interaction: Interaction = {
    kind: 'run',
    press,
    event: body.trigger_id,
    account: { platform: 'slack', workspace: body.team?.id ?? '', user: body.user.id },
    ...(body.channel ? { channel: body.channel.id } : {}),
  }
  const place: AnswerPlace = {
    client,
    words,
    user: body.user.id,
    channel: body.channel?.id,
    ...(body.response_url && respond ? { respond } : {}),
  }
  const inView = body.view?.type === 'modal' ? body.view.id : undefined
  if (inView) return show(await receiving.dispatch(interaction), { ...place, viewId: inView })
  const opens = receiving.commands.some(({ id, opensForm }) => id === press.command && opensForm)
  return answer(interaction, { ...place, triggerId: body.trigger_id }, opens, receiving)
}
