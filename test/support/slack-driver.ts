import { createServer } from 'node:http'
import { pino } from 'pino'
import { startSlack } from '../../src/bot/slack/start.ts'
import { catalogues } from '../../src/text/catalogue.ts'
import type { Answer, AnswerField, Driver, Seen, StartDriver } from './driver.ts'
import {
  type FakeSlack,
  type SlackBlock,
  type SlackMessage,
  type SlackView,
  startFakeSlack,
} from './fake-slack.ts'

type Element = {
  type: string
  action_id: string
  value?: string
  text?: { text: string }
  options?: { value: string; text: { text: string } }[]
  initial_value?: string
  initial_option?: { value: string }
  initial_options?: { value: string }[]
  initial_date?: string
}

/** Plays people on Slack: Bolt's real receiver with signed requests, or Socket Mode, against Slack's servers on loopback. */
export const startSlackDriver =
  (mode: 'http' | 'socket'): StartDriver =>
  async (options) => {
    const fake = await startFakeSlack(options)
    const started = await startSlack({
      botToken: fake.botToken,
      apiUrl: fake.url,
      receiver:
        mode === 'http' ? { mode, signingSecret: fake.signingSecret } : { mode, appToken: fake.appToken },
      dispatch: options.dispatch,
      commands: options.commands,
      log: pino({ level: process.env.TEST_LOG ?? 'silent' }),
    })
    if (!started.ok) throw new Error(started.reason)
    const server = started.requestListener ? createServer(started.requestListener) : undefined
    if (server) {
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      const address = server.address()
      if (address === null || typeof address === 'string') throw new Error('no port')
      fake.deliverTo(`http://127.0.0.1:${address.port}/slack/events`)
    }
    const stop = async () => {
      await started.platform.stop()
      server?.closeAllConnections()
      server?.close()
      await fake.stop()
    }
    return { platform: { ...started.platform, stop }, driver: slackDriver(fake, stop), fake }
  }

const slackDriver = (fake: FakeSlack, stop: () => Promise<void>): Driver => {
  const openViews = new Map<string, string>()
  const places = new Map<string, { message?: SlackMessage; view?: SlackView }>()

  const seeMessage = (message: SlackMessage): Seen => {
    const seen = seenOf(message.ts, message.blocks)
    places.set(seen.id, { message })
    return seen
  }
  const seeView = (view: SlackView): Answer => {
    if (view.callback_id === 'form') {
      openViews.set(view.user, view.id)
      return { kind: 'form', title: view.title.text, fields: fieldsOf(view) }
    }
    const seen = seenOf(`${view.id}:${view.hash}`, view.blocks)
    places.set(seen.id, { view })
    return { kind: 'message', visibleTo: 'asker', seen }
  }
  const isPending = (view: SlackView) => {
    const text = textOf(view.blocks)
    const { loading, saving } = catalogues.ja.slack
    return text === loading || text === saving
  }

  /** What appears for the person because of what they did: a modal that is not still loading, or a message. */
  const appears = async (user: string, act: () => Promise<unknown>): Promise<Answer> => {
    const before = new Set(fake.messages)
    const hashes = new Map([...fake.views.values()].map(({ id, hash }) => [id, hash]))
    const acting = act()
    for (let look = 0; look < 200; look += 1) {
      const view = [...fake.views.values()].find(
        (one) =>
          one.user === user &&
          !one.id.startsWith('HOME') &&
          hashes.get(one.id) !== one.hash &&
          !isPending(one),
      )
      const message = fake.messages.find(
        (one) => !before.has(one) && (one.onlyFor === undefined || one.onlyFor === user),
      )
      if (view || message) {
        await acting
        if (view) return seeView(view)
        if (message)
          return {
            kind: 'message',
            visibleTo: message.onlyFor ? 'asker' : 'channel',
            seen: seeMessage(message),
          }
      }
      await fake.nextChange()
    }
    throw new Error('nothing appeared')
  }

  const respondUrl = (channel: string, user: string) =>
    `${fake.url.replace('/api/', '')}/respond/${channel}/${user}`

  return {
    name: 'slack',
    workspace: fake.teamId,
    account: (user) => ({ platform: 'slack', workspace: fake.teamId, user }),
    types: (user, line, channel = fake.directChannel(user)) => {
      const [command = '', ...text] = line.split(' ')
      return appears(user, () =>
        fake.deliver('command', {
          command,
          text: text.join(' '),
          trigger_id: fake.newTrigger(user),
          team_id: fake.teamId,
          user_id: user,
          channel_id: channel,
          response_url: respondUrl(channel, user),
        }),
      )
    },
    fills: async (user, values) => {
      const view = fake.views.get(openViews.get(user) ?? '')
      if (!view) throw new Error(`${user} has no form open`)
      const typed = typeInto(view, values)
      const body = {
        type: 'view_submission',
        team: { id: fake.teamId },
        user: { id: user },
        trigger_id: fake.newTrigger(user),
        view: { ...view, state: { values: typed } },
      }
      const { body: ack } = await fake.deliver('interaction', body)
      return afterSubmit(view, ack, fake, seeView)
    },
    presses: (user, label, on) => {
      const place = places.get(on.id)
      const blocks = place?.message?.blocks ?? place?.view?.blocks ?? []
      const button = buttonsIn(blocks).find(({ text }) => text?.text === label)
      if (!button) throw new Error(`${user} sees no button 「${label}」`)
      const channel = place?.message?.channel
      const body = {
        type: 'block_actions',
        team: { id: fake.teamId },
        user: { id: user },
        trigger_id: fake.newTrigger(user),
        actions: [{ ...button, block_id: 'b', action_ts: '1' }],
        ...(channel ? { channel: { id: channel }, response_url: respondUrl(channel, user) } : {}),
        ...(place?.message ? { message: { ts: place.message.ts }, container: { type: 'message' } } : {}),
        ...(place?.view ? { view: { ...place.view, type: 'modal' }, container: { type: 'view' } } : {}),
      }
      return appears(user, () => fake.deliver('interaction', body))
    },
    inChannel: async (channel) =>
      fake.messages.filter((one) => one.channel === channel && !one.onlyFor).map(seeMessage),
    inDirect: async (user) =>
      fake.messages.filter((one) => one.channel === fake.directChannel(user) && !one.onlyFor).map(seeMessage),
    stop,
  }
}

