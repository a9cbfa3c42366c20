import { createServer } from 'node:http'
import { pino } from 'pino'
import { systemClock } from '../../src/app/system-clock.ts'
import type { Platform } from '../../src/bot/port.ts'
import { type SlackOptions, startSlack } from '../../src/bot/slack/start.ts'
import { catalogues } from '../../src/text/catalogue.ts'
import type { Answer, AnswerField, Driver, DriverOptions, Seen } from './driver.ts'
import type { Pressed } from './fake-slack/payloads.ts'
import {
  type Block,
  type Body,
  type Element,
  elementsOf,
  optionsOf,
  type SlackMessage,
  type SlackView,
  visibleText,
} from './fake-slack/shapes.ts'
import type { FakeSlackOptions } from './fake-slack/world.ts'
import { type FakeSlack, startFakeSlack } from './fake-slack.ts'

export type SlackDriverOptions = Omit<DriverOptions, 'channels'> &
  FakeSlackOptions &
  Partial<Pick<SlackOptions, 'patienceMs' | 'timeoutMs' | 'log'>>

/** Plays people on Slack: Bolt's real receiver with signed requests, or Socket Mode, against Slack's servers on loopback. */
export const startSlackDriver =
  (mode: 'http' | 'socket') =>
  async (options: SlackDriverOptions): Promise<{ platform: Platform; driver: Driver; fake: FakeSlack }> => {
    const fake = await startFakeSlack(options)
    const { dispatch, commands, patienceMs, timeoutMs } = options
    const started = await startSlack({
      botToken: fake.botToken,
      apiUrl: fake.url,
      receiver:
        mode === 'http' ? { mode, signingSecret: fake.signingSecret } : { mode, appToken: fake.appToken },
      receives: true,
      dispatch,
      commands,
      now: systemClock.now,
      log: options.log ?? pino({ level: process.env.TEST_LOG ?? 'silent' }),
      ...(patienceMs === undefined ? {} : { patienceMs }),
      ...(timeoutMs === undefined ? {} : { timeoutMs }),
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

type Place = Pick<Pressed, 'message' | 'view'>

const slackDriver = (fake: FakeSlack, stop: () => Promise<void>): Driver => {
  const open = new Map<string, string>()
  const places = new Map<string, Place>()

  const seeMessage = (message: SlackMessage): Seen => {
    const id = `${message.channel}/${message.ts}`
    places.set(id, { message })
    return { id, text: visibleText(message.blocks), buttons: buttonsIn(message.blocks) }
  }
  const seeView = (view: SlackView, errors: Record<string, string> = {}): Answer => {
    if (view.callback_id === 'form') {
      open.set(view.user, view.id)
      return formSeen(view, errors)
    }
    const id = `${view.id}/${view.hash}`
    places.set(id, { view })
    const seen = { id, text: visibleText(view.blocks), buttons: buttonsIn(view.blocks) }
    return { kind: 'message', visibleTo: 'asker', seen }
  }

  /** What appears for the person because of what they did: a modal that is not still loading, or a message. */
  const appears = async (user: string, act: () => Promise<Answer | undefined>): Promise<Answer> => {
    const messages = new Map(fake.messages.map((message) => [message, message.changes]))
    const hashes = new Set([...fake.views.values()].map(({ hash }) => hash))
    const answer = await act()
    if (answer) return answer
    return fake.until(() => {
      const view = [...fake.views.values()].find(
        (one) => one.type === 'modal' && one.user === user && !hashes.has(one.hash) && !isPending(one),
      )
      if (view) return seeView(view)
      const message = fake.messages.find(
        (one) => messages.get(one) !== one.changes && (one.onlyFor ?? user) === user,
      )
      const visibleTo = message?.onlyFor ? 'asker' : 'channel'
      return message ? { kind: 'message', visibleTo, seen: seeMessage(message) } : undefined
    })
  }

  return {
    name: 'slack',
    workspace: fake.teamId,
    account: (user) => ({ platform: 'slack', workspace: fake.teamId, user }),
    types: (user, line, channel = fake.directChannel(user)) =>
      appears(user, async () => {
        acknowledged(await fake.deliver(fake.command(user, line, channel)))
        return undefined
      }),
    fills: (user, values) => {
      const view = fake.views.get(open.get(user) ?? '')
      if (!view) throw new Error(`${user} has no form open`)
      return appears(user, async () => {
        const typed = fake.submission(view, typeInto(view, values))
        const errors = fake.afterSubmission(view, await fake.deliver(typed))
        return Object.keys(errors).length > 0 ? seeView(view, errors) : undefined
      })
    },
    presses: (user, label, on) => {
      const place = places.get(on.id)
      const blocks = place?.message?.blocks ?? place?.view?.blocks ?? []
      const found = pressable(blocks).find(({ element }) => element.text?.text === label)
      if (!found) throw new Error(`${user} sees no button 「${label}」`)
      return appears(user, async () => {
        acknowledged(await fake.deliver(fake.press(user, { ...found, ...place })))
        return undefined
      })
    },
    inChannel: async (channel) =>
      fake.messages.filter((one) => one.channel === channel && !one.onlyFor).map(seeMessage),
    inDirect: async (user) =>
      fake.messages.filter((one) => one.channel === fake.directChannel(user) && !one.onlyFor).map(seeMessage),
    stop,
  }
}

const acknowledged = (answer: Awaited<ReturnType<FakeSlack['deliver']>>): void => {
  if (answer === 'late' || answer.status !== 200)
    throw new Error(`not acknowledged: ${JSON.stringify(answer)}`)
}

const isPending = (view: SlackView): boolean => {
  const { loading, saving } = catalogues.ja.slack
  return [loading, saving].includes(visibleText(view.blocks))
}

/** Everything that can be pressed or chosen, with the block it is in. */
export const pressable = (blocks: readonly Block[]): { element: Element; blockId: string }[] =>
  blocks.flatMap((block, at) =>
    elementsOf(block).map((element) => ({ element, blockId: block.block_id ?? `b${at}` })),
  )

const buttonsIn = (blocks: readonly Block[]): Seen['buttons'] =>
  pressable(blocks).flatMap(({ element: { type, text } }) =>
    type === 'button' ? [{ label: text?.text ?? '' }] : [],
  )

const inputsOf = (view: SlackView) =>
  view.blocks.flatMap(({ type, block_id: name, label, element }) =>
    type === 'input' && name && label && element ? [{ name, label: label.text, element }] : [],
  )

const held = (element: Element): string | string[] =>
  element.type === 'multi_static_select'
    ? (element.initial_options ?? []).map(({ value }) => value)
    : (element.initial_option?.value ?? element.initial_date ?? element.initial_value ?? '')

/** The form as a person sees it; faults told on top count for the field they name. */
const formSeen = (view: SlackView, errors: Record<string, string>): Answer => {
  const onTop = visibleText(view.blocks.filter(({ type }) => type === 'section'))
    .split('\n')
    .flatMap((line) => (line.startsWith('⚠ ') ? [line.slice(2)] : []))
  const inputs = inputsOf(view)
  const general = onTop.filter((line) => !inputs.some(({ label }) => line.startsWith(`${label}: `)))
  const fields = inputs.map(({ name, label, element }): AnswerField => {
    const told = onTop.find((line) => line.startsWith(`${label}: `))?.slice(label.length + 2)
    const fault = errors[name] ?? told
    const choices = optionsOf(element).map(({ value, text }) => ({ value, label: text.text }))
    return {
      name,
      label,
      value: held(element),
      ...(fault === undefined ? {} : { fault }),
      ...(choices.length > 0 ? { choices } : {}),
    }
  })
  return {
    kind: 'form',
    title: view.title?.text ?? '',
    fields,
    ...(general.length > 0 ? { general: general.join('\n') } : {}),
  }
}

/** The state Slack sends; what was typed stays in the modal, so it becomes what the fields hold. */
export const typeInto = (view: SlackView, values: Record<string, string | string[]>): Body => {
  const state: Body = {}
  for (const { name, element } of inputsOf(view)) {
    const value = values[name] ?? held(element)
    keep(element, value)
    state[name] = { [element.action_id ?? '']: stateOf(element) }
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

/** People can only choose what is offered, pick a date, or type up to the limit. */
const keep = (element: Element, value: string | string[]): void => {
  const [first = ''] = [value].flat()
  const offered = optionsOf(element).filter((option) => [value].flat().includes(option.value))
  delete element.initial_date
  delete element.initial_option
  delete element.initial_options
  delete element.initial_value
  if (element.type === 'datepicker') {
    if (first !== '') element.initial_date = picked(first)
  } else if (element.type === 'static_select') {
    if (offered[0]) element.initial_option = offered[0]
  } else if (element.type === 'multi_static_select') {
    if (offered.length > 0) element.initial_options = offered
  } else if (first !== '') element.initial_value = first.slice(0, element.max_length)
}

const stateOf = (element: Element): Body => {
  const { type } = element
  if (type === 'datepicker') return { type, selected_date: element.initial_date ?? null }
  if (type === 'static_select') return { type, selected_option: element.initial_option ?? null }
  if (type === 'multi_static_select') return { type, selected_options: element.initial_options ?? [] }
  return { type, value: element.initial_value ?? null }
}