const textOf = (blocks: SlackBlock[]): string =>
  blocks
    .flatMap((block) => {
      const text = block.text as { text: string } | undefined
      const fields = (block.fields ?? []) as { text: string }[]
      const context = block.type === 'context' ? (block.elements as { text: string }[]) : []
      return [
        ...(text ? [text.text] : []),
        ...fields.map((field) => field.text),
        ...context.map((one) => one.text),
      ]
    })
    .join('\n')

const buttonsIn = (blocks: SlackBlock[]): Element[] =>
  blocks
    .flatMap((block) => [
      ...((block.type === 'actions' ? block.elements : []) as Element[]),
      ...((block.accessory ? [block.accessory] : []) as Element[]),
    ])
    .filter(({ type }) => type === 'button')

const seenOf = (id: string, blocks: SlackBlock[]): Seen => ({
  id,
  text: textOf(blocks),
  buttons: buttonsIn(blocks).map(({ text }) => ({ label: text?.text ?? '' })),
})

const inputsOf = (view: SlackView) =>
  view.blocks
    .filter(({ type }) => type === 'input')
    .map((block) => ({
      name: block.block_id ?? '',
      label: (block.label as { text: string }).text,
      element: block.element as Element,
    }))

const held = (element: Element): string | string[] =>
  element.initial_options?.map(({ value }) => value) ??
  element.initial_option?.value ??
  element.initial_date ??
  element.initial_value ??
  ''

const fieldsOf = (view: SlackView, faults: Record<string, string> = {}): AnswerField[] =>
  inputsOf(view).map(({ name, label, element }) => ({
    name,
    label,
    value: held(element),
    ...(faults[name] === undefined ? {} : { fault: faults[name] }),
    ...(element.options
      ? { choices: element.options.map(({ value, text }) => ({ value, label: text.text })) }
      : {}),
  }))

/** The state Slack sends; what was typed stays in the modal, so it becomes what the fields hold. */
const typeInto = (view: SlackView, values: Record<string, string | string[]>) => {
  const state: Record<string, Record<string, unknown>> = {}
  for (const { name, element } of inputsOf(view)) {
    const value = values[name] ?? held(element)
    keep(element, value)
    state[name] = { [element.action_id]: stateOf(element, value) }
  }
  return state
}

/** A date picker gives ISO dates only: what a person would write elsewhere is picked here. */
const picked = (value: string): string => {
  const era = /^R(\d+)\.(\d+)\.(\d+)$/.exec(value)
  return era
    ? new Temporal.PlainDate(2018 + Number(era[1]), Number(era[2]), Number(era[3])).toString()
    : value
}

const keep = (element: Element, value: string | string[]): void => {
  const [first = ''] = [value].flat()
  if (element.type === 'datepicker') element.initial_date = picked(first)
  else if (element.type === 'static_select') element.initial_option = { value: first }
  else if (element.type === 'multi_static_select')
    element.initial_options = [value].flat().map((one) => ({ value: one }))
  else element.initial_value = first
}

const stateOf = (element: Element, value: string | string[]): Record<string, unknown> => {
  const { type } = element
  const [first = ''] = [value].flat()
  if (type === 'datepicker') return { type, selected_date: first === '' ? null : picked(first) }
  if (type === 'static_select') return { type, selected_option: first === '' ? null : { value: first } }
  if (type === 'multi_static_select')
    return { type, selected_options: [value].flat().map((one) => ({ value: one })) }
  return { type, value: first === '' ? null : first }
}

type Ack = { response_action?: string; errors?: Record<string, string>; view?: SlackView }

const afterSubmit = async (
  view: SlackView,
  body: Record<string, unknown>,
  fake: FakeSlack,
  seeView: (view: SlackView) => Answer,
): Promise<Answer> => {
  const ack = body as Ack
  if (ack.response_action === 'errors')
    return { kind: 'form', title: view.title.text, fields: fieldsOf(view, ack.errors) }
  if (ack.response_action === 'update' && ack.view) {
    const updated = { ...ack.view, id: view.id, hash: `${view.hash}+`, user: view.user }
    fake.views.set(view.id, updated)
    return seeView(updated)
  }
  return { kind: 'nothing' }
}
